"""Tell which findings have one right form."""

from askfirst.model.findings import Finding

__all__ = ["COVERED", "MISNAMED", "REPEATED", "may_be_fixed"]

#: A member with another name than the one that was meant.
MISNAMED = "AF103"
#: A use beside its group.
COVERED = "AF304"
#: Entries of a list that can go.
REPEATED = frozenset({"AF109", "AF302", COVERED})


def may_be_fixed(finding: Finding) -> bool:
    """Tell whether it is known what should stand in place of what was found."""
    return finding.meant is not None or finding.code in REPEATED

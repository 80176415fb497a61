"""Check that a Decision is what it was when it was made (AF2, AF3)."""

from collections.abc import Iterator

from askfirst.canonical import digest
from askfirst.rules.part import Part
from askfirst.rules.registry import Fault, rule
from askfirst.vocabulary import DocumentType, Status

__all__ = ["PREFIX"]

#: What the digest in the id of a Decision stands behind.
PREFIX = "urn:askfirst:sha256:"


@rule("AF213", DocumentType.DECISION)
def id_is_the_digest_of_the_rest(document: Part) -> Iterator[Fault]:
    """The id of a Decision MUST be urn:askfirst:sha256: and the digest of the Decision without its id and its proof."""
    value = document.value if isinstance(document.value, dict) else {}
    try:
        rest = digest({name: value[name] for name in value if name not in ("id", "proof")})
    except ValueError:  # what is no JSON has other findings
        return
    if document["id"].text and document["id"].text != PREFIX + rest:
        message = "the Decision is not what it was when it got this id"
        yield Fault(document["id"], message, "decide again, and leave the answer as it is")


@rule("AF311", DocumentType.DECISION)
def outcome_is_the_strictest_of_its_leaves(document: Part) -> Iterator[Fault]:
    """The outcome of a Decision MUST be the strictest of the outcomes of its leaves."""
    outcomes = [leaf["outcome"].text for leaf in document["leaves"]]
    known = [Status(text) for text in outcomes if text in set(Status)]
    stated = document["outcome"].text
    if known and len(known) == len(outcomes) and stated in set(Status):
        strictest = Status.strictest(known)
        if stated != strictest:
            message = f"`{stated}` is not the strictest outcome, which is `{strictest}`"
            yield Fault(document["outcome"], message, "decide again")

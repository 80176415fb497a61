"""Say which members of an object are unknown, misnamed or missing (AF103, AF104, AF308, AF504)."""

import re
from collections.abc import Iterator

from askfirst.model.findings import Finding
from askfirst.schema.broken import Broken, listed
from askfirst.vocabulary import DocumentType
from askfirst.vocabulary.spelling import nearest

__all__ = ["malformed_names", "missing_members", "unknown_members"]

_HOW_IT_WAS_MADE = frozenset(
    {
        "ai",
        "aiassisted",
        "aigenerated",
        "containsai",
        "generatedbyai",
        "isai",
        "madebyai",
        "madewithai",
        "usesai",
        "withai",
    }
)


def unknown_members(broken: Broken) -> Iterator[Finding]:
    """Yield the members that the schema does not know, with the name that was meant."""
    known = broken.schema["properties"]
    free = [word for word in known if word not in broken.value]
    for name in broken.value:
        if name not in known and not _is_extension(name, broken):
            yield _unknown(name, free, broken)


def missing_members(broken: Broken) -> Iterator[Finding]:
    """Yield, as one finding, the members that the schema requires and the object lacks."""
    missing = [name for name in broken.schema["required"] if name not in broken.value]
    verb = "is" if len(missing) == 1 else "are"
    yield broken.finding(f"{listed(missing)} {verb} missing", "add what is missing")


def malformed_names(broken: Broken) -> Iterator[Finding]:
    """Yield the members whose names hold characters that none may have."""
    refused = broken.schema["propertyNames"]["not"]["pattern"]
    advice = "use letters and digits without accents, hyphens, dots and underscores"
    for name in broken.value:
        if re.search(refused, name) and _is_extension(name, broken):
            yield broken.finding(
                f"`{name}` is no name of a member", advice, at=_pointer(name, broken)
            )


def _is_extension(name: str, broken: Broken) -> bool:
    return name.startswith("x-") and "patternProperties" in broken.schema


def _pointer(name: str, broken: Broken) -> str:
    return f"{broken.pointer}/{name.replace('~', '~0').replace('/', '~1')}"


def _unknown(name: str, free: list[str], broken: Broken) -> Finding:
    code, message, advice, meant = "AF103", f"unknown member `{name}`", None, None
    if name.lower().replace("-", "").replace("_", "") in _HOW_IT_WAS_MADE:
        code = "AF308"
        message = f"`{name}` says how the track was made, not what may be done with it"
        advice = "take it out; AskFirst says what others may do with the track"
    elif name.startswith("x-") and broken.kind is DocumentType.CONSENT:
        code, message = "AF504", f"`{name}` would be a limit that nobody can read"
        advice = "say it with the members of a Consent, or not here"
    elif name.startswith("x-"):
        message = f"`{name}` stands where no x- member may"
        advice = "put it at the top of the document"
    elif meant := nearest(name, free):
        advice = f"did you mean `{meant}`?"
    elif free:
        advice = f"the members that can be added here are {listed(free)}"
    return broken.finding(message, advice, code=code, at=_pointer(name, broken), meant=meant)

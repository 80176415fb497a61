"""Show a Consent whole, and let the holder affirm it."""

from collections.abc import Mapping
from typing import Any

from askfirst.authoring.consents import statement
from askfirst.authoring.requests import identified
from askfirst.checking import check
from askfirst.cli.answering import Incomplete
from askfirst.cli.consenting import Draft, Flags
from askfirst.cli.prompts import lines, tell, typed
from askfirst.cli.questioning import Declined
from askfirst.model.documents import Consent, Request
from askfirst.vocabulary import Method, Severity

__all__ = ["affirmed", "conforming"]

_WORDS = "I consent"
_FLAGS = {
    "agreement": "--agreement",
    "at": "--method",
    "atEnd": "--at-end",
    "by": "--by",
    "conditions": "--condition",
    "expression": "--method, --statement or --language",
    "material": "--material",
    "models": "--model",
    "purpose": "--purpose",
    "rights": "--right",
    "territories": "--territory",
    "to": "--to",
    "tracks": "--track",
    "uses": "--use",
    "validFrom": "--from",
    "validUntil": "--until",
    "witness": "--witness",
}


def affirmed(draft: Draft, request: Request, flags: Flags) -> dict[str, Any]:
    """Return a Consent with the words that the holder affirmed.

    Raises `Declined` where they did not, and `Incomplete` where it does not conform.
    """
    before = conforming(_expressed(draft.document, "?", flags))
    text = lines(statement(before, request, draft.by))
    tell(f"\n{text}\n")
    if flags.statement:
        tell(f"In your own words: {flags.statement}\n")
    if not flags.confirmed and not typed(f"To consent, type: {_WORDS}", _WORDS):
        raise Declined
    return identified(_expressed(draft.document, text, flags))


def conforming(document: Mapping[str, Any]) -> Consent:
    """Return a Consent as a value. Raises `Incomplete` where it does not conform."""
    report = check(document)
    errors = [f for f in report.findings if f.severity is Severity.ERROR]
    if errors or not isinstance(report.document, Consent):
        raise Incomplete([f"{_flag(f.pointer)}: {f.message}" for f in errors])
    return report.document


def _flag(pointer: str) -> str:
    member = pointer.split("/")[1] if pointer else ""
    return _FLAGS.get(member, "the answer")


def _expressed(draft: Mapping[str, Any], text: str, flags: Flags) -> dict[str, Any]:
    """Return a draft with the act of consent, in the order in which Consents are read."""
    expression = {
        "method": flags.method or str(Method.OPT_IN),
        "statement": flags.statement or text,
        "language": flags.language or "en",
        "at": draft["issued"],
    }
    last = {name: draft[name] for name in ("atEnd", "inReplyTo")}
    first = {name: value for name, value in draft.items() if name not in last}
    return {**first, "expression": expression, **last}

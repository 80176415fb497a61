"""Describe what reports name: the codes of findings, the kinds of changes, the outcomes."""

import re
from functools import cache
from typing import NamedTuple

from askfirst.comparison import Kind
from askfirst.reporting.explanation import EXPLAINED, explain
from askfirst.vocabulary import Severity, Status

__all__ = ["Descriptor", "descriptor"]

_SPECIFICATION = "https://w3id.org/askfirst/1.0/specification"
_LANGUAGE = re.compile(r"^```(\w+) .*$", re.MULTILINE)
_TITLES: dict[str, tuple[Severity, str, str]] = {
    Kind.WIDENED: (Severity.ERROR, "A change widens what may be done", "diff"),
    Kind.NARROWED: (Severity.NOTE, "A change narrows what may be done", "diff"),
    Kind.CHANGED: (Severity.NOTE, "A change neither widens nor narrows", "diff"),
    Status.PROHIBITED: (Severity.ERROR, "The use is prohibited", "decide"),
    Status.CONSENT_REQUIRED: (Severity.ERROR, "The use needs consent that is not there", "decide"),
    Status.UNSPECIFIED: (Severity.ERROR, "Nobody has permitted the use", "decide"),
    Status.PERMITTED: (Severity.NOTE, "The use is permitted", "decide"),
}


class Descriptor(NamedTuple):
    """What a code means: a title, the sentence of the specification, and a page in Markdown."""

    code: str
    severity: Severity
    title: str
    sentence: str
    page: str
    uri: str


@cache
def descriptor(code: str) -> Descriptor:
    """Return what a code, a kind of change or an outcome means."""
    if code in EXPLAINED:
        page = explain(code)
        body = _LANGUAGE.sub(r"```\1", page.body)
        severity = page.severity if isinstance(page.severity, Severity) else Severity.NOTE
        uri = f"{_SPECIFICATION}#{code}"
        return Descriptor(code, severity, page.title, page.sentence, body, uri)
    severity, title, command = _TITLES[code]
    told = f"`askfirst {command}` says what and why."
    return Descriptor(code, severity, title, f"{title}.", told, _SPECIFICATION)

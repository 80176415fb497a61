"""Write a listing as a GitLab code quality report."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, TypeAlias

from askfirst.model.findings import Position
from askfirst.reporting.listing import Diagnostic, Listing
from askfirst.reporting.visible import visible
from askfirst.vocabulary import Severity

__all__ = ["written"]

_Json: TypeAlias = dict[str, Any]
#: Of the five that GitLab knows; what could not be looked at is its gravest, `blocker`.
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}
_SCALE = ("blocker", "critical", "minor", "info")


def written(listing: Listing) -> str:
    """Return the issues, the gravest first; each has a fingerprint of its own."""
    issues = [*_troubles(listing), *_issues(listing)]
    issues.sort(key=lambda one: _SCALE.index(one["severity"]))
    return json.dumps(issues, indent=2) + "\n"


def _issues(listing: Listing) -> Iterator[_Json]:
    for one, mark in listing.fingerprinted():
        yield _issue(f"{one.code} {one.told}", one.code, mark, one)


def _issue(told: str, code: str, mark: str, one: Diagnostic) -> _Json:
    return {
        "description": told,
        "check_name": code,
        "fingerprint": mark,
        "severity": _SEVERITIES[one.severity],
        "location": {"path": one.path, **_span(one.position)},
    }


def _span(at: Position | None) -> _Json:
    """Return the lines, which GitLab shows, and the columns, which it does not."""
    if at is None:
        return {"lines": {"begin": 1}}
    return {
        "lines": {"begin": at.line, "end": at.end_line},
        "positions": {
            "begin": {"line": at.line, "column": at.column},
            "end": {"line": at.end_line, "column": at.end_column},
        },
    }


def _troubles(listing: Listing) -> Iterator[_Json]:
    """Yield what could not be looked at; an issue stands in a file, so these stand in the root."""
    for told in dict.fromkeys(listing.troubles):
        yield {
            "description": visible(told),
            "check_name": "could-not-look",
            "fingerprint": sha256(told.encode(errors="surrogatepass")).hexdigest(),
            "severity": "blocker",
            "location": {"path": ".", "lines": {"begin": 1}},
        }

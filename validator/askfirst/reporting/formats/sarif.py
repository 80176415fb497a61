"""Write a listing as SARIF 2.1.0, for code scanning and editors."""

import json
from typing import Any, TypeAlias

import askfirst
from askfirst.model.findings import Fix, FixEdit, Position
from askfirst.reporting.descriptors import descriptor
from askfirst.reporting.formats.uris import is_relative, uri
from askfirst.reporting.listing import Diagnostic, Listing
from askfirst.reporting.visible import visible

__all__ = ["written"]

_Json: TypeAlias = dict[str, Any]
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_SITE = "https://w3id.org/askfirst/1.0/specification"


def written(listing: Listing) -> str:
    """Return the listing as one run; a run that could not look at everything was no success."""
    codes = sorted({one.code for one in listing.diagnostics})
    run = {
        "tool": {
            "driver": {
                "name": "AskFirst",
                "version": askfirst.__version__,
                "informationUri": _SITE,
                "rules": [_rule(code) for code in codes],
            }
        },
        "invocations": [_invocation(listing)],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(one, codes.index(one.code), mark) for one, mark in listing.fingerprinted()
        ],
    }
    value = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(value, indent=2) + "\n"


def _invocation(listing: Listing) -> _Json:
    told = [("error", one) for one in listing.troubles] + [("note", r) for r in listing.remarks]
    notifications = [{"level": level, "message": _message(text)} for level, text in told]
    return {
        "executionSuccessful": not listing.troubles,
        "toolExecutionNotifications": notifications,
    }


def _rule(code: str) -> _Json:
    about = descriptor(code)
    return {
        "id": code,
        "name": code,
        "shortDescription": {"text": about.title},
        "fullDescription": {"text": about.sentence},
        "help": {"text": about.page, "markdown": about.page},
        "helpUri": about.uri,
        "defaultConfiguration": {"level": about.severity},
    }


def _result(one: Diagnostic, index: int, mark: str) -> _Json:
    return {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": one.severity,
        "message": _message(one.told),
        "locations": [_location(one)],
        "partialFingerprints": {"askfirst/v1": mark},
        **({"fixes": [_fix(one, one.fix)]} if one.fix and one.text else {}),
    }


def _message(text: str) -> _Json:
    return {"text": visible(text)}


def _location(one: Diagnostic) -> _Json:
    region = {"region": _region(one.position)} if one.position else {}
    logical = [{"fullyQualifiedName": one.pointer, "kind": "property"}] if one.pointer else []
    return {
        "physicalLocation": {"artifactLocation": _artifact(one.path), **region},
        **({"logicalLocations": logical} if logical else {}),
    }


def _artifact(path: str) -> _Json:
    return {"uri": uri(path), **({"uriBaseId": "%SRCROOT%"} if is_relative(path) else {})}


def _region(at: Position) -> _Json:
    return {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    }


def _fix(one: Diagnostic, fix: Fix) -> _Json:
    replacements = [_replacement(one, edit) for edit in fix.edits]
    change = {"artifactLocation": _artifact(one.path), "replacements": replacements}
    return {"description": _message(one.help or one.message), "artifactChanges": [change]}


def _replacement(one: Diagnostic, edit: FixEdit) -> _Json:
    assert one.text  # noqa: S101 - whoever has a fix has a text
    region = _region(one.text.position(edit.start, edit.end))
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}

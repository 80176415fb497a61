"""Write a report that other programs read (schemas/1.0/report.schema.json)."""

import json
from typing import TypeAlias

import askfirst
from askfirst.checking import Checked
from askfirst.model.findings import Finding, Fix, Position
from askfirst.reporting.results import FileReport, Results

__all__ = ["finding_json", "lines", "report"]

_Json: TypeAlias = dict[str, object]


def report(results: Results) -> str:
    """Return the report as JSON text that ends with a newline."""
    value = {
        "askfirst": askfirst.SPEC_VERSION,
        "tool": f"askfirst {askfirst.__version__}",
        "checked": len(results.files),
        "passedOver": results.passed_over,
        "conforms": results.conforms,
        "files": [_file(file) for file in results.files],
        **({"fixed": results.fixed} if results.fixed else {}),
        **({"leftOut": results.left_out} if results.left_out else {}),
        **({"troubles": list(results.troubles)} if results.troubles else {}),
    }
    return json.dumps(value, indent=2) + "\n"


def lines(results: Results) -> str:
    """Return each finding, and each thing that could not be looked at, as a line of JSON."""
    found = [
        {"path": file.path, **finding_json(finding)}
        for file in results.files
        for finding in file.report.findings
    ]
    found += [{"trouble": trouble} for trouble in results.troubles]
    return "".join(json.dumps(one) + "\n" for one in found)


def _file(file: FileReport) -> _Json:
    return {
        "path": file.path,
        "documents": [_document(one) for one in file.report.documents],
        "findings": [finding_json(finding) for finding in file.report.findings],
    }


def _document(one: Checked) -> _Json:
    return {
        "pointer": one.pointer,
        "type": one.kind,
        "id": one.id,
        "sha256": one.sha256,
        "conforms": one.conforms,
        **({"tracks": [_track(one, n) for n in range(len(one.titles))]} if one.titles else {}),
    }


def _track(release: Checked, n: int) -> _Json:
    """Return a track of a Release, named as the Declaration it expands to (spec 4.4)."""
    named = None if release.id is None else f"{release.id}#/tracks/{n}"
    return {"id": named, "title": release.titles[n] or None}


def finding_json(finding: Finding) -> _Json:
    """Return a finding as JSON."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "pointer": finding.pointer,
        "position": _position(finding.position) if finding.position else None,
        "message": finding.message,
        **({"help": finding.help} if finding.help else {}),
        **({"fix": _fix(finding.fix)} if finding.fix else {}),
    }


def _fix(fix: Fix) -> _Json:
    return {"safe": fix.safe, "edits": [edit._asdict() for edit in fix.edits]}


def _position(at: Position) -> _Json:
    return {
        "line": at.line,
        "column": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    }

"""Write what was found in catalogs for programs (schemas/1.0/summary.schema.json)."""

import json
from typing import TypeAlias

import askfirst
from askfirst.catalog.fingerprint import shown
from askfirst.catalog.merging import Sample, Summary
from askfirst.catalog.totals import Disagreement
from askfirst.vocabulary import CODES

__all__ = ["as_json"]

_Json: TypeAlias = dict[str, object]


def as_json(summary: Summary) -> str:
    """Return the summary as JSON text that ends with a newline."""
    totals = summary.totals
    value = {
        "askfirst": askfirst.SPEC_VERSION,
        "tool": f"askfirst {askfirst.__version__}",
        "conforms": summary.conforms,
        "files": summary.files,
        "rows": totals.rows,
        "documents": totals.documents,
        "conforming": totals.conforming,
        "types": [
            {"type": kind or None, "rows": totals.types[kind]} for kind in sorted(totals.types)
        ],
        "codes": [_code(summary, code) for code in sorted(totals.codes)],
        "digest": shown(totals.fingerprint),
        "reference": _reference(summary),
        **({"troubles": totals.troubles} if totals.troubles else {}),
    }
    return json.dumps(value, indent=2) + "\n"


def _code(summary: Summary, code: str) -> _Json:
    return {
        "code": code,
        "severity": str(CODES[code]),
        "rows": summary.totals.codes[code],
        "samples": [_sample(one) for one in summary.samples.get(code, ())],
    }


def _sample(one: Sample) -> _Json:
    return {
        "path": one.path,
        "row": one.row,
        "offset": one.offset,
        "pointer": one.pointer,
        "message": one.message,
    }


def _reference(summary: Summary) -> _Json:
    sampling, totals = summary.asked.sampling, summary.totals
    return {
        "share": sampling.share,
        "seed": sampling.seed,
        "rows": totals.audited,
        "disagreeing": totals.disagreeing,
        "disagreements": [_disagreement(one) for one in totals.disagreements],
    }


def _disagreement(one: Disagreement) -> _Json:
    return {
        "path": one.place.path,
        "row": one.place.number,
        "offset": one.place.offset,
        "codes": list(one.codes),
        "reference": list(one.reference),
    }

"""Explain a code: its sentence, what it means, and what is wrong and right or what to do next."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from askfirst import resources
from askfirst.vocabulary import CODES, Because, DocumentType, DriftCode, Severity, SignalCode

__all__ = ["EXPLAINED", "Explanation", "explain"]

#: Every code that has a page: of findings, of the reasons of a Decision, of libraries, of signals.
EXPLAINED = tuple(sorted((*CODES, *map(str, Because), *map(str, DriftCode), *map(str, SignalCode))))

_PAGES = Path(__file__).parent / "explanations"


class Explanation(NamedTuple):
    """What there is to say about a code; `body` is Markdown. A reason is neither good nor bad.

    A code of audio files or of the texts of signals is about no document.
    """

    code: str
    title: str
    severity: Severity | Literal["reason", "signal"]
    types: tuple[str, ...]
    sentence: str
    body: str


def explain(code: str) -> Explanation:
    """Return the explanation of a code. Raises `KeyError` for a code that does not exist."""
    row = _sentences()[code]
    title, _, body = (_PAGES / f"{code}.md").read_text(encoding="utf-8").partition("\n")
    return Explanation(
        code=code,
        title=title.removeprefix("# "),
        severity=_severity(code),
        types=tuple(row.get("types", (DocumentType.DECISION,))),
        sentence=str(row["sentence"]),
        body=body.strip(),
    )


def _severity(code: str) -> Severity | Literal["reason", "signal"]:
    if code in list(DriftCode):
        return DriftCode(code).severity
    return CODES.get(code, "signal" if code in list(SignalCode) else "reason")


@cache
def _sentences() -> dict[str, dict[str, Any]]:
    tables = json.loads(resources.read("spec/1.0/tables.json"))
    others = [
        {"code": str(one), "sentence": one.sentence, "types": ()}
        for one in (*DriftCode, *SignalCode)
    ]
    return {row["code"]: row for row in (*tables["codes"], *tables["reasons"], *others)}

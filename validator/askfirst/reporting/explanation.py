"""Explain a code: its sentence, what it means, a wrong and a right fragment."""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from askfirst import resources
from askfirst.vocabulary import CODES, Severity

__all__ = ["Explanation", "explain"]

_PAGES = Path(__file__).parent / "explanations"


class Explanation(NamedTuple):
    """What there is to say about a code; `body` is Markdown."""

    code: str
    title: str
    severity: Severity
    types: tuple[str, ...]
    sentence: str
    body: str


def explain(code: str) -> Explanation:
    """Return the explanation of a code. Raises `KeyError` for a code that does not exist."""
    row = next(row for row in _sentences() if row["code"] == code) if code in CODES else None
    if row is None:
        raise KeyError(code)
    title, _, body = (_PAGES / f"{code}.md").read_text(encoding="utf-8").partition("\n")
    return Explanation(
        code=code,
        title=title.removeprefix("# "),
        severity=CODES[code],
        types=tuple(row["types"]),
        sentence=str(row["sentence"]),
        body=body.strip(),
    )


@cache
def _sentences() -> list[dict[str, str]]:
    codes: list[dict[str, str]] = json.loads(resources.read("spec/1.0/tables.json"))["codes"]
    return codes

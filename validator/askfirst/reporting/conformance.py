"""Write how an implementation stands with the conformance vectors."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import askfirst
from askfirst.conformance import Result, Standing
from askfirst.reporting.style import PLAIN, Paint, Style
from askfirst.reporting.visible import visible

__all__ = ["as_json", "as_text"]

_Json: TypeAlias = dict[str, object]
#: How many differences of one vector are shown.
_SHOWN = 8
_WORDS = {
    Standing.PASSED: "passed",
    Standing.FAILED: "failed",
    Standing.SKIPPED: "skipped",
    Standing.BROKEN: "not answered",
    Standing.NOT_ASKED: "not asked",
}


def as_json(results: Sequence[Result]) -> str:
    """Return the results as JSON text that ends with a newline (results.schema.json)."""
    value = {
        "askfirst": askfirst.SPEC_VERSION,
        "tool": f"askfirst {askfirst.__version__}",
        **{_member(standing): _count(results, standing) for standing in Standing},
        "rules": _table(results, "rules"),
        "codes": _table(results, "codes"),
        "results": [_result(result) for result in results],
    }
    return json.dumps(value, indent=2) + "\n"


def _member(standing: Standing) -> str:
    return "notAsked" if standing is Standing.NOT_ASKED else str(standing)


def _result(result: Result) -> _Json:
    return {
        "vector": result.vector.id,
        "description": result.vector.value["description"],
        "standing": _member(result.standing),
        "differences": list(result.told),
    }


def _table(results: Iterable[Result], member: str) -> list[_Json]:
    """Return how many vectors there are of each rule or code, and how many of them passed."""
    found: dict[str, list[bool]] = {}
    for result in results:
        for name in result.vector.value[member]:
            found.setdefault(name, []).append(result.standing is Standing.PASSED)
    return [
        {"name": name, "vectors": len(found[name]), "passed": sum(found[name])}
        for name in sorted(found, key=lambda name: (len(name), name))
    ]


def as_text(results: Sequence[Result], style: Style = PLAIN) -> str:
    """Return what failed and how, then a table by rule and code, then the sum."""
    wrong = [r for r in results if r.standing in (Standing.FAILED, Standing.BROKEN)]
    lines = [*(line for result in wrong for line in _block(result, style)), *_tables(results)]
    return "".join(f"{line}\n" for line in [*lines, _sum(results)])


def _block(result: Result, style: Style) -> Iterator[str]:
    """Yield a vector that did not pass and what is to be said about it."""
    paint: Paint = style.error if result.standing is Standing.FAILED else style.warning
    yield f"{style.place(visible(result.vector.id))}: {paint(_WORDS[result.standing])}"
    yield f"  {visible(str(result.vector.value['description']))}"
    yield from (f"    {visible(told)}" for told in result.told[:_SHOWN])
    if len(result.told) > _SHOWN:
        yield f"    and {len(result.told) - _SHOWN} more"
    yield ""


def _tables(results: Sequence[Result]) -> Iterator[str]:
    rules = _table(results, "rules")
    yield from (
        f"rule {row['name']:>2}: {row['passed']} of {row['vectors']} passed" for row in rules
    )
    codes = _table(results, "codes")
    yield from (
        f"{row['name']}: {row['passed']} of {row['vectors']} passed"
        for row in codes
        if row["passed"] != row["vectors"]
    )
    whole = sum(row["passed"] == row["vectors"] for row in codes)
    yield from [f"codes: all vectors passed for {whole} of {len(codes)}"] if codes else []


def _share(row: _Json) -> str:
    return f"{row['passed']} of {row['vectors']} passed"


def _sum(results: Sequence[Result]) -> str:
    counts = [(_count(results, standing), _WORDS[standing]) for standing in Standing]
    return f"{len(results)} vectors: {', '.join(f'{n} {word}' for n, word in counts if n)}."


def _count(results: Iterable[Result], standing: Standing) -> int:
    return sum(result.standing is standing for result in results)

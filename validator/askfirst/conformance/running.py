"""Put every vector to an implementation and judge what it answers (spec 15)."""

import json
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from askfirst.conformance.implementation import Implementation, Unanswered
from askfirst.conformance.judging import Malformed, differences
from askfirst.conformance.vectors import Vector

__all__ = ["Result", "Standing", "run"]

#: After so many vectors in a row without an answer the rest is not asked.
_PATIENCE = 3
#: How many bytes of an answer that is none are shown.
_SHOWN = 200


class Standing(StrEnum):
    """How an implementation stands with a vector."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    BROKEN = "broken"
    NOT_ASKED = "not-asked"


class Result(NamedTuple):
    """A vector, how the implementation stands with it, and what is to be said about that."""

    vector: Vector
    standing: Standing
    told: tuple[str, ...] = ()


def run(vectors: Iterable[Vector], start: Callable[[], Implementation]) -> Iterator[Result]:
    """Yield the result of each vector; a command that broke is started again for the next one.

    Raises `CannotRun` where the command cannot be started.
    """
    running: Implementation | None = None
    unanswered = 0
    try:
        for vector in vectors:
            if unanswered == _PATIENCE:
                yield Result(vector, Standing.NOT_ASKED)
                continue
            running = running or start()
            try:
                yield _judged(vector, _answer(vector, running.ask(vector.line)))
                unanswered = 0
            except Unanswered as error:
                # what it answers from now on could be the answer to something else
                running.close()
                running, unanswered = None, unanswered + 1
                yield Result(vector, Standing.BROKEN, (str(error),))
    finally:
        if running:
            running.close()


def _judged(vector: Vector, answer: dict[str, Any]) -> Result:
    if "skipped" in answer and vector.value.get("syntax") == "yaml":
        return Result(vector, Standing.SKIPPED, (str(answer["skipped"]),))
    try:
        told = differences(vector, answer)
    except (Malformed, RecursionError) as error:
        return Result(vector, Standing.BROKEN, (f"the answer is malformed: {error}",))
    return Result(vector, Standing.FAILED if told else Standing.PASSED, told)


def _answer(vector: Vector, line: bytes) -> dict[str, Any]:
    """Return the answer in a line. Raises `Unanswered` where it is none to this vector."""
    try:
        answer = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Unanswered(f"answered with no JSON: {_beginning(line)}") from error
    if not isinstance(answer, dict):
        raise Unanswered(f"answered with no object: {_beginning(line)}")
    if answer.get("id") != vector.id:
        raise Unanswered(f"answered with an `id` that is not the vector's: {_beginning(line)}")
    return answer


def _beginning(line: bytes) -> str:
    return line[:_SHOWN].decode(errors="replace").rstrip("\n") + "…" * (len(line) > _SHOWN)

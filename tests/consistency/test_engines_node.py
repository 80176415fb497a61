"""The schemas mean the same in Node as in Rust, for every example and one step around it."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from askfirst import resources
from tests.consistency.changes import at, replaced, steps_in, without
from tests.consistency.documents import EVERYTHING
from tests.consistency.engines import validator
from tests.consistency.shipped import Json, Place, document_schemas, schemas
from tests.needs import needs

NODE = Path(__file__).parents[1] / "node"
#: What is asked: the examples of each schema, and documents that together hold every member.
EXAMPLES: list[tuple[str, Json]] = [
    *((address, one) for address in schemas() for one in schemas()[address].get("examples", ())),
    *((document_schemas()[one["type"]].file, one) for one in EVERYTHING),
]

#: What is put in the place of each value: the wrong kind, the wrong text, too much of it.
OTHERS: tuple[Json, ...] = (
    *(None, True, 1, "", "x", "any", "anyone", "worldwide", "until-withdrawn"),
    *("urn:x y", 'urn:"', "sv-", "\u0661\u0662", "2026-11-22T10:00:00", "2026-02-30T10:00:00Z"),
    *([], ["training"], ["training", "training"], ["SE", "worldwide"], {}, {"id": "urn:x"}),
)


def answers_of_node(questions: list[tuple[str, Json]]) -> list[bool]:
    lines = [json.dumps({"schema": schema, "instance": instance}) for schema, instance in questions]
    run = subprocess.run(
        ["node", NODE / "validate.mjs", *sorted((resources.root() / "schemas/1.0").glob("*.json"))],  # noqa: S607 - whichever Node is installed
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    return [json.loads(answer) for answer in run.stdout.splitlines()]


def questions() -> Iterator[tuple[str, Json]]:
    for address, example in EXAMPLES:
        yield address, example
        yield from ((address, changed) for changed in changes_of(example))


def changes_of(example: Json) -> Iterator[Json]:
    for route in steps_in(example):
        yield without(example, route)
        yield from (replaced(example, route, other) for other in OTHERS)
        yield replaced(example, route, _longer(at(example, route)))


def _longer(value: Json) -> Json:
    """Return a text with a line feed after it, a list with every entry twice, or the value."""
    if isinstance(value, str):
        return value + "\n"
    return value * 2 if isinstance(value, list) else value


@pytest.fixture(scope="module", autouse=True)
def _node() -> None:
    needs("Node", shutil.which("node") is not None and (NODE / "node_modules").is_dir())


def test_node_and_rust_agree() -> None:
    asked = list(questions())
    in_rust = [validator(Place(address)).is_valid(instance) for address, instance in asked]
    in_node = answers_of_node(asked)

    assert len(in_node) == len(asked)
    assert {True, False} == set(in_rust)
    assert [q for q, rust, node in zip(asked, in_rust, in_node, strict=True) if rust != node] == []

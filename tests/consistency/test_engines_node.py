"""The schemas mean the same in Node as in Rust, for every example and one step around it."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from askfirst import resources
from tests.consistency.changes import replaced, steps_in, without
from tests.consistency.engines import validator
from tests.consistency.shipped import Json, Place, schemas
from tests.needs import needs

NODE = Path(__file__).parents[1] / "node"
EXAMPLES = {
    address: schema["examples"] for address, schema in schemas().items() if "examples" in schema
}

#: What is put in the place of each value: the wrong kind, the wrong text, too much of it.
OTHERS: tuple[Json, ...] = (
    *(None, True, 1, "", "x", "any", "anyone", "worldwide", "until-withdrawn"),
    *("mailto:a@b\n", "urn:x y", 'urn:"', "sv-", "\u0661\u0662", "SEXYZ2600012\n"),
    *("2026-11-22T10:00:00+00:00", "2026-02-30T10:00:00Z", "2026-11-22T10:00:00Z\n"),
    *([], ["training"], ["training", "training"], ["SE", "worldwide"], {}, {"id": "urn:x"}),
)


def answers_of_node(questions: list[tuple[str, Json]]) -> list[bool]:
    lines = [json.dumps({"schema": schema, "instance": instance}) for schema, instance in questions]
    run = subprocess.run(
        ["node", NODE / "validate.mjs", *sorted((resources.root() / "schemas/1.0").iterdir())],  # noqa: S607 - whichever Node is installed
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stderr == ""
    return [json.loads(answer) for answer in run.stdout.splitlines()]


def questions() -> Iterator[tuple[str, Json]]:
    for address, examples in EXAMPLES.items():
        for example in examples:
            yield address, example
            yield from ((address, changed) for changed in changes_of(example))


def changes_of(example: Json) -> Iterator[Json]:
    for route in steps_in(example):
        yield without(example, route)
        yield from (replaced(example, route, other) for other in OTHERS)


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

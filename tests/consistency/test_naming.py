"""Every object that becomes a node has a name, and its own `id` wherever it has one."""

import pytest

from tests.consistency.naming import named, names
from tests.consistency.shipped import Json

BASE = "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"id": BASE}, {"id": BASE}),
        ({"track": {}}, {"id": f"{BASE}#", "track": {"id": f"{BASE}#/track"}}),
        ({"id": BASE, "by": {"id": "urn:a"}}, {"id": BASE, "by": {"id": "urn:a"}}),
        ({"id": BASE, "files": [{}]}, {"id": BASE, "files": [{}]}),
        ({"id": BASE, "expression": {}}, {"id": BASE, "expression": {}}),
        ({"id": BASE, "proof": {"x-a": {}}}, {"id": BASE, "proof": {"x-a": {}}}),
    ],
)
def test_a_name_is_given_only_to_a_node_without_one(document: Json, expected: Json) -> None:
    assert named(document, BASE) == expected


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ({"id": BASE, "rightsholders": [{"id": "urn:a"}, {}]}, f"{BASE}#/rightsholders/1"),
        ({"id": BASE, "x-a": {"id": "urn:a", "x-b": {}}}, f"{BASE}#/x-a/x-b"),
        ({"id": BASE, "x-a/b~c d%": {}}, f"{BASE}#/x-a~1b~0c%20d%25"),
    ],
)
def test_a_name_is_the_json_pointer_as_a_fragment(document: Json, name: str) -> None:
    assert names(document, BASE) == {name}

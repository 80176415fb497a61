"""Every object of a document has a name, which says where in it the object stands."""

import pytest

from tests.consistency.naming import named, names
from tests.consistency.shipped import Json

BASE = "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"id": BASE}, {"@id": BASE, "id": BASE}),
        ({"track": {}}, {"@id": BASE, "track": {"@id": f"{BASE}#/track"}}),
        ({"by": {"id": "urn:a"}}, {"@id": BASE, "by": {"@id": f"{BASE}#/by", "id": "urn:a"}}),
        ({"files": [{}]}, {"@id": BASE, "files": [{"@id": f"{BASE}#/files/0"}]}),
        ({"artists": ["a"]}, {"@id": BASE, "artists": ["a"]}),
        ({"proof": {"x-a": {}}}, {"@id": BASE, "proof": {"x-a": {}}}),
    ],
)
def test_an_object_is_named_and_keeps_its_own_id(document: Json, expected: Json) -> None:
    assert named(document, BASE) == expected


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ({"rightsholders": [{"id": "urn:a"}]}, f"{BASE}#/rightsholders/0"),
        ({"x-a/b~c d%": {}}, f"{BASE}#/x-a~1b~0c%20d%25"),
    ],
)
def test_a_name_is_the_json_pointer_as_a_fragment(document: Json, name: str) -> None:
    assert names(document, BASE) == {BASE, name}

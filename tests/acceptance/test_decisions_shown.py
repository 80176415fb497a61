"""A Decision that the stories or the specification show is the answer that is given."""

import json

import askfirst
from tests.acceptance.listing import PASSING
from tests.consistency.documents import conforming
from tests.consistency.shipped import Json

AT = "2026-12-05T12:00:00Z"
SPECIFIED = [one for name, one in conforming().items() if name.startswith("specification ")]


def answer(request: Json, *documents: Json) -> Json:
    return askfirst.decide(request, documents, at=AT, assurance="unsigned").to_dict()


def story(name: str) -> Json:
    return json.loads((PASSING / "decision" / f"{name}.json").read_bytes())


def test_the_story_shows_the_answer_to_its_request() -> None:
    given = answer(story("request"), story("declaration"), story("consent"))
    assert given == story("decision")


def test_the_specification_shows_the_answer_to_its_request() -> None:
    by_id = {one["id"]: one for one in SPECIFIED}
    (shown,) = (one for one in SPECIFIED if one["type"] == "Decision")
    documents = [by_id[row["id"]] for row in shown["documents"]]

    assert answer(by_id[shown["request"]["id"]], *documents) == shown

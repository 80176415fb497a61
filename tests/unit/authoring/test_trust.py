"""Entries are put into a trust file once, and what stands in it stays as it is written."""

import json

import pytest

from askfirst.authoring.trust import HOLDERS, SET_ASIDE, WITNESSES, added, changed, written
from askfirst.checking import read_trust
from askfirst.editing import read
from askfirst.reading import Syntax, plain

KEY = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
MARA = {
    "holder": "https://mara.example.org/",
    "keys": [KEY],
    "rights": ["recording", "voice"],
    "identifiers": ["isrc:SEXYZ*"],
}
PLATFORM = {"id": "https://platform.example.com/", "ownUses": True}
TEXT = """\
# ours
askfirst: 1.0.0
type: Trust
witnesses:
  # since the contract
  - {id: "https://platform.example.com/", ownUses: true}   # Ada asked

setAside: []
"""


@pytest.mark.parametrize("syntax", Syntax)
def test_a_new_file_says_what_was_added(syntax: Syntax) -> None:
    file = added(added({}, WITNESSES, [PLATFORM]), HOLDERS, [MARA])
    text = written(file, syntax)

    assert plain(read(text, syntax).root) == file
    assert list(file) == ["askfirst", "type", "holders", "witnesses"]
    assert len(read_trust(text).by_key) == 1
    assert text.startswith("#") is (syntax is Syntax.YAML)


def test_the_same_entry_is_added_once() -> None:
    once = added({}, HOLDERS, [MARA, MARA])

    assert len(once["holders"]) == 1
    assert added(once, HOLDERS, [{**MARA, "rights": ["voice", "recording"]}]) == once
    assert len(added(once, HOLDERS, [{**MARA, "until": "2027-01-01T00:00:00Z"}])["holders"]) == 2


def test_a_document_is_set_aside_once_whatever_the_reason() -> None:
    entry = {"sha256": "0" * 64, "reason": "a", "name": "b", "at": "2027-01-01T00:00:00Z"}
    once = added({}, SET_ASIDE, [entry])

    assert added(once, SET_ASIDE, [{**entry, "reason": "c"}]) == once


def test_nothing_to_add_makes_no_list() -> None:
    assert added({}, SET_ASIDE, []) == {"askfirst": "1.0.0", "type": "Trust"}


def test_comments_and_layout_stay() -> None:
    file = plain(read(TEXT).root)
    assert isinstance(file, dict)
    text = changed(TEXT, added(file, HOLDERS, [MARA]), Syntax.YAML)

    assert [line for line in TEXT.splitlines() if line not in text.splitlines()] == []
    assert read_trust(text).holders[0].keys == (KEY,)
    assert changed(TEXT, file, Syntax.YAML) == TEXT


def test_json_stays_json() -> None:
    file = added({}, WITNESSES, [PLATFORM])
    text = json.dumps(file, indent=4)

    after = changed(text, added(file, HOLDERS, [MARA]), Syntax.JSON)
    assert list(json.loads(after)) == ["askfirst", "type", "holders", "witnesses"]

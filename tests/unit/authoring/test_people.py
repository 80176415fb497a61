"""Who did what, where they can be asked, and the rightsholders that come of it."""

import pytest

from askfirst.authoring.people import (
    EVERYTHING,
    Contribution,
    NoAddress,
    Part,
    Person,
    address,
    entries,
    person,
    rights_of,
)
from askfirst.vocabulary import Right

ID = "urn:uuid:8c2c8f0e-6c34-4b65-9c55-2d6d8f0b1a10"
MARA = Person("Mara Lindqvist", "https://mara.example.org/")


def test_everything_is_every_right() -> None:
    assert rights_of(EVERYTHING) == tuple(Right)


def test_who_plays_has_no_voice_in_it() -> None:
    assert rights_of([Contribution.PLAYED]) == (Right.PERFORMANCE, Right.LIKENESS)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("mara@example.org", "mailto:mara@example.org"),
        ("MAILTO:mara@example.org", "MAILTO:mara@example.org"),
        ("<mara@example.org>", "mailto:mara@example.org"),
        ("mara.example.org", "https://mara.example.org/"),
        ("mara.example.org/ask?a=1", "https://mara.example.org/ask?a=1"),
        ("http://mara.example.org/", "http://mara.example.org/"),
        ("did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", None),
    ],
)
def test_an_address_is_what_people_write(text: str, meant: str | None) -> None:
    assert address(text) == (meant or text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "mara",
        "mara@",
        "@example.org",
        "a b@example.org",
        "https://",
        "1.2",
        "12",
        "\udc80",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(NoAddress):
        address(text)


def test_an_address_stands_behind_the_name() -> None:
    assert person(" Idris  Vale <idris@example.org>") == Person(
        "Idris Vale", "mailto:idris@example.org"
    )
    assert person("Idris Vale") == Person("Idris Vale")


@pytest.mark.parametrize("text", ["<idris@example.org>", "Idris <idris@example.org", "Idris <x>"])
def test_a_name_with_half_an_address_is_refused(text: str) -> None:
    with pytest.raises(NoAddress):
        person(text)


def test_one_person_has_one_entry() -> None:
    parts = [Part(MARA, (Right.VOICE,)), Part(MARA, (Right.LYRICS, Right.VOICE))]
    assert [one["rights"] for one in entries(parts, ID)] == [["lyrics", "voice"]]


def test_who_has_no_address_is_the_same_one_in_the_whole_document() -> None:
    one, other = (entries([Part(Person(name), (Right.VOICE,))], ID) for name in ("Lena", "LENA"))
    assert one[0]["holder"] == other[0]["holder"]
    assert one[0]["holder"].startswith("urn:uuid:")
    assert "contact" not in one[0]


def test_a_society_stands_beside_its_member_for_works_only() -> None:
    society = Person("Society", "https://society.example.org/")
    alone, managed = sorted(
        entries([Part(MARA, (Right.COMPOSITION, Right.VOICE), society)], ID), key=len
    )
    assert alone["rights"] == ["voice"]
    assert managed["rights"] == ["composition"]
    assert managed["mandate"]["capacity"] == "society"


def test_who_has_nothing_has_no_entry() -> None:
    assert entries([Part(MARA, ())], ID) == []

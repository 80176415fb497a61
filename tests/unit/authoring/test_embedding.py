"""What is written into a file says what the document says, and no more."""

import json
from typing import Any

import pytest

from askfirst.authoring.embedding import SignedContacts, statement, without_contacts
from askfirst.checking import InvalidDocument
from askfirst.signals import Channel, Found, signal
from askfirst.signals.xmp import properties
from askfirst.vocabulary import Status
from tests.acceptance.fences import ROOT

PASS = ROOT / "examples/pass"
DECLARATION = json.loads((PASS / "solo-artist/declaration.json").read_bytes())
RELEASE = json.loads((PASS / "release-folder/askfirst.json").read_bytes())
LICENSED = json.loads((PASS / "creative-commons/declaration.json").read_bytes())
MARA = DECLARATION["rightsholders"][0]
OTHER = {**MARA, "holder": "https://idris.example.net/", "contact": "MAILTO:idris@example.net"}


def test_the_document_is_written_compact_and_whole() -> None:
    text = statement(DECLARATION).declaration

    assert json.loads(text) == DECLARATION
    assert "\n" not in text
    assert '": ' not in text
    assert json.loads(statement(RELEASE, 1).declaration) == RELEASE


@pytest.mark.parametrize(
    ("members", "line"),
    [
        ({}, "{id}, verify at https://mara.example.org/ask"),
        ({"id": "https://mara.example.org/å.json"},) * 2,
        ({"askAt": "mailto:mara@example.org"}, "{id}"),
    ],
)
def test_the_line_names_the_document_and_where_to_verify(
    members: dict[str, Any], line: str | dict[str, str]
) -> None:
    copyright_ = statement({**DECLARATION, **members}).copyright
    ascii_ = "https://mara.example.org/%C3%A5.json"
    wanted = f"{ascii_}, verify at {ascii_}" if isinstance(line, dict) else line
    assert copyright_ == "AskFirst 1.0 declaration " + wanted.format(id=DECLARATION["id"])


def test_the_license_is_that_of_the_track() -> None:
    assert statement(LICENSED).license == LICENSED["track"]["license"]
    assert statement(DECLARATION).license is None


def test_the_packet_says_no_more_than_the_document() -> None:
    packet = (statement(DECLARATION).xmp or b"").decode()
    found = {one.name: one.values for one in properties(packet)}
    uses = [value.rpartition("#")[2] for value in found["permits"]]
    assert found["document"] == (DECLARATION["id"],)
    assert set(uses) == set(DECLARATION["permits"])

    plus = signal("plus")
    heard = plus.combine(plus.read(Found(Channel.FILE, packet)))
    assert heard
    assert all(answer.status is not Status.PERMITTED for answer in heard.values())


def test_what_does_not_conform_is_not_written() -> None:
    with pytest.raises(InvalidDocument):
        statement({**DECLARATION, "requiresConsent": ["nothing"]})
    with pytest.raises(InvalidDocument):
        statement({"askfirst": "1.0.0", "type": "Policy"})


def test_mail_addresses_of_others_are_left_out() -> None:
    band = {**DECLARATION, "by": {"id": MARA["holder"]}, "rightsholders": [MARA, OTHER]}
    mine, other = without_contacts(band)["rightsholders"]

    assert mine == MARA
    assert other == {name: value for name, value in OTHER.items() if name != "contact"}
    assert without_contacts(DECLARATION) == DECLARATION


def test_those_of_the_tracks_of_a_release_too() -> None:
    track = {**RELEASE["tracks"][0], "rightsholders": [MARA, OTHER]}
    album = {**RELEASE, "by": {"id": MARA["holder"]}, "tracks": [track]}

    assert "MAILTO" not in json.dumps(without_contacts(album))


def test_a_page_of_somebody_else_stays() -> None:
    page = {**OTHER, "contact": "https://idris.example.net/ask"}
    band = {**DECLARATION, "by": {"id": MARA["holder"]}, "rightsholders": [MARA, page]}

    assert without_contacts(band) == band


def test_what_is_signed_is_not_changed() -> None:
    proof = {"type": "DataIntegrityProof"}
    assert without_contacts({**DECLARATION, "proof": proof})["proof"] == proof
    band = {**DECLARATION, "by": {"id": MARA["holder"]}, "rightsholders": [MARA, OTHER]}
    with pytest.raises(SignedContacts):
        without_contacts({**band, "proof": proof})

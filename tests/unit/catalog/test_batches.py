"""Columns of Arrow get the answers that documents and tracks get one by one."""

import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from askfirst import catalog
from askfirst.catalog import Decider, check_batch, check_batches, decide_batch, decide_batches
from askfirst.catalog.noting import NotIndexed
from askfirst.catalog.verdicts import verdict
from askfirst.decision import NoDocument, NoQuestion
from tests.unit.catalog.audited import AT, REQUEST, UNREADABLE, audited, world
from tests.unit.catalog.rowing import documents

LISTS = pa.list_(pa.binary())
KNOWN = json.dumps({"isrc": "SEXYZ2600012"})
DECLARATION = next(row for row in documents() if verdict(row).kind == "Declaration")
HOW: Any = {"at": AT, "assurance": "unsigned"}


def answers(tracks: Any, given: Any, **how: Any) -> list[Any]:  # noqa: ANN401 - as lists
    found = decide_batch(pa.array(tracks), pa.array(given, LISTS), REQUEST, **{**HOW, **how})
    return found.to_pylist()


@pytest.mark.parametrize("kind", [pa.string(), pa.large_binary(), pa.binary_view()])
def test_a_column_gets_the_verdict_on_each_document(kind: pa.DataType) -> None:
    rows = [row for row in documents() if row.isascii()]
    found = check_batch(pa.chunked_array([pa.array([*rows, None], pa.binary()).cast(kind)]))

    expected = [verdict(row) for row in [*rows, b""]]
    assert found["codes"].to_pylist() == [list(one.codes) for one in expected]
    assert found["conforms"].to_pylist() == [one.conforms for one in expected]
    assert found["type"].to_pylist() == [one.kind for one in expected]
    assert found["id"].to_pylist() == [one.id for one in expected]


def test_a_pointer_leads_into_the_metadata_of_others() -> None:
    rows = [b'{"meta":%b}' % documents()[0], b"{}"]
    one, other = check_batch(pa.array(rows), "/meta").to_pylist()

    assert one["conforms"] is True
    assert (other["conforms"], other["codes"]) == (False, ["AF015"])


def test_an_id_that_is_no_text_can_be_shown() -> None:
    row = json.dumps({**UNREADABLE, "id": "urn:x:\ud800"}).encode()

    assert check_batch(pa.array([row]))["conforms"].to_pylist() == [False]


@pytest.mark.parametrize("column", [pa.array([1]), pa.array([["text"]])])
def test_other_columns_are_refused(column: Any) -> None:  # noqa: ANN401 - a column
    lists, texts = pa.array([[b""]], LISTS), pa.array([KNOWN])
    with pytest.raises(TypeError):
        check_batch(column)
    with pytest.raises(TypeError):
        decide_batch(column, lists, REQUEST, at=AT)
    with pytest.raises(TypeError):
        decide_batch(texts, pa.array([1]), REQUEST, at=AT)
    with pytest.raises(ValueError, match="argument 2"):
        decide_batch(texts, lists[:0], REQUEST, at=AT)


@pytest.mark.parametrize(("invalid", "unreadable"), [(0, False), (0.1, False), (0.1, True)])
def test_a_column_gets_the_answers_of_the_local_audit(
    tmp_path: Path, invalid: float, unreadable: bool
) -> None:
    spoken = world(tmp_path, invalid, unreadable=unreadable)
    tracks = [track for track in spoken.tracks[::8] if track != b"{}"]
    expected = audited(spoken.documents, tracks, tmp_path)

    found = answers([*tracks, "{}"], [spoken.documents[::-1]] * (len(tracks) + 1))
    for one, row in zip(expected, found, strict=False):
        assert (row["outcome"], row["decision"]) == (one.outcome, one.decision)
        assert dict(row["rights"]) == one.rights
        assert tuple(row["why"]) == one.codes
        told = [(it["right"], it["holder"], it["use"]) for it in row["missing"]]
        assert told == [it[:3] for it in one.missing]
    assert unreadable or "permitted" in {one.outcome for one in expected}
    assert found[-1]["outcome"] is None


@pytest.mark.parametrize("track", [None, "", "[", "{}", '{"isrc":"1"}', '{"title":"?"}', "[1]"])
def test_what_names_no_track_has_no_outcome(track: str | None) -> None:
    named, unnamed = answers([KNOWN, track], [[], []])

    assert (named["outcome"], named["trouble"]) == ("consent-required", None)
    assert (unnamed["outcome"], unnamed["decision"]) == (None, None)
    assert unnamed["trouble"]


def test_no_documents_are_silence() -> None:
    track = json.dumps(json.loads(DECLARATION)["track"])
    one, other, known = answers([track] * 3, [None, [], [DECLARATION]])

    assert one == other != known


@pytest.mark.parametrize("text", [None, b"", b"{", b"{}", b"[]", b'"text"'])
def test_what_is_no_document_stops_the_question(text: bytes | None) -> None:
    with pytest.raises((NotIndexed, NoDocument)):
        answers([KNOWN], [[text]])


def test_only_a_request_is_asked() -> None:
    with pytest.raises(NoQuestion):
        Decider.of(json.loads(DECLARATION), at=AT)


@pytest.mark.parametrize("how", [{"at": "now"}, {"assurance": "none"}])
def test_a_question_without_an_answer_is_refused_before_any_row(how: dict[str, str]) -> None:
    with pytest.raises(NoQuestion):
        answers([], [], **how)


def test_steps_take_batches_to_batches_also_in_other_processes() -> None:
    row = {"n": 7, "doc": DECLARATION, "track": KNOWN, "documents": []}
    batch = pa.RecordBatch.from_pylist([row])
    decider = Decider.of(REQUEST, **HOW).beside([json.dumps(UNREADABLE).encode()])
    again = pickle.loads(pickle.dumps(decider))  # noqa: S301 - our own bytes

    (checked,) = check_batches("doc", keep=["n"])([batch])
    (one,), (other,) = (
        decide_batches(it, "track", "documents", keep=["n"])([batch]) for it in (decider, again)
    )
    assert checked.schema.names[0] == one.schema.names[0] == "n"
    assert one.equals(other)
    assert one["why"].to_pylist() != answers([KNOWN], [[]])[0]["why"]


def test_what_is_kept_has_a_name_of_its_own() -> None:
    with pytest.raises(ValueError, match="`id`"):
        check_batches("doc", keep=["id"])
    with pytest.raises(ValueError, match="`why`"):
        decide_batches(Decider.of(REQUEST, **HOW), "track", "documents", keep=["n", "why"])


def test_the_room_is_opened_without_arrow() -> None:
    code = "import sys, askfirst.catalog as c; dir(c); sys.exit('pyarrow' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert set(dir(catalog)) == set(catalog.__all__)
    with pytest.raises(AttributeError):
        catalog.nothing  # noqa: B018 - it is asked for

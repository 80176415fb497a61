"""A store has the same content for the same input, and nothing in it is taken on faith."""

import gzip
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

import askfirst
from askfirst.catalog.answers import Agreed, Answered, Auditor
from askfirst.catalog.noting import Noting
from askfirst.catalog.store import NotAStore, Store
from askfirst.checking import read_trust
from askfirst.cli.catalog_index import index
from askfirst.cli.indexing import indexed
from askfirst.model.documents import Request
from tests.property.worlds_by_hand import (
    ISRC,
    LAB,
    LABEL,
    NOW,
    SOUND,
    consent,
    declaration,
    head,
    held,
    track,
    withdrawal,
)

Object = dict[str, Any]
Command = Callable[..., int]

ANOTHER, UNHEARD = {"isrc": "SEXYZ2600012"}, {"isrc": "SEXYZ2699999"}
UNREADABLE = {**declaration(), "track": {"title": "?", "artists": ["?"], "isrc": "none"}}
TRUST = {"askfirst": "1.0.0", "type": "Trust", "holders": []}


def lines(path: Path, documents: list[Object]) -> str:
    text = "".join(f"{json.dumps(one)}\n" for one in documents).encode()
    path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)
    return str(path)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Callable[..., Store]]:
    found: list[Store] = []

    def make(*documents: Object) -> Store:
        path = lines(tmp_path / f"{len(found)}.jsonl", list(documents))
        target = tmp_path / f"{len(found)}.sqlite"
        indexed(Noting(), [path], target, 1)
        found.append(Store(str(target)))
        return found[-1]

    yield make
    for one in found:
        one.close()


@pytest.fixture
def command() -> Command:
    app = typer.Typer()
    app.command()(index)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words]).exit_code


def asking(*uses: str) -> Request:
    asked = {"uses": list(uses), "track": track(), "material": ["audio"]}
    request = askfirst.read({**head("Request", LAB), **asked})
    assert isinstance(request, Request)
    return request


def answered(found: Store, *uses: str, **known: Any) -> Answered:  # noqa: ANN401 - a track
    request = asking(*(uses or ("music-generation-training",)))
    return Auditor(found, request, at=NOW, assurance="unsigned").answer(known or {"isrc": ISRC})


def test_the_same_input_is_the_same_file(tmp_path: Path) -> None:
    many = [declaration(track=track(isrc=f"SEXYZ26{n:05}")) for n in range(20)]
    broken = {**declaration(), "permits": ["everything"]}
    one = lines(tmp_path / "1.jsonl", [*many[:15], broken])
    other = lines(tmp_path / "2.jsonl.gz", [*many[10:], consent()])
    first = indexed(Noting(), [one, other], tmp_path / "first", 1)
    again = indexed(Noting(), [one, other], tmp_path / "again", 2)
    turned = indexed(Noting(), [other, one], tmp_path / "turned", 1)
    assert (tmp_path / "first").read_bytes() == (tmp_path / "again").read_bytes()
    assert first == again == turned
    assert first.types == {"Declaration": 20, "Consent": 1}
    assert (first.broken, first.everywhere, first.duplicates) == ({"Declaration": 1}, 0, 5)
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == []


def test_documents_stand_in_folders_in_yaml_and_in_lists(tmp_path: Path, command: Command) -> None:
    said, agreed = declaration(), consent()
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "album.askfirst.yaml").write_text(json.dumps(said))
    (folder / "all.askfirst.json").write_text(json.dumps([agreed, withdrawal(agreed)]))
    assert command(folder, "-o", tmp_path / "s.sqlite") == 0
    with closing(Store(str(tmp_path / "s.sqlite"))) as found:
        found.verify()
        assert set(found.inputs) == {str(path) for path in folder.iterdir()}
        assert answered(found).outcome == "consent-required"
        assert len(answered(found).documents) == 3


def test_documents_stand_inside_the_metadata_of_others(tmp_path: Path, command: Command) -> None:
    rows = [{"n": 1, "meta": {"license": one}} for one in (declaration(), UNREADABLE)]
    path, target = lines(tmp_path / "uploads.jsonl", rows), tmp_path / "s.sqlite"
    assert command(path, "-o", target, "--pointer", "/meta/license") == 0
    with closing(Store(str(target))) as found:
        assert len(found.everywhere) == 1
        assert len(answered(found).documents) == 2
    assert command(path, "-o", target, "--pointer", "/meta/other") == 2


@pytest.mark.parametrize("row", [b"{", b"{}", b"[]", b"", json.dumps(TRUST).encode()])
def test_what_is_no_document_stops_the_index(tmp_path: Path, row: bytes, command: Command) -> None:
    path, target = tmp_path / "rows.jsonl", tmp_path / "s.sqlite"
    path.write_bytes(json.dumps(declaration()).encode() + b"\n" + row + b"\n")
    assert command(path, "-o", target) == 2
    assert list(tmp_path.iterdir()) == [path]


def test_a_store_replaces_a_store_only(tmp_path: Path, command: Command) -> None:
    path, target = lines(tmp_path / "rows.jsonl", [declaration()]), tmp_path / "s.sqlite"
    assert command(path, "-o", target) == 0
    with closing(sqlite3.connect(target)) as file, file:
        file.execute("UPDATE meta SET value = '0.0.1' WHERE name = 'tool'")
    assert command(path, "-o", target) == 0
    Store(str(target)).close()
    target.write_bytes(b"mine")
    assert command(path, "-o", target) == 2
    assert target.read_bytes() == b"mine"
    assert command(path, "-o", path) == 2
    assert command(path, "-o", tmp_path / "no" / "folder") == 2
    assert command(tmp_path / "none.jsonl", "-o", tmp_path / "other") == 2


@pytest.mark.parametrize("content", [b"", b"no store", b"SQLite format 3\0" + 5000 * b"\1"])
def test_another_file_is_no_store(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "s.sqlite").write_bytes(content)
    with pytest.raises(NotAStore):
        Store(str(tmp_path / "s.sqlite"))
    with pytest.raises(NotAStore):
        Store(str(tmp_path / "none.sqlite"))


@pytest.mark.parametrize(
    "change",
    [
        "PRAGMA user_version=2",
        "PRAGMA application_id=1",
        "DELETE FROM meta WHERE name = 'content'",
        "UPDATE meta SET value = '0.0.1' WHERE name = 'tool'",
    ],
)
def test_another_form_is_no_store(store: Callable[..., Store], change: str) -> None:
    path = store(declaration()).path
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(change)
    with pytest.raises(NotAStore):
        Store(path)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE documents SET sha256 = randomblob(32)",
        "UPDATE documents SET text = CAST('{}' AS BLOB) WHERE text IS NOT NULL",
        "UPDATE documents SET kind = 'Consent' WHERE text IS NOT NULL",
        "UPDATE documents SET place = 7 WHERE text IS NULL",
        "UPDATE texts SET data = CAST('{}' AS BLOB)",
        "DELETE FROM documents",
        "DELETE FROM texts",
        "UPDATE identifiers SET part = 7",
        "UPDATE identifiers SET document = document + 7",
    ],
)
def test_what_was_changed_is_found(store: Callable[..., Store], change: str) -> None:
    path = store({**declaration(), "permits": ["everything"]}, declaration()).path
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(change)
    with closing(Store(path)) as found:
        with pytest.raises(NotAStore):
            found.verify()
        with pytest.raises(NotAStore):
            answered(found)


@pytest.mark.parametrize("change", ["DELETE FROM identifiers", "UPDATE identifiers SET lends = 0"])
def test_what_was_taken_from_its_index_is_found(store: Callable[..., Store], change: str) -> None:
    path = store(declaration()).path
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(change)
    with closing(Store(path)) as found, pytest.raises(NotAStore):
        found.verify()


def test_each_right_has_its_state(store: Callable[..., Store]) -> None:
    prohibiting = declaration(prohibits=["voice-replication-training"])
    label = declaration(LABEL, rightsholders=[held(LABEL, "recording")])
    found = answered(store(prohibiting, label, consent(uses=["generative-training"])), "training")
    assert found.rights == {
        "composition": Agreed.PROHIBITED,
        "lyrics": Agreed.PROHIBITED,
        "recording": Agreed.PROHIBITED,
        "performance": Agreed.PROHIBITED,
        "voice": Agreed.PROHIBITED,
        "likeness": Agreed.TO_ASK,
    }
    sound = answered(store(declaration(), label, consent()))
    assert sound.rights == dict.fromkeys(SOUND, "agreed") | {"recording": "to-ask"}
    unknown = answered(store(declaration(LABEL, rightsholders=[held(LABEL, "recording")])))
    assert unknown.rights == dict.fromkeys(SOUND, "holder-unknown") | {"recording": "to-ask"}
    assert answered(store(declaration(), consent())).outcome == "permitted"


def test_nothing_is_agreed_where_a_document_about_any_track_is_broken(
    store: Callable[..., Store],
) -> None:
    found = answered(store(declaration(), consent(), UNREADABLE))
    assert (found.outcome, found.missing) == ("consent-required", ())
    assert set(found.rights.values()) == {Agreed.TO_ASK}


@pytest.mark.parametrize("more", [[], [UNREADABLE]])
def test_tracks_that_nobody_speaks_about_have_decisions_of_their_own(
    store: Callable[..., Store], more: list[Object]
) -> None:
    trust = read_trust({**TRUST, "holders": [{"holder": LAB, "keys": [], "rights": ["any"]}]})
    auditor = Auditor(store(declaration(), *more), asking("training"), at=NOW, trust=trust)
    for known in (UNHEARD, {**ANOTHER, "title": "Ünheard", "artists": ["Sömebody"]}):
        found = auditor.answer(known)
        assert f"urn:askfirst:sha256:{found.decision}" == auditor.decide(known).id
        assert len(found.documents) == len(more)
    assert auditor.answer(UNHEARD).decision != auditor.answer(ANOTHER).decision


def test_without_a_decision_the_answer_is_the_same(store: Callable[..., Store]) -> None:
    auditor = Auditor(store(declaration(), consent()), asking("training"), at=NOW)
    written, brief = (auditor.answer({"isrc": ISRC}, writing=writing) for writing in (True, False))
    assert brief == written._replace(decision="", codes=())

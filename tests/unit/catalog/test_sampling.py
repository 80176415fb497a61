"""A sample is the same for its seed, conforms where it is not broken, and joins as it should."""

import inspect
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import typer
from typer.testing import CliRunner, Result

import askfirst
from askfirst.catalog import sampling
from askfirst.catalog.sampling.breaking import Kind
from askfirst.cli.catalog_sample import sample
from askfirst.vocabulary import CODES, Severity

_Json: TypeAlias = dict[str, Any]

#: What documents that conform may be told of, and how a sample has it.
REMARKS = {"AF202", "AF209", "AF304", "AF305", "AF307", "AF404", "AF408"}


def _parsed(documents: Iterable[bytes]) -> list[_Json]:
    return [json.loads(document) for document in documents]


def _codes(document: bytes | _Json) -> set[str]:
    return {finding.code for finding in askfirst.check(document).findings}


def _errors(document: bytes) -> set[str]:
    return {code for code in _codes(document) if CODES[code] is Severity.ERROR}


@pytest.mark.parametrize("seed", [1, 7])
def test_what_is_not_broken_conforms(seed: int) -> None:
    made = [
        *sampling.declarations(seed, 5000, 5200, 0),
        *sampling.consents(seed, 0, 60, 0),
        *sampling.withdrawals(seed, 0, 60, 0),
        sampling.written(sampling.request(seed)),
    ]

    assert [document for document in made if _errors(document)] == []


def test_some_documents_are_told_of_something() -> None:
    declared = set[str]().union(*map(_codes, sampling.declarations(1, 0, 350, 0)))

    assert declared == REMARKS
    assert "AF603" in set[str]().union(*map(_codes, sampling.consents(1, 0, 100, 0)))
    assert "AF604" in set[str]().union(*map(_codes, sampling.withdrawals(1, 0, 100, 0)))


@pytest.mark.parametrize("kind", sampling.KINDS.values(), ids=sampling.KINDS)
def test_a_kind_of_broken_document_leads_to_its_code(kind: Kind) -> None:
    for document in (one for type_ in sorted(kind.types) for one in _plain(type_)):
        broken = kind.made(document)

        assert _errors(broken) == {kind.code}
        assert b"\n" not in broken


def _plain(type_: str) -> Iterator[_Json]:
    made = {
        "Declaration": sampling.declarations(1, 0, 30, 0),
        "Consent": sampling.consents(1, 0, 3, 0),
        "Withdrawal": sampling.withdrawals(1, 0, 3, 0),
    }
    return islice((one for one in _parsed(made[type_]) if one["type"] == type_), 5)


def test_as_many_are_broken_as_asked_for_in_every_way_that_fits() -> None:
    conforming = list(sampling.declarations(1, 0, 300, 0))
    broken = list(sampling.declarations(1, 0, 300, 1))
    tenth = list(sampling.declarations(1, 0, 300, 0.1))

    found = Counter(code for document in broken for code in _errors(document))
    assert set(found) == {k.code for k in sampling.KINDS.values() if "Declaration" in k.types}
    assert all(_errors(document) for document in broken)
    changed = [n for n in range(300) if tenth[n] != conforming[n]]
    assert 15 < len(changed) < 45
    assert all(tenth[n] == broken[n] for n in changed)


def test_a_document_depends_on_the_seed_and_its_number_alone() -> None:
    whole = list(sampling.declarations(3, 0, 200))

    assert whole == [
        *sampling.declarations(3, 0, 70),
        *sampling.declarations(3, 70, 71),
        *sampling.declarations(3, 71, 200),
    ]
    assert whole != list(sampling.declarations(4, 0, 200))
    fewer = list(sampling.consents(3, 0, 40, declared=160))
    assert fewer == list(sampling.consents(3, 0, 90, declared=360))[:40]
    assert list(sampling.withdrawals(3, 5, 9)) == list(sampling.withdrawals(3, 0, 9))[5:]
    assert list(sampling.rows(3, 5, 9)) == list(sampling.rows(3, 0, 9))[5:]


def test_documents_are_of_the_size_of_real_ones_and_some_stand_twice() -> None:
    made = list(sampling.declarations(1, 0, 3000, 0))
    sizes = sorted(map(len, made))

    assert 1250 < sum(sizes) / len(sizes) < 1500
    assert sizes[30] > 700
    assert sizes[-30] < 2500
    assert 20 < len(made) - len(set(made)) < 120
    assert any(b"\\u" in one for one in made)
    assert any(not one.isascii() for one in made)


def test_few_holders_have_many_tracks_and_many_have_few() -> None:
    held = Counter(
        entry["holder"]
        for document in _parsed(sampling.declarations(1, 0, 4000, 0))
        for entry in document["rightsholders"]
    )

    assert held.most_common(1)[0][1] > 100
    assert sum(count <= 20 for count in held.values()) > len(held) / 2


def test_consents_are_for_tracks_and_holders_that_are_declared() -> None:
    declared = _parsed(sampling.declarations(1, 0, 160, 0))
    known = {identifier for one in declared for identifier in _identifiers(one)}
    holders = {
        party
        for one in declared
        for entry in one["rightsholders"]
        for party in (entry["holder"], entry.get("mandate", {}).get("id"))
    }
    # more than there are without repeating
    given = _parsed(sampling.consents(1, 0, 70, 0, declared=160))

    assert len({one["id"] for one in given}) == 70
    for one in given:
        assert one["by"]["id"] in holders
        assert known.issuperset(_identifiers(one))
    ids = {one["id"]: one["by"] for one in given}
    ended = _parsed(sampling.withdrawals(1, 0, 20, 0, declared=160, consented=70))
    assert all(ids[one["consent"]] == one["by"] for one in ended)


def test_the_request_is_answered_in_every_way() -> None:
    several = 200
    outcomes = Counter(_decided(several))

    assert 0.08 < outcomes["permitted"] / several < 0.25
    assert 0.05 < outcomes["prohibited"] / several < 0.16
    assert 0.14 < outcomes["unknown"] / several < 0.28
    assert outcomes["consent-required"] / several > 0.4


def _decided(several: int) -> Iterator[str]:
    """Decide rows of a manifest, each with all that anything said of its track."""
    documents = _parsed(
        [
            *sampling.declarations(1, 0, 320, 0),
            *sampling.consents(1, 0, 80, 0, declared=320),
            *sampling.withdrawals(1, 0, 8, 0, declared=320, consented=80),
        ]
    )
    index = defaultdict[str, list[_Json]](list)
    for document in documents:
        for identifier in {*_identifiers(document), document.get("consent", "")}:
            index[identifier].append(document)
    for row in _parsed(sampling.rows(1, 1000, 1000 + several, 320)):
        about = _about(index, _own(row))
        yield _outcome(row, about) if about else "unknown"


def _about(index: dict[str, list[_Json]], own: set[str]) -> list[_Json]:
    first = {id(one): one for name in own for one in index[name]}
    declared = (one for one in first.values() if one["type"] != "Consent")
    lent = {name for one in declared for name in _identifiers(one)}
    found = first | {id(one): one for name in lent for one in index[name]}
    ends = {id(end): end for one in found.values() for end in index[one["id"]]}
    return [*(found | ends).values()]


def _outcome(row: _Json, documents: list[_Json]) -> str:
    track = {"isrc": row.get("isrc"), "urls": [row["url"]] if "url" in row else None}
    if "packetsSha256" in row:
        track["files"] = [{"packetsSha256": row["packetsSha256"]}]
    request = sampling.request(1) | {"track": {k: v for k, v in track.items() if v}}
    at = "2026-11-01T00:00:00Z"
    return askfirst.decide(request, documents, at=at, assurance="unsigned").outcome


def _identifiers(document: _Json) -> set[str]:
    tracks = document.get("tracks", [document.get("track", {})])
    return {identifier for track in tracks for identifier in _own(track)}


def _own(track: _Json) -> set[str]:
    files = [*track.get("files", []), track]
    hashes = {file[name] for file in files for name in ("packetsSha256", "pcmMd5") if name in file}
    single = {track[name] for name in ("isrc", "mbid", "iswc", "url") if name in track}
    return {one.replace("-", "") for one in single | hashes | set(track.get("urls", []))}


def test_the_help_says_how_often_everything_stands() -> None:
    assert sampling.told() in inspect.cleandoc(sample.__doc__ or "")


def _run(*arguments: str) -> Result:
    app = typer.Typer()
    app.command()(sample)
    return CliRunner().invoke(app, arguments)


FILES = ["consents.jsonl", "declarations.jsonl", "manifest.jsonl", "request.json"]


def test_the_same_arguments_write_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        run = _run("-o", str(tmp_path / name), "--declarations", "60", "--seed", "9")
        assert run.exit_code == 0, run.output

    written = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert written == [*FILES, "withdrawals.jsonl"]
    for name in written:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    lines = (tmp_path / "a" / "declarations.jsonl").read_bytes().splitlines()
    assert lines == list(sampling.declarations(9, 0, 60))
    assert askfirst.check((tmp_path / "a" / "request.json").read_bytes()).conforms


def test_counts_can_be_given(tmp_path: Path) -> None:
    options = {"declarations": 5, "consents": 3, "withdrawals": 2, "rows": 4}
    run = _run("-o", str(tmp_path), *(f"--{name}={count}" for name, count in options.items()))

    assert run.exit_code == 0, run.output
    names = {**dict.fromkeys(options), "rows": "manifest"}
    for name, count in options.items():
        path = tmp_path / f"{names[name] or name}.jsonl"
        assert path.read_bytes().count(b"\n") == count


def test_nothing_is_written_where_something_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    assert _run("-o", str(tmp_path)).exit_code == 2
    assert _run("-o", str(tmp_path / "mine.txt")).exit_code == 2
    assert _run("-o", str(tmp_path / "mine.txt" / "below")).exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_who_interrupts_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> Iterator[bytes]:
        yield b"{}"
        raise KeyboardInterrupt

    monkeypatch.setattr(sampling, "rows", interrupted)
    run = _run("-o", str(tmp_path), "--declarations", "20")

    assert run.exit_code != 0
    assert list(tmp_path.iterdir()) == []

"""The parts of an audit count, choose and compare the same whoever asks again."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from askfirst.catalog.answers import Answered
from askfirst.catalog.audits.bundles import Bundle, NotABundle, bundle, put, rows
from askfirst.catalog.audits.changes import Change, Changes
from askfirst.catalog.audits.figures import OUTCOMES, Figures
from askfirst.catalog.audits.lines import head_of, judged, named
from askfirst.catalog.audits.owing import COLUMNS, ToAsk, lines, owed
from askfirst.catalog.audits.replaying import chosen
from askfirst.catalog.audits.working import finer
from askfirst.catalog.inputs import Input
from askfirst.catalog.manifests import Kind, ManifestPiece, ManifestRow
from askfirst.catalog.manifests.columns import Columns
from askfirst.model.decisions import Claimant, Missing
from askfirst.reporting.visible import visible
from askfirst.vocabulary import Right, Status, Use

TRACK = {"isrc": "SEXYZ2600012", "urls": ["https://A.example.org:8/x", "https://a.example.org/y"]}
REST = {"outcome": "permitted", "why": ["AF352", "AF550"], "rights": {"lyrics": "agreed"}}
EVIL, USE = "=cmd()\x1b[2J", Use.MUSIC_GENERATION_TRAINING


def _answered(outcome: Status, *missing: Missing) -> Answered:
    names = tuple((one.holder, EVIL) for one in missing if one.holder)
    return Answered(outcome, {}, "", missing, (), names=names)


def test_figures_count_each_row_once() -> None:
    figures = Figures()
    figures.add(TRACK, {**REST, "reserved": ["declaration", "rsl"]})
    figures.add(TRACK, {"outcome": "prohibited", "reserved": ["rsl"]})
    figures.add({}, {"outcome": "unidentified", "trouble": "?"})
    found = figures.to_dict("r", ("a", "b"))
    assert [found["outcomes"][one] for one in OUTCOMES] == ["1", "0", "0", "1", "1"]
    assert found["identifiers"] == {"isrc": "2", "urls": "2"}
    assert found["domains"]["rows"] == [{"domain": "a.example.org", "rows": "2"}]
    assert found["reservations"]["signals"] == {"rsl": "2"}
    assert found["reservations"]["rows"] == "2"
    assert found["permittedBy"] == {"consents": "1", "declarations": "0"}
    assert not figures.permitted
    again = Figures.of(json.loads(json.dumps(vars(figures))))
    again.join(Figures())
    assert again == figures


def test_no_row_is_no_permission() -> None:
    figures = Figures()
    assert not figures.permitted
    figures.add(TRACK, REST)
    assert figures.permitted


def test_whom_to_ask_is_grouped_and_calculates_nothing(tmp_path: Path) -> None:
    claimant = Claimant("https://b.example.org/", "@b", None)
    nobody = Missing(Right.LYRICS, None, USE, (), (claimant,))
    known = Missing(Right.VOICE, "https://z.example.org/", USE, ("mailto:z@example.org",), ())
    found = owed(_answered(Status.CONSENT_REQUIRED, nobody, known))
    assert owed(_answered(Status.PROHIBITED, known)) == ()
    part = tmp_path / "part"
    with ToAsk(tmp_path / "table") as table:
        for row in ("2", "-1"):
            part.write_bytes(b"".join(lines({"row": row, "track": TRACK}, found)))
            table.add(part)
        assert table.numbers() == (1, 2)
        assert [one.rows for one in table.most(9)] == [2]
        text = io.StringIO()
        table.write(text, visible)
    sheet = text.getvalue().splitlines()
    assert sheet[0] == ",".join(COLUMNS)
    assert [one.split(",")[0] for one in sheet[1:]] == ["https://z.example.org/"] * 2 + [""] * 2
    assert "\x1b" not in text.getvalue()
    assert "'=cmd()" in sheet[1]
    assert sheet[2].split(",")[-2:] == ["'-1", "SEXYZ2600012"]


@pytest.mark.parametrize(
    ("track", "best"),
    [
        ({"iswc": "T1234567894", "urls": ["https://a.example/"]}, "https://a.example/"),
        ({"iswc": "T1234567894"}, "T1234567894"),
        ({"files": [{"pcmMd5": "0" * 32}]}, "0" * 32),
    ],
)
def test_a_track_is_told_by_what_identifies_it_best(track: dict[str, Any], best: str) -> None:
    missing = Missing(Right.VOICE, None, USE, (), ())
    (line,) = lines({"row": "1", "track": track}, owed(_answered(Status.UNSPECIFIED, missing)))
    assert json.loads(line)[-1] == best


def test_changes_are_by_name_in_order() -> None:
    before = [("a", "permitted"), ("a", "permitted"), ("b", "permitted"), ("c", "prohibited")]
    after = [("new", "permitted"), ("a", "permitted"), ("a", "prohibited"), ("c", "prohibited")]
    with Changes(Path(":memory:"), before, after) as found:
        assert list(found) == [
            Change("a", "permitted", "prohibited"),
            Change("b", "permitted", None),
            Change("new", None, "permitted"),
        ]


def test_a_row_that_names_no_track_says_why() -> None:
    head, track, trouble = named(ManifestRow(0, "a\ud800", {}, b"", "no\ud800thing"))
    assert (head, track) == (b'{"row":"a\\\\ud800"', None)
    found = judged(None, track, trouble)  # type: ignore[arg-type]  # nobody is asked
    assert found.rest == {"outcome": "unidentified", "trouble": "no\\ud800thing"}
    head, track, _ = named(ManifestRow(0, "a", TRACK, b""))
    assert head == head_of({"row": "a", "track": json.loads(track or b""), "outcome": ""})


def test_lines_are_ranged_by_their_file_alone() -> None:
    file = Input("a.jsonl", 2**21 + 5, 0)
    whole = ManifestPiece(Kind.LINES, file, ".", Columns(), start=0, stop=file.size)
    ranges = [(one.start, one.stop) for one in finer([whole])]
    assert ranges == [(0, 2**20), (2**20, 2**21), (2**21, 2**21 + 5)]
    packed = whole._replace(file=file._replace(path="a.jsonl.gz"))
    assert list(finer([packed])) == [packed]


def _bundle(folder: Path, number: int) -> Bundle:
    folder.mkdir(exist_ok=True)
    text = "".join(f'{{"row":"{n}","outcome":"prohibited"}}\n' for n in range(number))
    (folder / "rows.jsonl").write_text(text)
    return Bundle(folder, {})


def test_a_seed_chooses_as_many_rows_as_are_asked_for(tmp_path: Path) -> None:
    found = _bundle(tmp_path / "b", 50)
    heads = [head_of(row) for row in rows(found.rows)]
    picks = [[one for one in heads if chosen(found, 7, seed).has(one)] for seed in (1, 1, 2)]
    assert picks[0] == picks[1] != picks[2]
    assert [len(one) for one in picks] == [7, 7, 7]
    assert all(map(chosen(found, None, 0).has, heads))
    assert all(map(chosen(found, 99, 0).has, heads))


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"row": 1, "outcome": "a"}', "\xff"])
def test_what_is_no_row_is_refused(text: str, tmp_path: Path) -> None:
    found = _bundle(tmp_path / "b", 1)
    found.rows.write_text(text, encoding="latin-1")
    with pytest.raises(NotABundle):
        list(rows(found.rows))


def test_a_folder_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.md").write_text("mine")
    with pytest.raises(NotABundle):
        put(mine, tmp_path / ".draft", tmp_path / "rows", {"evidence.json": b"{}"})
    with pytest.raises(NotABundle):
        bundle(mine)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]

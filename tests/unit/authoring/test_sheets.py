"""Spreadsheets of albums: what is read from them, and mistakes by row and column."""

import io
from typing import Any

import pytest

from askfirst.authoring.people import ME, NOBODY
from askfirst.authoring.recordings import Recording
from askfirst.authoring.sheets import COLUMNS, BadSheet, Row, rows, sheet
from askfirst.vocabulary import Preset, Right

HEADER = ",".join(COLUMNS)


def read(*lines: str, header: str = HEADER) -> list[Row]:
    return list(rows(io.StringIO("\r\n".join([header, *lines]), newline="")))


def cells(**named: str) -> str:
    return ",".join(f'"{named.get(column, "")}"' for column in COLUMNS)


def holders(row: Row) -> dict[str, set[str]]:
    """Return who is named for which rights."""
    found: dict[str, set[str]] = {}
    for credit in row.credits:
        if credit.part.person != NOBODY:
            found.setdefault(credit.part.person.name, set()).update(map(str, credit.part.rights))
    return found


def test_what_is_written_is_read_again() -> None:
    given = [
        ("a/1.flac", Recording({"title": "Night, Bus", "isrc": "SEXYZ2600012"}, {})),
        ("a/2.flac", Recording({"title": '=HYPERLINK("x")'}, {})),
        ("a/3.flac", Recording({"title": "'quoted"}, {})),
    ]
    found = list(rows(io.StringIO(sheet(given), newline="")))
    assert [(row.file, row.track) for row in found] == [(file, one.track) for file, one in given]


def test_a_formula_of_a_stranger_is_a_text_in_a_spreadsheet() -> None:
    assert "\r\n1.flac,'=1+1," in sheet([("1.flac", Recording({"title": "=1+1"}, {}))])


def test_an_empty_cell_means_who_makes_the_file() -> None:
    assert holders(read(cells(file="1.flac"))[0]) == {ME.name: set(map(str, Right))}


def test_a_cell_names_people_and_me() -> None:
    found = holders(read(cells(file="1.flac", writers="me; Idris <idris@example.org>"))[0])
    assert found["Idris"] == {"composition"}
    assert "composition" in found[ME.name]


def test_a_cell_without_me_takes_it_from_me() -> None:
    found = holders(read(cells(file="1.flac", singers="Lena"))[0])
    assert found["Lena"] == {"performance", "voice", "likeness"}
    assert "voice" not in found[ME.name]
    assert "performance" in found[ME.name]


@pytest.mark.parametrize(("word", "absent"), [("none", True), ("unknown", False)])
def test_nobody_holds_what_is_not_there_or_not_known(word: str, absent: bool) -> None:
    row = read(cells(file="1.flac", lyricists=word))[0]
    assert "lyrics" not in {right for held in holders(row).values() for right in held}
    assert any(credit.absent for credit in row.credits) is absent


def test_a_publisher_of_a_track_without_words_holds_none() -> None:
    row = read(cells(file="1.flac", lyricists="none", publisher="Pub"))[0]
    assert holders(row)["Pub"] == {"composition"}


def test_a_society_represents_writers_and_nobody_else() -> None:
    row = read(cells(file="1.flac", society="Society <society.example.org>"))[0]
    managed = {r for c in row.credits if c.part.society for r in c.part.rights}
    assert managed == {Right.COMPOSITION, Right.LYRICS}


def test_an_answer_is_a_preset() -> None:
    assert read(cells(file="1.flac", answer="No-AI"))[0].preset is Preset.NO_AI


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_sheet_is_separated_as_spreadsheets_do(separator: str) -> None:
    found = read(f"1.flac{separator}Night Bus", header=f"file{separator}title")
    assert found[0].track == {"title": "Night Bus"}


def test_a_sheet_can_begin_with_a_mark_and_end_with_empty_rows() -> None:
    assert len(read("1.flac,A", ",", "", header="\ufefffile,Title")) == 1


@pytest.mark.parametrize(
    ("named", "column"),
    [
        ({"isrc": "SEXYZ26"}, "isrc"),
        ({"contact": "nowhere"}, "contact"),
        ({"writers": "Idris <nowhere>"}, "writers"),
        ({"society": "S <"}, "society"),
        ({"answer": "yes"}, "answer"),
    ],
)
def test_a_mistake_is_named_by_row_and_column(named: dict[str, Any], column: str) -> None:
    with pytest.raises(BadSheet) as error:
        read(cells(file="1.flac"), cells(**{"file": "2.flac", **named}))
    assert [one[: len(f"row 3, column {column}:")] for one in error.value.troubles] == [
        f"row 3, column {column}:"
    ]


def test_all_mistakes_can_be_gathered() -> None:
    troubles: list[str] = []
    text = "\r\n".join([HEADER, cells(isrc="X"), cells(answer="?"), cells(file="3")])
    assert len(list(rows(io.StringIO(text, newline=""), troubles))) == 1
    assert [one.split(":")[0] for one in troubles] == [
        "row 2, column isrc",
        "row 3, column answer",
        "row 3",
    ]


@pytest.mark.parametrize(
    "header", ["", "\r\n", "file,titel", "file,title,title", "file,isrc,who", "x" * 20_000]
)
def test_a_header_that_is_none_of_ours_is_refused(header: str) -> None:
    with pytest.raises(BadSheet) as error:
        read("1.flac,A", header=header)
    assert all(one.startswith("row 1") for one in error.value.troubles)


@pytest.mark.parametrize("line", ['"1.flac', "1.flac,A,B,C", '1.flac,"a"b'])
def test_a_row_that_is_no_csv_is_refused(line: str) -> None:
    with pytest.raises(BadSheet):
        read(line, header="file,title")

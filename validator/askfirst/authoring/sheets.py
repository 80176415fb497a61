"""Read and write the spreadsheet of an album: a row for each track (CSV, RFC 4180)."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TextIO

from askfirst.authoring.answers import Credit
from askfirst.authoring.people import ME, NOBODY, Part, Person, address, person
from askfirst.authoring.recordings import Recording
from askfirst.errors import AskFirstError
from askfirst.identifiers import isrc
from askfirst.vocabulary import Preset, Right
from askfirst.vocabulary.spelling import nearest

__all__ = ["COLUMNS", "BadSheet", "Row", "rows", "sheet"]

#: What a name in a column is named for.
_RIGHTS = {
    "writers": (Right.COMPOSITION,),
    "lyricists": (Right.LYRICS,),
    "performers": (Right.PERFORMANCE, Right.LIKENESS),
    "singers": (Right.PERFORMANCE, Right.VOICE, Right.LIKENESS),
    "label": (Right.RECORDING,),
    "publisher": (Right.COMPOSITION, Right.LYRICS),
}
COLUMNS = ("file", "title", "isrc", *_RIGHTS, "society", "contact", "answer")
#: The columns whose people a society represents, and who is meant where a column is empty.
_MANAGED = ("writers", "lyricists")
_UNNAMED: dict[str, tuple[Person, ...]] = {"publisher": ()}
_NONE, _UNKNOWN = "none", "unknown"
#: What a spreadsheet would calculate; an apostrophe before it keeps it a text.
_FORMULA = ("=", "+", "-", "@", "\t")
_LONGEST = 10_000


class BadSheet(AskFirstError):
    """A sheet has mistakes; `troubles` has a sentence for each, with row and column."""

    def __init__(self, troubles: Sequence[str]) -> None:
        super().__init__("; ".join(troubles))
        self.troubles = tuple(troubles)


class Row(NamedTuple):
    """A row: the file it is about, the track it describes, whose it is, what may be done."""

    number: int
    file: str
    track: dict[str, Any]
    credits: tuple[Credit, ...]
    preset: Preset | None

    def credited(self, place: int) -> tuple[Credit, ...]:
        """Return the credits of the row as those of one track of a release, from 1."""
        return tuple(one._replace(tracks=frozenset({place})) for one in self.credits)


def sheet(recordings: Iterable[tuple[str, Recording]]) -> str:
    """Return a sheet with a row for each file: what is known is filled in, the rest is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for file, one in recordings:
        known = {"file": file, **{name: one.track.get(name, "") for name in ("title", "isrc")}}
        writer.writerow({name: _shielded(value) for name, value in known.items()})
    return text.getvalue()


def rows(file: TextIO, troubles: list[str] | None = None) -> Iterator[Row]:
    """Yield the rows of a sheet; empty ones are passed over.

    The text may be separated by commas, semicolons or tabs, as spreadsheets write it. Raises
    `BadSheet` at the first row with mistakes; or passes it over, where there is a list that takes
    its mistakes.
    """
    line = file.readline(_LONGEST)
    names = _header(line)
    reader = csv.reader(file, delimiter=_delimiter(line), strict=True)
    number = 1
    try:
        for number, cells in enumerate(reader, 2):
            if any(map(str.strip, cells)):
                yield from _read(number, names, cells, troubles)
    except csv.Error as error:
        raise BadSheet([f"row {number + 1}: {error}"]) from error


def _read(
    number: int, names: Sequence[str], cells: Sequence[str], troubles: list[str] | None
) -> Iterator[Row]:
    try:
        yield _row(number, _named(number, names, cells))
    except BadSheet as error:
        if troubles is None:
            raise
        troubles.extend(error.troubles)


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _header(line: str) -> list[str]:
    """Return the names of the columns. Raises `BadSheet` where one is none of ours."""
    names = next(csv.reader([line], delimiter=_delimiter(line)), [])
    known = [name.strip().lower().removeprefix("\ufeff") for name in names]
    troubles = [f"row 1: {_no_column(name)}" for name in known if name not in COLUMNS]
    troubles += [
        f"row 1: column {name} is there twice" for name in COLUMNS if known.count(name) > 1
    ]
    if troubles or not known:
        raise BadSheet(troubles or ["row 1: the names of the columns are missing"])
    return known


def _no_column(name: str) -> str:
    near = nearest(name, COLUMNS)
    advice = f"did you mean `{near}`?" if near else f"the columns are {', '.join(COLUMNS)}"
    return f"there is no column `{name}`; {advice}"


def _named(number: int, names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    if len(cells) > len(names):
        raise BadSheet([f"row {number}: there are more cells than columns; put commas in quotes"])
    return {name: _bare(cell) for name, cell in zip(names, cells, strict=False)}


def _shielded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _bare(cell: str) -> str:
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text


def _row(number: int, cells: Mapping[str, str]) -> Row:
    """Return a row. Raises `BadSheet` with all its mistakes."""
    troubles: list[str] = []

    def read(column: str, what: Any, empty: Any) -> Any:  # noqa: ANN401 - what a column holds
        text = cells.get(column, "")
        try:
            return what(text) if text else empty
        except (AskFirstError, ValueError) as error:
            troubles.append(f"row {number}, column {column}: {error}")
            return empty

    known = {"title": cells.get("title", ""), "isrc": read("isrc", isrc.validate, "")}
    contact = read("contact", address, None)
    society = read("society", person, None)
    named = {column: read(column, _people, ()) for column in _RIGHTS}
    preset = read("answer", _preset, None)
    if not (cells.get("file") or cells.get("isrc")):
        troubles.append(f"row {number}: a file or an ISRC is needed, or nothing is protected")
    if troubles:
        raise BadSheet(troubles)
    whose = tuple(_credits(named, society, contact))
    track = {name: value for name, value in known.items() if value}
    return Row(number, cells.get("file", ""), track, whose, preset)


def _people(text: str) -> tuple[Person, ...]:
    """Return the people in a cell, separated by semicolons or line ends. Raises `NoAddress`."""
    return tuple(person(one) for one in text.replace("\n", ";").split(";") if one.strip())


def _preset(text: str) -> Preset:
    try:
        return Preset(text.lower())
    except ValueError:
        words = ", ".join(Preset)
        raise ValueError(f"`{text}` is no answer; write one of {words}") from None


def _credits(
    named: Mapping[str, tuple[Person, ...]], society: Person | None, contact: str | None
) -> Iterator[Credit]:
    """Yield whose a track is. An empty cell says nothing: there it is who makes the file."""
    yield Credit(Part(NOBODY, ()), instead=tuple(Right))
    wordless = [who.name.lower() for who in named["lyricists"]] == [_NONE]
    absent = {Right.LYRICS} if wordless else set()
    if absent:
        yield Credit(Part(NOBODY, (Right.LYRICS,)), absent=True)
    for column, people in named.items():
        rights = tuple(right for right in _RIGHTS[column] if right not in absent)
        managed = society if column in _MANAGED else None
        for who in people or _UNNAMED.get(column, (ME,)):
            yield Credit(Part(_called(who, contact), rights, managed))


def _called(who: Person, contact: str | None) -> Person:
    if who.name.lower() in (_NONE, _UNKNOWN):
        return NOBODY
    return ME if who.name.lower() == ME.name else who._replace(contact=who.address or contact)

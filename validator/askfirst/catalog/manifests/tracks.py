"""Find the track that a row names: all its identifiers, or why it names none."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from askfirst.catalog.manifests.cells import absent, identifiers, members, shortened
from askfirst.catalog.manifests.columns import FILE, NAME, TRACK, Column, Columns
from askfirst.catalog.manifests.hashing import Hashed, hashed, place_of
from askfirst.catalog.manifests.objects import value_of
from askfirst.errors import InvalidIdentifier
from askfirst.reading.bulk import NotRead

__all__ = ["Described", "described"]

_IDENTIFYING = ("isrc", "mbid", "iswc", "urls", "files")
_HASHES = ("packetsSha256", "pcmMd5")
_LISTS = ("urls", "files")

#: A column that says something of the track, and its cell.
_Cell = tuple[Column, Any]


class Described(NamedTuple):
    """What a row is called, which track it names, and else why it names none."""

    name: str | None
    track: dict[str, Any]
    trouble: str | None = None


def described(
    row: Mapping[str, Any],
    columns: Columns,
    base: str | None = None,
    audio: tuple[Hashed, ...] = (),
) -> Described:
    """Return what a row says of its track; a faulty identifier leaves it none.

    The audio at the paths in the row is hashed where there is a folder `base` to find it in.
    """
    cells = list(_cells(row, columns))
    name = _name(cells)
    try:
        track = _track(cells)
        heard = dict(_heard(cells, base)) if base is not None else {}
        heard |= dict(_brought(audio))
        _hear(track, heard)
        _require(track, cells)
    except InvalidIdentifier as error:
        return Described(name, {}, str(error))
    return Described(name, track)


def _cells(row: Mapping[str, Any], columns: Columns) -> Iterator[_Cell]:
    for column in columns.of(row):
        value = _cell(row, column)
        if not absent(value) and (column.asked or column.meaning != TRACK or _is_track(value)):
            yield column, value


def _cell(row: Mapping[str, Any], column: Column) -> Any:  # noqa: ANN401 - a cell
    if not column.asked:
        value: Any = row
        for name in column.path:
            value = value[name]
        return value
    return _reached(row, column.path[0])


def _reached(row: Any, name: str) -> Any:  # noqa: ANN401 - a cell
    """Return the cell of this name; or inside another where dots or slashes lead to it."""
    if not isinstance(row, dict):
        return None
    if name in row:
        return row[name]
    for at, character in enumerate(name):
        if character in "./" and name[:at] in row:
            return _reached(row[name[:at]], name[at + 1 :])
    return None


def _is_track(value: object) -> bool:
    """Tell a track object from a title or a number, which many call `track` as well."""
    return isinstance(value, dict) or (isinstance(value, str) and value.lstrip().startswith("{"))


def _name(cells: list[_Cell]) -> str | None:
    for column, value in cells:
        if column.meaning == NAME and isinstance(value, str | int):
            return str(value)
    return next((place_of(value) for column, value in cells if column.meaning == FILE), None)


def _track(cells: list[_Cell]) -> dict[str, Any]:
    """Return all that the cells give, each in its normal form. Raises `InvalidIdentifier`."""
    track: dict[str, Any] = {}
    for column, value in cells:
        if column.meaning in (NAME, FILE):
            continue
        try:
            for member, found in _given(column, value):
                _add(track, member, found)
        except InvalidIdentifier as error:
            raise InvalidIdentifier(f"`{column.name}` is {shortened(value)}: {error}") from error
    own = {name: track.pop(name) for name in _HASHES if name in track}
    if own:
        track["files"] = [own, *(one for one in track.get("files", ()) if one != own)]
    return track


def _given(column: Column, value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a cell
    if column.meaning != TRACK:
        return identifiers(column.meaning, value)
    return members(_object(value))


def _object(value: object) -> dict[str, Any]:
    """Return a track object, also out of the text of one. Raises `InvalidIdentifier`."""
    if isinstance(value, str):
        try:
            value = value_of(value.encode())
        except (NotRead, UnicodeEncodeError) as error:
            raise InvalidIdentifier(f"it has to be a track as JSON ({error})") from error
    if not isinstance(value, dict):
        raise InvalidIdentifier("it has to be an object that describes a track")
    return value


def _add(track: dict[str, Any], member: str, value: Any) -> None:  # noqa: ANN401 - of a track
    """Add to a track what it does not have. Raises `InvalidIdentifier` where both differ."""
    if member in _LISTS:
        known = track.setdefault(member, [])
        if value not in known:
            known.append(value)
    elif track.setdefault(member, value) != value:
        raise InvalidIdentifier(f"the row has another {member} too, {track[member]}")


def _heard(cells: list[_Cell], base: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the hash of the packets, and all hashes, of each audio file that the row has."""
    for column, value in cells:
        if column.meaning == FILE:
            try:
                found = hashed(value, base)
            except InvalidIdentifier as error:
                name = shortened(place_of(value) or "bytes")
                raise InvalidIdentifier(f"`{column.name}` is {name}: {error}") from error
            yield found["packetsSha256"], found


def _brought(audio: tuple[Hashed, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    for one in audio:
        if one.trouble:
            raise InvalidIdentifier(f"{shortened(one.name)}: {one.trouble}")
        yield one.file["packetsSha256"], one.file


def _hear(track: dict[str, Any], heard: dict[str, dict[str, str]]) -> None:
    """Know the track by its audio too. Raises `InvalidIdentifier` where that is another."""
    if not heard:
        return
    if len(heard) > 1:
        raise InvalidIdentifier("it has several recordings; give each a row of its own")
    (found,) = heard.values()
    stated = track.get("files", [])
    fits = [one for one in stated if any(one.get(name) == found[name] for name in found)]
    clash = [
        one for one in fits if any(one.get(name, found[name]) != found[name] for name in found)
    ]
    if stated and (not fits or clash):
        raise InvalidIdentifier("the hash in the row is not the hash of its audio")
    track["files"] = [found, *(one for one in stated if one not in fits)]


def _require(track: dict[str, Any], cells: list[_Cell]) -> None:
    """Raise `InvalidIdentifier` where nothing identifies the recording or the work."""
    if any(name in track for name in _IDENTIFYING):
        return
    if "iscc" in track:
        raise InvalidIdentifier("it has only an ISCC, which finds what sounds alike")
    if any(column.meaning == FILE for column, _ in cells):
        raise InvalidIdentifier("it has only the path of a file, whose audio was not hashed")
    raise InvalidIdentifier("it has no identifier of a track")

"""Turn the rows of a spreadsheet into license files, and audio files into a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from pathlib import Path
from typing import TextIO

from askfirst.authoring.answers import Answers
from askfirst.authoring.naming import FOLDERS, SIDECARS, slugs
from askfirst.authoring.recordings import Recording, title_of
from askfirst.authoring.sheets import BadSheet, Row, rows, sheet
from askfirst.cli.declaring import Flags, answers
from askfirst.cli.drafting import MOST, Draft, drawn_up
from askfirst.cli.listening import NotAudio, Target, audio_in, heard, there
from askfirst.cli.progress import progress

__all__ = ["drafted_from", "tabled"]

_TROUBLES = 20


def tabled(paths: Sequence[str]) -> str:
    """Return the sheet of the audio files under the paths. Raises `NotAudio`."""
    found = [(Path(path), file) for path in paths for file in _audio(Path(path))]
    if not found:
        raise NotAudio(f"{', '.join(paths)}: there is no audio file here")
    return sheet((_relative(file, top), heard(file)) for top, file in progress(found))


def _relative(file: Path, top: Path) -> str:
    return file.relative_to(top).as_posix() if top.is_dir() else file.name


def _audio(path: Path) -> list[Path]:
    """Return the audio files of a folder and of the folders in it."""
    if not path.is_dir():
        return [path]
    inner = sorted(one for one in path.iterdir() if one.is_dir() and not one.name.startswith("."))
    return [*audio_in(path), *(file for one in inner for file in _audio(one))]


def drafted_from(name: str, paths: Sequence[str], flags: Flags) -> Iterator[Draft]:
    """Yield the license files that a sheet describes, those of one folder at a time.

    All rows are read before the first file is made, so that a mistake stops everything. Raises
    `BadSheet`, `Incomplete`, `NotAudio`, `NotEdited`, `NotYours`.
    """
    folder = Path(paths[0]) if paths else Path(name).parent
    several = _counted(name, folder)
    said = answers(flags._replace(did=flags.did or ["everything"]), [])
    with _opened(name) as file:
        for inner, own in groupby(progress(rows(file), several), _folder):
            yield from _drafts(folder / inner, own, said)


def _opened(name: str) -> TextIO:
    try:
        return Path(name).open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise NotAudio(f"{name}: {error.strerror}") from error


def _counted(name: str, folder: Path) -> int:
    """Return how many rows there are. Raises `BadSheet` with the mistakes of all of them."""
    number, troubles, places = 0, list[str](), _Places(folder)
    with _opened(name) as file:
        try:
            for row in rows(file, troubles):
                number += 1
                troubles += [f"row {row.number}, column file: {one}" for one in places.wrong(row)]
        except UnicodeDecodeError:
            troubles.append("it is not in UTF-8; save it as CSV UTF-8")
    if troubles or not number:
        more = [f"and {len(troubles) - _TROUBLES} more"] if len(troubles) > _TROUBLES else []
        found = [*troubles[:_TROUBLES], *more] or ["there is no row in it"]
        raise BadSheet([f"{name}: {trouble}" for trouble in found])
    return number


class _Places:
    """Tell what is wrong with the files that the rows of a sheet name, one after the other."""

    def __init__(self, top: Path) -> None:
        self._top, self._files, self._folders, self._last = top, set[str](), set[str](), ""

    def wrong(self, row: Row) -> Iterator[str]:
        """Yield what is wrong with the file of the next row."""
        place = _folder(row)
        if place != self._last and place in self._folders:
            yield f"the rows of the folder {place} have to stand together"
        self._folders.add(place)
        self._last = place
        if not row.file:
            return
        if row.file in self._files:
            yield f"{row.file} has a row already"
        self._files.add(row.file)
        if Path(row.file).is_absolute() or ".." in Path(row.file).parts:
            yield f"{row.file} leads out of the folder; write it as seen from {self._top}"
        elif not (self._top / row.file).is_file():
            yield f"there is no {row.file} in {self._top}"


def _folder(row: Row) -> str:
    return Path(row.file).parent.as_posix() if row.file else "."


def _drafts(folder: Path, own: Iterable[Row], said: Answers) -> Iterator[Draft]:
    """Yield the Release of a folder, or a Declaration for each track where there are too many."""
    rest = iter(own)
    first = list(islice(rest, MOST + 1))
    if len(first) <= MOST:
        target = Target(
            there(folder, FOLDERS), tuple(_recorded(folder, row) for row in first), folder
        )
        yield drawn_up(target, _answered(said, first))
        return
    for row in chain(first, rest):
        yield drawn_up(_alone(folder, row), _answered(said, [row]))


def _alone(folder: Path, row: Row) -> Target:
    """Return the Declaration of one track: beside its file, or named after it."""
    one = _recorded(folder, row)
    name = Path(row.file).name or slugs([(one.track["title"], "")])[0] + f"-{row.track['isrc']}"
    return Target(there(folder, [name + end for end in SIDECARS]), (one,))


def _recorded(folder: Path, row: Row) -> Recording:
    """Return what the row says of its track, and what its file says beside that."""
    file = folder / Path(row.file).name if row.file else None
    found = heard(file) if file else Recording({"title": title_of(row.track["isrc"])}, {})
    return found._replace(track={**found.track, **row.track})


def _answered(said: Answers, several: Sequence[Row]) -> Answers:
    """Return the answers for the tracks of rows, by their numbers."""
    numbered = list(enumerate(several, 1))
    credits_ = tuple(credit for n, row in numbered for credit in row.credited(n))
    presets = {n: row.preset for n, row in numbered if row.preset}
    return said._replace(others=(*said.others, *credits_), presets=presets)

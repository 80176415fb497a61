"""Change audio files as people's programs do: copy, encode again, edit a tag."""

import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeAlias

import mutagen
from mutagen.id3 import ID3, TIT2
from mutagen.mp4 import MP4

from tests.needs import needs

__all__ = ["TOOLS", "Change", "Tool"]

#: Paths of an old file, and of the new one.
Pair: TypeAlias = tuple[Path, Path]
#: Writes each new file.
Rewrite: TypeAlias = Callable[[list[Pair]], None]

_ALL = (".mp3", ".flac", ".ogg", ".opus", ".m4a", ".wav", ".aiff", ".wv")
_TITLE = "Day"


class Change(NamedTuple):
    """The endings of a file before and after."""

    before: str
    after: str


class Tool(NamedTuple):
    """A program and what it does, in words; what has to be installed for it; the files it takes."""

    words: str
    needs: tuple[str, ...]
    changes: tuple[Change, ...]
    rewrite: Rewrite

    def check(self) -> None:
        """Skip the test where something is not installed, or fail it."""
        for one in self.needs:
            module = not shutil.which(one) and importlib.util.find_spec(one)
            needs(one, bool(shutil.which(one) or module))


def _same(endings: Iterable[str]) -> tuple[Change, ...]:
    return tuple(Change(one, one) for one in endings)


def _changes(*pairs: str) -> tuple[Change, ...]:
    return tuple(Change(*pair.split()) for pair in pairs)


def _run(*command: str, **environment: str) -> None:
    subprocess.run(
        command,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=True,
        timeout=60,
        env={**os.environ, **environment},
    )


def _command(line: str) -> Rewrite:
    """Return what runs a command for each file; it has places for the paths."""

    def rewrite(pairs: list[Pair]) -> None:
        for old, new in pairs:
            _run(*(part.format(old=old, new=new) for part in line.split()))

    return rewrite


def _edited(edit: Callable[[Path], None]) -> Rewrite:
    """Return what changes a copy of each file in its place."""

    def rewrite(pairs: list[Pair]) -> None:
        for old, new in pairs:
            edit(Path(shutil.copy(old, new)))

    return rewrite


def _in_place(line: str) -> Rewrite:
    return _edited(lambda path: _run(*(part.format(new=path) for part in line.split())))


def _by_mutagen(path: Path) -> None:
    file = mutagen.File(path)
    if isinstance(file.tags, ID3):
        file.tags.add(TIT2(3, [_TITLE]))
    else:
        file.tags["\xa9nam" if isinstance(file, MP4) else "TITLE"] = [_TITLE]
    file.save()


def _by_taglib(path: Path) -> None:
    with importlib.import_module("taglib").File(path, save_on_exit=True) as file:
        file.tags["TITLE"] = [_TITLE]


def _by_beets(*commands: str, plugins: str = "") -> Rewrite:
    """Return what takes files into a beets library as they are, and then runs its commands."""

    def rewrite(pairs: list[Pair]) -> None:
        folder = pairs[0][1].parent
        for old, new in pairs:
            shutil.copy(old, new)
        (folder / "config.yaml").write_text(
            f"directory: {folder}\nlibrary: {folder}/beets.db\nplugins: [{plugins}]\n"
            "import: {copy: no, move: no, autotag: no, write: no, duplicate_action: keep}\n"
        )
        for command in (f"import --quiet --singletons {folder}", *commands):
            _run(sys.executable, "-m", "beets", *command.split(), BEETSDIR=str(folder))

    return rewrite


_FFMPEG = "ffmpeg -v error -nostdin -y -i {old} -map 0:a"
TOOLS = (
    Tool("ffmpeg, `-c copy`", ("ffmpeg",), _same(_ALL), _command(f"{_FFMPEG} -c copy {{new}}")),
    Tool(
        "ffmpeg, `-c copy -write_id3v2 1`",
        ("ffmpeg",),
        _same([".aiff"]),
        _command(f"{_FFMPEG} -c copy -write_id3v2 1 {{new}}"),
    ),
    Tool(
        "ffmpeg, encoded again",
        ("ffmpeg",),
        _changes(
            *(".flac .mp3", ".flac .opus", ".flac .m4a", ".flac .wav", ".flac .wv"),
            *(".wav .flac", ".wav .mp3", ".mp3 .flac", ".mp3 .m4a", ".aiff .aiff"),
        ),
        _command(f"{_FFMPEG} {{new}}"),
    ),
    Tool("mutagen, another title", ("mutagen",), _same(_ALL), _edited(_by_mutagen)),
    Tool("TagLib, another title", ("taglib",), _same(_ALL), _edited(_by_taglib)),
    Tool(
        "beets, `beet modify`",
        ("beets",),
        _same(_ALL),
        _by_beets(f"modify --yes --write title={_TITLE}"),
    ),
    Tool("beets, `beet scrub`", ("beets",), _same(_ALL), _by_beets("scrub", plugins="scrub")),
    Tool(
        "flac",
        ("flac",),
        _changes(".flac .flac", ".wav .flac", ".aiff .flac"),
        _command("flac --silent --force --best {old} -o {new}"),
    ),
    Tool(
        "flac, `--keep-foreign-metadata`",
        ("flac",),
        _changes(".wav .flac"),
        _command("flac --silent --force --keep-foreign-metadata {old} -o {new}"),
    ),
    Tool(
        "flac, `--decode`",
        ("flac",),
        _changes(".flac .wav"),
        _command("flac --silent --force --decode {old} -o {new}"),
    ),
    Tool(
        "metaflac, another title",
        ("metaflac",),
        _same([".flac"]),
        _in_place("metaflac --remove-tag=TITLE --set-tag=TITLE=Day {new}"),
    ),
    Tool(
        "opusenc",
        ("opusenc",),
        _changes(".flac .opus", ".wav .opus"),
        _command("opusenc --quiet {old} {new}"),
    ),
    Tool(
        "oggenc",
        ("oggenc",),
        _changes(".flac .ogg", ".wav .ogg"),
        _command("oggenc --quiet {old} --output={new}"),
    ),
    Tool(
        "vorbiscomment, one more field",
        ("vorbiscomment",),
        _same([".ogg"]),
        _in_place("vorbiscomment --append --tag MOOD=calm {new}"),
    ),
    Tool(
        "exiftool, another title",
        ("exiftool",),
        _same([".m4a"]),
        _in_place("exiftool -quiet -overwrite_original -Title=Day {new}"),
    ),
)

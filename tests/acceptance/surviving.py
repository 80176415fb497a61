"""Write which of our tags survive what programs do: `python -m tests.acceptance.surviving`.

The table in the documentation is what the programs that are installed here did, and a test holds
that they still do.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

from askfirst.audio import CodedAudio, aiff_tags, coded_audio, embed, embedded, wav_tags
from askfirst.audio.source import Source
from askfirst.audio.statement import Carrier, Place
from askfirst.authoring.embedding import statement
from tests.acceptance import declaring
from tests.acceptance.fences import ROOT
from tests.acceptance.rewriting import TOOLS, Change, Tool
from tests.acceptance.sounds import MADE, needs_ffmpeg, sound, written

__all__ = ["DECLARATION", "PAGE", "Layers", "made", "page", "rewritten", "rows", "survived"]

PAGE = ROOT / "validator/docs/survival.md"
_KNOWN = {"isrc": "SEXYZ2600012", "license": "https://creativecommons.org/licenses/by/4.0/"}
#: What is written into each file: an ISRC says which track it is, so one document will do.
DECLARATION = {**declaring.DECLARATION, "track": {**declaring.TRACK, **_KNOWN}}

_NAMES = {".mp3": "MP3", ".flac": "FLAC", ".ogg": "Ogg Vorbis", ".opus": "Opus", ".m4a": "M4A"}
_NAMES |= {".wav": "WAV", ".aiff": "AIFF", ".wv": "WavPack"}
#: Containers that have a copyright in a chunk, too.
_CHUNKS = {".wav": wav_tags.pieces, ".aiff": aiff_tags.pieces}
_HEAD = "| program | files | copyright | license | `ASKFIRST` | XMP | chunk | hash |\n"
#: What a packet names, in whatever way a program writes it.
_NAMED = re.compile(rb"(?:resource=.|>)((?:urn|https?):[^\"'<>\s]+)")
_BEGIN = f"{_HEAD}| --- | --- | --- | --- | --- | --- | --- | --- |\n"


class Layers(NamedTuple):
    """What a file says of us, place by place; `sound` is by what its audio is known."""

    copyright: bool
    license: bool
    document: bool
    xmp: bool
    chunk: bool
    sound: CodedAudio

    def after(self, before: "Layers") -> tuple[str, ...]:
        """Return what became of each: kept, new, lost, or nothing where nothing was."""
        words = {(True, True): "kept", (True, False): "lost", (False, True): "new"}
        pairs = zip(before[:-1], self[:-1], strict=True)
        known = "kept" if _same(before.sound, self.sound) else "lost"
        return (*(words.get((bool(old), bool(new)), "-") for old, new in pairs), known)


def _same(before: CodedAudio, after: CodedAudio) -> bool:
    """Tell whether a license file with the hashes of one knows the other."""
    samples = before.pcm_md5 is not None and before.pcm_md5 == after.pcm_md5
    return samples or before.packets_sha256 == after.packets_sha256


def made(folder: Path) -> dict[str, Path]:
    """Return a file of each container with the document in it, by its ending."""
    needs_ffmpeg()
    files = {}
    for ending in _NAMES:
        options = (*MADE[ending].split(), "-metadata", "title=Bus")
        plain = written(sound(folder, 2, 48_000), folder / f"plain{ending}", *options)
        files[ending] = folder / f"declared{ending}"
        with plain.open("rb") as file, files[ending].open("w+b") as copy:
            embed(file, copy, statement(DECLARATION))
    return files


def rewritten(tool: Tool, files: Mapping[str, Path], folder: Path) -> dict[Change, Path]:
    """Return what a program makes of the files."""
    after = {one: folder / f"{one.before[1:]}{one.after}" for one in tool.changes}
    tool.rewrite([(files[one.before], path) for one, path in after.items()])
    return after


def survived(path: Path) -> Layers:
    """Return what of ours can be read in a file."""
    said = statement(DECLARATION)
    with path.open("rb") as file:
        there, audio = embedded(file), coded_audio(file)
        credit, chunk = _copyrights(file, path.suffix)
    return Layers(
        said.copyright in credit,
        there.license == said.license,
        any(one.text == said.declaration for one in there.declarations),
        _addresses(said.xmp) <= _addresses(there.xmp),
        said.copyright in chunk,
        audio,
    )


def _copyrights(file: BinaryIO, ending: str) -> tuple[str, str]:
    """Return the copyright in the tag, and that in a chunk where a container has both."""
    if ending not in _CHUNKS:
        return embedded(file).copyright or "", ""
    there = [one for one in _CHUNKS[ending](Source(file)) if one.place is Place.COPYRIGHT]
    texts = {one.carrier is Carrier.ID3: one.text for one in there}
    return texts.get(True, ""), texts.get(False, "")


def _addresses(xmp: bytes | None) -> set[bytes]:
    return set(_NAMED.findall(xmp or b""))


def rows(tool: Tool, before: Mapping[str, Layers], after: Mapping[Change, Layers]) -> list[str]:
    """Return the rows of a program: files with which the same happens stand in one."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for change, layers in after.items():
        alike.setdefault(layers.after(before[change.before]), []).append(_named(change))
    return [
        f"| {' | '.join([tool.words, ', '.join(files), *words])} |"
        for words, files in alike.items()
    ]


def _named(change: Change) -> str:
    before, after = (_NAMES[one] for one in change)
    return before if before == after else f"{before} to {after}"


def page(text: str, table: Iterable[str]) -> str:
    """Return the page with the table in it."""
    head, _, rest = text.partition(_BEGIN)
    lines = "".join(f"{row}\n" for row in table)
    return f"{head}{_BEGIN}{lines}{rest[rest.index(chr(10) * 2) + 1 :]}"


def _table() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as name:
        files = made(Path(name))
        before = {ending: survived(path) for ending, path in files.items()}
        for n, tool in enumerate(TOOLS):
            folder = Path(name, f"{n}")
            folder.mkdir()
            after = rewritten(tool, files, folder)
            yield from rows(tool, before, {one: survived(path) for one, path in after.items()})


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), _table()), encoding="utf-8")

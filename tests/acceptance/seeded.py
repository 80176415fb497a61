"""A repository with known faults, each in brackets that are taken out when it is written."""

import re
from pathlib import Path
from typing import NamedTuple

from tests.acceptance.fences import ROOT

__all__ = ["FAULTS", "Fault", "seed"]


def _example(name: str) -> str:
    return (ROOT / "examples" / name / "declaration.yaml").read_text(encoding="utf-8")


_GOOD = _example("pass/solo-artist")
_LEAF = _example("fail/AF304-leaf-beside-its-group")
_UNKNOWN = _example("fail/AF202-isrc-of-no-agency")
_MARKED = re.compile(r"«(.*?)»", re.DOTALL)


class Fault(NamedTuple):
    """A fault as every report has to tell it: places from 1, in code points, the end excluded."""

    path: str
    code: str
    severity: str
    line: int
    column: int
    end_line: int
    end_column: int


_MISSPELT = _GOOD.replace("requiresConsent:", "«requireConsent»:")
_COVERED = _LEAF.replace(", music-generation-training", ", «music-generation-training»")
_AGENCY = re.sub(r"isrc: (\S+)", r"isrc: «\1»", _UNKNOWN)
_AFTER_AN_EMOJI = (
    '{"askfirst": "1.0.0", "x-a": "🎵 夜", "type": «"Polka"», "id": "urn:x", "issued": ""}'
)
#: By path: the text, the code, the severity. A path is as hard on a format as a file system lets.
_FILES = {
    "plain.askfirst.yaml": (_MISSPELT, "AF103", "error"),
    "albums/a b.askfirst.yaml": (_MISSPELT, "AF103", "error"),
    "albums/100%, a=b: c;d.askfirst.yaml": (_MISSPELT, "AF103", "error"),
    "albums/new\nline::error::x.askfirst.yaml": (_MISSPELT, "AF103", "error"),
    "albums/nächt 夜行 🎵.askfirst.yaml": (_COVERED, "AF304", "note"),
    "albums/back\\slash %0A.askfirst.yaml": (_MISSPELT, "AF103", "error"),
    "albums/<b>\"&'`|](x) @you #1.askfirst.yaml": (_COVERED, "AF304", "note"),
    "albums/unknown.askfirst.yaml": (_AGENCY, "AF202", "warning"),
    "-dash.askfirst.yaml": (_MISSPELT, "AF103", "error"),
    "emoji.askfirst.json": (_AFTER_AN_EMOJI, "AF102", "error"),
}


def _fault(path: str, text: str, code: str, severity: str) -> Fault:
    marked = _MARKED.search(text)
    assert marked
    before, upto = text[: marked.start()], text[: marked.start()] + marked[1]
    places = [(t.count("\n") + 1, len(t) - t.rfind("\n")) for t in (before, upto)]
    return Fault(path, code, severity, *places[0], *places[1])


FAULTS = {_fault(path, *rest) for path, rest in _FILES.items()}


def seed(folder: Path) -> None:
    """Write the repository into a folder: the faults, and a file without one."""
    (folder / ".git").mkdir(parents=True)
    for path, (text, _, _) in _FILES.items():
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(_MARKED.sub(r"\1", text), encoding="utf-8")
    (folder / "good.askfirst.yaml").write_text(_GOOD, encoding="utf-8")

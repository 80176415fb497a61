"""Draw the real dialog of `askfirst init`, as a person has it on a terminal.

`python -m tests.acceptance.dialog` makes the picture in the documentation anew.
"""

import tempfile
from html import escape
from pathlib import Path

from tests.acceptance.fences import ROOT
from tests.acceptance.recordings import album
from tests.acceptance.talking import talk

__all__ = ["PICTURE", "drawn"]

PICTURE = ROOT / "validator/docs/init.svg"
_ANSWERS = ["1", "no", "yes", "mara@example.org"]
_TITLES = ("Night Bus", "Depot", "Last Stop")
_LEADING, _MARGIN, _WIDTH = 18, 16, 700
_STYLE = (
    "text{font:13px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#e6e6e6;"
    "white-space:pre}.typed{fill:#7ee787;font-weight:bold}"
)


def drawn() -> str:
    """Return the picture of a dialog that is held now, with real audio files."""
    with tempfile.TemporaryDirectory() as top:
        folder = album(Path(top) / "Night Bus", 3, artist="Mara Lindqvist", album="Night Bus")
        for n, title in enumerate(_TITLES, 1):
            (folder / f"{n:02} - Song {n}.flac").rename(folder / f"{n:02} - {title}.flac")
        said = talk(folder, ["init"], _ANSWERS)
    if said.code or said.left:
        raise RuntimeError(said.shown)
    shown = said.shown.partition("\nWhere to put it")[0].strip("\n")
    return _picture(["$ askfirst init", *shown.split("\n")])


def _picture(lines: list[str]) -> str:
    height = _LEADING * len(lines) + 2 * _MARGIN
    rows = "\n".join(
        f'<text x="{_MARGIN}" y="{_MARGIN + _LEADING * n - 4}"{_typed(line)}>{escape(line)}</text>'
        for n, line in enumerate(lines, 1)
        if line
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">\n'
        "<title>A dialog of askfirst init: four questions and their answers</title>\n"
        f"<style>{_STYLE}</style>\n"
        f'<rect width="{_WIDTH}" height="{height}" rx="8" fill="#1b1f27"/>\n{rows}\n</svg>\n'
    )


def _typed(line: str) -> str:
    return ' class="typed"' if line.startswith(("> ", "$ ")) else ""


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8")

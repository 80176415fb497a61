"""List the examples, what is found in them, and the pages that explain each code."""

import json
from pathlib import Path
from typing import NamedTuple

import askfirst
from askfirst.reading import syntax_of

__all__ = [
    "FAILING",
    "FINDINGS",
    "PAGES",
    "PASSING",
    "POLICIES",
    "Entry",
    "checked",
    "documents",
    "files",
    "folders",
    "found",
    "listed",
    "name",
    "written",
]

_ROOT = Path(__file__).parents[2]
_EXAMPLES = _ROOT / "examples"
PASSING = _EXAMPLES / "pass"
FAILING = _EXAMPLES / "fail"
#: Clauses of real terms as data; some break the license, and their comments say what they show.
POLICIES = _EXAMPLES / "policies"
PAGES = _ROOT / "validator" / "askfirst" / "reporting" / "explanations"
FINDINGS = "findings.json"


class Entry(NamedTuple):
    """A finding as `findings.json` lists it."""

    code: str
    pointer: str
    line: int
    column: int


def folders(*parents: Path) -> list[Path]:
    """Return the folders of examples, in the order of their names."""
    return sorted(folder for parent in parents for folder in parent.iterdir() if folder.is_dir())


def documents(*parents: Path) -> list[Path]:
    """Return the files with documents in the folders of examples."""
    return [file for folder in folders(*parents) for file in files(folder)]


def files(folder: Path) -> list[Path]:
    """Return the files with documents in a folder, in the order of their names."""
    return [f for f in sorted(folder.iterdir()) if syntax_of(f.name) and f.name != FINDINGS]


def name(path: Path) -> str:
    """Return what a test calls an example."""
    return path.relative_to(_EXAMPLES).as_posix()


def checked(file: Path) -> askfirst.Report:
    """Return the report about a file."""
    return askfirst.check(file.read_bytes(), syntax=syntax_of(file.name))


def found(file: Path) -> list[Entry]:
    """Return what is found in a file."""
    return [_entry(finding) for finding in checked(file).findings]


def _entry(finding: askfirst.Finding) -> Entry:
    assert finding.position is not None
    place = finding.position
    return Entry(finding.code, finding.pointer, place.line, place.column)


def listed(folder: Path) -> dict[str, list[Entry]]:
    """Return what `findings.json` lists for each file; nothing where there is no such file."""
    if not (folder / FINDINGS).exists():
        return {}
    lists = json.loads((folder / FINDINGS).read_bytes())
    return {file: [Entry(**entry) for entry in entries] for file, entries in lists.items()}


def written(lists: dict[str, list[Entry]]) -> str:
    """Return the text of `findings.json`, with one finding on each line."""
    blocks = (f"  {json.dumps(file)}: {_block(entries)}" for file, entries in lists.items())
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def _block(entries: list[Entry]) -> str:
    lines = (f"    {json.dumps(entry._asdict(), ensure_ascii=False)}" for entry in entries)
    return "[\n" + ",\n".join(lines) + "\n  ]" if entries else "[]"

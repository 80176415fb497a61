"""Put the mutants of the two rooms to the tests, and hold what survives against the list."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import NamedTuple

from tests.consistency.mutation.mutants import Mutant, mutated

__all__ = ["ROOMS", "Tried", "listed", "prepared", "table", "tried"]

ROOMS = ("decision", "rules")
_ROOT = Path(__file__).parents[3]
_LIST = Path(__file__).with_name("survivors.toml")
_KINDS = ("equivalent", "cosmetic")


class Tried(NamedTuple):
    """A mutant and how its tests ended: 0 where all passed, negative where time ran out."""

    mutant: Mutant
    end: int

    @property
    def survived(self) -> bool:
        """Whether no test noticed it."""
        return self.end == 0


def prepared(folder: Path) -> list[Mutant]:
    """Write the package with all its mutants into a folder, and return them."""
    package = folder / "validator/askfirst"
    copytree(_ROOT / "validator/askfirst", package, ignore=ignore_patterns("__pycache__"))
    for name in ("spec", "schemas"):
        (folder / name).symlink_to(_ROOT / name)
    found: list[Mutant] = []
    for path in sorted(path for room in ROOMS for path in (package / room).glob("[!_]*.py")):
        code, mutants = mutated(f"askfirst.{path.parent.name}.{path.stem}", path)
        path.write_text(code, encoding="utf-8")
        found += mutants
    return found


def tried(folder: Path, room: str, mutants: Sequence[Mutant], processes: int = 2) -> list[Tried]:
    """Run the tests of a room against mutants that were prepared in a folder."""
    given, result = folder / f"{room}.json", folder / f"{room}.jsonl"
    given.write_text(json.dumps([(one.module, one.name) for one in mutants]), encoding="utf-8")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV"))}
    where = os.pathsep.join((str(folder / "validator"), str(_ROOT)))
    program = f"{__package__}.running"
    subprocess.run(
        [sys.executable, "-m", program, room, str(given), str(result), str(processes)],
        cwd=_ROOT,
        env={**kept, "PYTHONPATH": where, "ASKFIRST_HYPOTHESIS": "mutants"},
        check=True,
    )
    lines = result.read_text(encoding="utf-8").splitlines()
    ends = dict(json.loads(line) for line in lines)
    return [Tried(one, ends[n]) for n, one in enumerate(mutants)]


def listed() -> dict[tuple[str, str, str], str]:
    """Return the kind of each survivor that is known and explained, by its key."""
    entries = tomllib.loads(_LIST.read_text(encoding="utf-8"))["survivor"]
    assert all(one["kind"] in _KINDS and one["why"] for one in entries)
    return {(one["function"], one["before"], one["after"]): one["kind"] for one in entries}


def table(tries: Iterable[Tried]) -> str:
    """Return a line for each room with its counts and its score, also without equivalents."""
    kinds = listed()
    rows = [
        f"{'':10}{'mutants':>9}{'killed':>9}{'time out':>9}{'survived':>9}{'score':>9}{'other':>9}"
    ]
    for room in ROOMS:
        own = [one for one in tries if one.mutant.module.startswith(f"askfirst.{room}.")]
        gone = [one for one in own if not one.survived]
        late = [one for one in gone if one.end < 0]
        same = [one for one in own if one.survived and kinds.get(one.mutant.key) == "equivalent"]
        if own:
            scores = (len(gone) / len(own), len(gone) / (len(own) - len(same)))
            counts = (len(own), len(gone) - len(late), len(late), len(own) - len(gone))
            cells = (*(f"{n:>9}" for n in counts), *(f"{score:>9.2%}" for score in scores))
            rows.append(f"{room:10}{''.join(cells)}")
    return "\n".join(rows)

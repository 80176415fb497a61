"""Drive the command line in this process with damaged files and odd options, for some seconds."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from io import BytesIO, TextIOWrapper
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic
from typing import NamedTuple
from unittest.mock import patch

from askfirst import check
from askfirst.cli import main
from askfirst.reading import Syntax
from tests.consistency.broken import faulty_files
from tests.consistency.documents import stories
from tests.property.damaged import TOKENS
from tests.property.strict import Refused, documents, has_its_shape, read

__all__ = ["Trial", "fault", "trials"]

_FILES = [(file.suffix, file.read_bytes()) for file in (*stories(), *faulty_files())]
#: Large ones, which show limits, would leave no time for the others.
_EXAMPLES = [(suffix, data) for suffix, data in _FILES if len(data) < 16_384]
_POINTERS = ("", "/", "/askfirst", "/0", "/track", "/~2", "x", "/askfirst/0", "/é")
#: No `--`: what follows it would be paths too, and `/` is a long way.
_ODD_PATHS = ("none.yaml", "", "*", "[", "\x1b[2J", "a" * 300, "-", "é.json")


class Trial(NamedTuple):
    """What the command line was given, what it wrote, and how it ended; None is by a failure."""

    number: int
    arguments: tuple[str, ...]
    ending: str
    data: bytes
    code: object
    written: str


def trials(seconds: float, seed: int, folder: Path) -> Iterator[Trial]:
    """Yield trials until the time is over; the seed and a number say what was tried.

    The folder should be empty and the working directory, because some trials search that.
    """
    end = monotonic() + seconds
    for number in count():
        if monotonic() > end:
            return
        random = Random(f"{seed} {number}")  # noqa: S311 - it guards nothing
        yield _trial(number, random, folder)


def fault(trial: Trial) -> str | None:
    """Say what is wrong with how a trial ended, if anything is."""
    if trial.code not in (0, 1, 2):
        return f"it ended with {trial.code}"
    if "Traceback" in trial.written:
        return "it wrote a traceback"
    if trial.code == 0 and not _may_succeed(trial):
        return "it succeeded with what no strict reader takes"
    return None


def _may_succeed(trial: Trial) -> bool:
    """Tell whether a strict reader finds documents that have their shape, and the same ones."""
    path, *options = trial.arguments
    opened = trial.data.lstrip(b" \t\r\n\x0b\x0c").startswith((b"{", b"["))
    syntax = Syntax.YAML if trial.ending != ".json" else Syntax.JSON
    syntax = syntax if path != "-" else (Syntax.JSON if opened else Syntax.YAML)
    pointer = options[options.index("--pointer") + 1] if "--pointer" in options else None
    try:
        found = documents(read(trial.data, yaml_text=syntax is Syntax.YAML), pointer)
    except (Refused, LookupError, ValueError):
        return False
    report = check(trial.data, syntax=syntax, pointer=pointer)
    return all(map(has_its_shape, found)) and found == [one.value for one in report.documents]


def _trial(number: int, random: Random, folder: Path) -> Trial:
    suffix, data = random.choice(_EXAMPLES)
    for _ in range(random.choice((0, 1, 1, 2, 4))):
        data = _damaged(random, data)
    path = folder / f"askfirst{random.choice((suffix, suffix, '.yml', '.json'))}"
    path.write_bytes(data)
    arguments = (_named(random, path), *_options(random, folder))
    code, written = _run(["check", *arguments], data)
    path.unlink()
    return Trial(number, arguments, path.suffix, data, code, written)


def _named(random: Random, path: Path) -> str:
    """Return the file, its folder, the standard input, or something that is not there."""
    return random.choice([str(path)] * 12 + [str(path.parent), "-", random.choice(_ODD_PATHS)])


def _options(random: Random, folder: Path) -> list[str]:
    choices = [
        ["--format", random.choice(("full", "concise", "json", "xml"))],
        ["--pointer", random.choice(_POINTERS)],
        ["-o", str(folder / random.choice(("out", "none/out", "", "\x1b")))],
        ["--quiet"],
        ["--nothing"],
    ]
    chosen = [option for option in choices if random.random() < 0.15]
    return [word for option in chosen for word in option]


def _damaged(random: Random, data: bytes) -> bytes:
    first, last = sorted(random.randrange(len(data) + 1) for _ in range(2))
    other = random.choice(_EXAMPLES)[1]
    inserted = random.choice((random.choice(TOKENS), random.randbytes(1), other[first:last]))
    return random.choice(
        [
            data[:first] + inserted + data[first:],
            data[:first] + inserted + data[first + 1 :],
            data[:first] + data[min(last, first + 8) :],
            data[:first],
            data[:last] + data[first:],
            data[:first] + other[first:],
        ]
    )


def _run(arguments: list[str], stdin: bytes) -> tuple[object, str]:
    """Return the exit code, or the exception that should not have come out, and all output."""
    out = TextIOWrapper(BytesIO(), "utf-8", write_through=True)
    with ExitStack() as patches:
        for name, value in {
            "argv": ["askfirst", *arguments],
            "stdin": TextIOWrapper(BytesIO(stdin)),
            "stdout": out,
            "stderr": out,
        }.items():
            patches.enter_context(patch.object(sys, name, value))
        code = _code()
    return code, out.buffer.getvalue().decode(errors="replace")


def _code() -> object:
    try:
        main()
    except SystemExit as end:
        return end.code
    except BaseException as error:  # noqa: BLE001 - whatever it is, it should not have come out
        return repr(error)
    return None

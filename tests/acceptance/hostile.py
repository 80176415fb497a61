"""Run the command line on what was made to hurt it, with little memory and little time."""

import subprocess
import sys
from pathlib import Path
from typing import IO, NamedTuple

__all__ = ["SECONDS", "Run", "askfirst", "fails_closed"]

#: How long a run may take on a busy machine, and how many bytes it may address.
SECONDS = 20
_BYTES = 2**30
_LIMITED = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, ({_BYTES}, {_BYTES}))
from askfirst.cli import main
main()
"""


class Run(NamedTuple):
    """How a run ended, and what it wrote."""

    code: int
    out: bytes
    err: bytes


def askfirst(
    *arguments: str | bytes | Path,
    stdin: IO[bytes] | int = subprocess.DEVNULL,
    stdout: IO[bytes] | int = subprocess.PIPE,
    stderr: IO[bytes] | int = subprocess.PIPE,
    before: tuple[str, ...] = (),
    environment: dict[str, str] | None = None,
) -> Run:
    """Run the command line, `before` being another one that runs it.

    What takes too long raises `TimeoutExpired`.
    """
    run = subprocess.run(
        [*before, sys.executable, "-c", _LIMITED, *arguments],
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        timeout=SECONDS,
        env=environment,
        check=False,
    )
    return Run(run.returncode, run.stdout or b"", run.stderr or b"")


def fails_closed(run: Run) -> bool:
    """Tell whether a run ended on purpose, and not well: a success would be one too many."""
    return run.code in (1, 2) and b"Traceback" not in run.out + run.err

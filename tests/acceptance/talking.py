"""Talk to the command line on a terminal, as a person does."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

__all__ = ["INTERRUPT", "NO_MORE", "Talk", "run", "talk"]

INTERRUPT = "\x03"
NO_MORE = "\x04"


class Talk(NamedTuple):
    """What was shown, how it ended, and the answers that nobody asked for."""

    shown: str
    code: int
    left: list[str]


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in a folder where nobody can be asked."""
    return subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        [sys.executable, "-m", "askfirst", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )


def talk(folder: Path, arguments: Iterable[str], answers: Iterable[str]) -> Talk:
    """Run a command in a folder and give an answer at each prompt; keys are pressed alone."""
    child, screen = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execv(sys.executable, [sys.executable, "-W", "ignore", "-m", "askfirst", *arguments])  # noqa: S606 - ours
    shown, left = "", list(answers)
    while select.select([screen], [], [], 60)[0]:
        try:
            data = os.read(screen, 65536)
        except OSError:  # how a terminal that was closed ends on Linux
            break
        if not data:
            break
        shown += data.decode(errors="replace").replace("\r\n", "\n")
        if shown.endswith("\n> ") and left:
            answer = left.pop(0)
            keys = answer if answer in (INTERRUPT, NO_MORE) else f"{answer}\n"
            time.sleep(0.2 if answer == INTERRUPT else 0)  # Python has to be reading to notice it
            os.write(screen, keys.encode())
    os.close(screen)
    return Talk(shown, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), left)

"""Run a command that answers vectors, and trust nothing it does."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Sequence
from io import BufferedIOBase
from queue import Empty, Queue
from threading import Thread
from typing import IO, cast

from askfirst.errors import AskFirstError

__all__ = ["CannotRun", "Implementation", "Unanswered"]

#: How many bytes an answer may have, and how many of what it complains about are kept.
_LONGEST = 16 * 2**20
_KEPT = 2_000
#: How long a command that fell silent may take to end before it is ended, in seconds.
_GRACE = 0.5
#: What is seen of a command that ended, and of one that goes on without answering.
_CLOSED = _NO_OUTPUT, _NO_INPUT = "closed its output", "closed its input"


class CannotRun(AskFirstError):
    """The command could not be started."""


class Unanswered(Exception):
    """No answer came, for the reason that the text says."""


class Implementation:
    """A running command: a line in, a line out, one at a time."""

    def __init__(self, command: Sequence[str], seconds: float) -> None:
        """Start the command; an answer may take so many seconds. Raises `CannotRun`."""
        self._seconds = seconds
        self._answers: Queue[bytes | str] = Queue(maxsize=1)
        self._questions: Queue[str | None] = Queue()
        self._complaints = b""
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the caller's own command, no shell
                [*command], stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True
            )
        except (OSError, ValueError) as error:
            raise CannotRun(f"{command[0]} cannot be run: {error}") from error
        self._listener = Thread(target=self._listen, daemon=True)
        for thread in (
            self._listener,
            Thread(target=self._read, daemon=True),
            Thread(target=self._write, daemon=True),
        ):
            thread.start()

    def ask(self, line: str) -> bytes:
        """Return the line that answers a line. Raises `Unanswered`; it is of no more use then."""
        self._questions.put(line)
        try:
            answer = self._answers.get(timeout=self._seconds)
        except Empty:
            answer = f"gave no answer within {self._seconds:g} seconds"
        if isinstance(answer, bytes):
            return answer
        raise Unanswered(self._explained(answer))

    def close(self) -> None:
        """End the command, and whatever it started; it is first asked by the end of its input."""
        self._questions.put(None)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE)
        self._kill()
        self._process.wait()
        # whoever waits to hand over an answer that nobody wants goes on, and sees the end
        with contextlib.suppress(Empty):
            while isinstance(self._answers.get(timeout=_GRACE), bytes):
                pass

    def _kill(self) -> None:
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def _explained(self, trouble: str) -> str:
        """Return what happened, with how the command ended and what it complained about last."""
        if trouble in _CLOSED:
            with contextlib.suppress(subprocess.TimeoutExpired):
                trouble = f"ended with exit code {self._process.wait(_GRACE)}"
                self._listener.join(_GRACE)
        said = self._complaints.decode(errors="replace").strip()
        return f"{trouble}: {said}" if said else trouble

    def _read(self) -> None:
        """Hand over line after line, and say at last why there are no more."""
        with _stream(self._process.stdout) as stream:
            while line := stream.readline(_LONGEST + 1):
                if len(line) > _LONGEST:
                    self._answers.put(f"wrote an answer of more than {_LONGEST // 2**20} MiB")
                    return
                self._answers.put(line)
        self._answers.put(_NO_OUTPUT)

    def _write(self) -> None:
        try:
            with _stream(self._process.stdin) as stream:
                while (line := self._questions.get()) is not None:
                    stream.write(line.encode())
                    stream.flush()
        except OSError:
            self._answers.put(_NO_INPUT)

    def _listen(self) -> None:
        """Keep the end of what the command complains about; unread, it would block the command."""
        with _stream(self._process.stderr) as stream:
            while some := stream.read1(_KEPT):
                self._complaints = (self._complaints + some)[-_KEPT:]


def _stream(pipe: IO[bytes] | None) -> BufferedIOBase:
    """Return a pipe as what it is: buffered, and there."""
    return cast("BufferedIOBase", pipe)

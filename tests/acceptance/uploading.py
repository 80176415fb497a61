"""Run the upload pipeline of the examples as a platform does, and send it what people send."""

import io
import json
import signal
import socket
import subprocess
import sys
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from askfirst.proof import Key, sealed
from tests.acceptance.fences import ROOT

__all__ = [
    "FOLDER",
    "Json",
    "audio",
    "client",
    "declared",
    "free_port",
    "new_key",
    "running",
    "serving",
    "uploaded",
]

Json = dict[str, Any]
FOLDER = ROOT / "examples" / "upload-pipeline"
_JASMIN = {"Authorization": "Bearer jasmin"}


def new_key(folder: Path) -> Key:
    """Write the key file of a platform, and return the key."""
    key = Key.new()
    (folder / "platform.key").write_bytes(sealed(key, None, "Example Platform"))
    return key


def free_port() -> int:
    """Return a port at which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def serving(folder: Path, port: int, how: int = signal.SIGTERM) -> Iterator[str]:
    """Run the platform with its key and its data in a folder; `how` is the signal that ends it."""
    command = [sys.executable, "-m", "pipeline", "--key", str(folder / "platform.key")]
    command += ["--accounts", "accounts.json", "--data", str(folder / "data"), "--port", str(port)]
    command += ["--id", "https://platform.example.com/"]
    with running(command, port, FOLDER, how) as url:
        yield url


@contextmanager
def running(
    command: list[str], port: int, folder: Path, how: int = signal.SIGTERM
) -> Iterator[str]:
    """Run a command in a folder that listens at a port; `how` is the signal that ends it."""
    with subprocess.Popen(command, cwd=folder) as server:
        try:
            _wait(server, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.send_signal(how)


def _wait(server: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < deadline:
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("the platform did not start")


def client(url: str, headers: dict[str, str] = _JASMIN) -> httpx.Client:
    """Return a client that is logged in as Nadia Bensalem, or as the headers say."""
    return httpx.Client(base_url=url, headers=headers, timeout=60)


def declared(**changes: Any) -> Json:  # noqa: ANN401 - members as they are
    """Return upload metadata with a Declaration of a track that nobody else has."""
    upload: Json = json.loads((FOLDER / "upload.json").read_bytes())
    one: Json = upload["askfirst"]
    isrc = f"TNBSL{uuid4().int % 10**7:07}"
    changes = {"id": f"urn:uuid:{uuid4()}", "track": {**one["track"], "isrc": isrc}, **changes}
    return {**upload, "askfirst": {**one, **changes}}


def uploaded(to: httpx.Client, metadata: Json) -> str:
    """Upload a track, and return the path of its page."""
    answer = to.post("/tracks", json=metadata)
    assert answer.status_code == 201, answer.text
    return f"/tracks/{answer.json()['id']}"


def audio(seconds: int = 1) -> bytes:
    """Return a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(range(256)) * (seconds * 16_000 // 256))
    return file.getvalue()

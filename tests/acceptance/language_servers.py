"""Speak with a language server as an editor does: JSON-RPC over its standard streams."""

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.acceptance.fences import ROOT

__all__ = ["CURSOR", "Editor", "opened", "server"]

CURSOR = "‸"
_BIN = ROOT / "tests/node/node_modules/.bin"
#: A server that says nothing for so many seconds is ended, so that no test hangs.
_PATIENCE = 60
_SHOWN = {
    "textDocument": {
        "completion": {
            "completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}
        },
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True, "didChangeConfiguration": {}},
}


class Editor:
    """One open folder in an editor, with the settings of a user."""

    def __init__(self, server: "subprocess.Popen[bytes]", settings: dict[str, Any]) -> None:
        self._server, self._settings = server, settings
        self._sent, self._opened = 0, 0
        self._faults: dict[str, list[dict[str, Any]]] = {}

    def start(self, folder: Path) -> None:
        self._folder = folder
        root = {"rootUri": folder.as_uri(), "capabilities": _SHOWN, "processId": None}
        self.ask("initialize", root)
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def fresh(self, name: str) -> Path:
        """Return a path of this name that was never open, so that nothing old is told of it."""
        self._opened += 1
        return self._folder / str(self._opened) / name

    def show(self, path: Path, text: str) -> None:
        """Open a document that was not open before."""
        language = "json" if path.suffix == ".json" else "yaml"
        document = {"uri": path.as_uri(), "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def faults(self, path: Path) -> list[dict[str, Any]]:
        """Return what the server finds wrong with a document that is open."""
        while path.as_uri() not in self._faults:
            self._read()
        return self._faults[path.as_uri()]

    def check(self, name: str, text: str) -> list[dict[str, Any]]:
        """Open a document of this name and return what the server finds wrong with it."""
        path = self.fresh(name)
        self.show(path, text)
        return self.faults(path)

    def settle(self, name: str, broken: str) -> None:
        """Wait until the server has its settings: until it finds a fault where there is one."""
        path = self.fresh(name)
        self.show(path, broken)
        while not self.faults(path):
            self._read()

    def offered(self, name: str, marked: str) -> dict[str, str]:
        """Return what is offered at the cursor of a new document, with what it says of it."""
        found = self._at_cursor(name, marked, "completion")
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"].strip('"'): _text(item.get("documentation")) for item in items}

    def hovered(self, name: str, marked: str) -> str:
        """Return what is said of the word at the cursor of a new document."""
        return _text(self._at_cursor(name, marked, "hover")["contents"])

    def _at_cursor(self, name: str, marked: str, what: str) -> Any:  # noqa: ANN401 - JSON
        path, before = self.fresh(name), marked.partition(CURSOR)[0]
        self.show(path, marked.replace(CURSOR, ""))
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        question = {"textDocument": {"uri": path.as_uri()}, "position": place}
        return self.ask(f"textDocument/{what}", question)

    def ask(self, method: str, params: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
        self._sent += 1
        self._write({"id": self._sent, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._sent and "method" not in message:
                if "error" in message:
                    raise AssertionError(message["error"])
                return message["result"]

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._server.stdin
        if stream is None:
            raise BrokenPipeError
        stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        stream.flush()

    def _read(self) -> dict[str, Any]:
        """Read a message; keep the faults it tells, and answer what it asks."""
        message = self._received()
        if "method" in message and "id" in message:
            self._write({"id": message["id"], "result": self._answer(message)})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self._faults[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def _answer(self, message: dict[str, Any]) -> list[Any] | None:
        if message["method"] != "workspace/configuration":
            return None
        asked = (item.get("section") for item in message["params"]["items"])
        return [self._settings.get(section) for section in asked]

    def _received(self) -> dict[str, Any]:
        stream, length = self._server.stdout, 0
        if stream is None:
            raise BrokenPipeError
        while (line := stream.readline()) != b"\r\n":
            if not line:
                raise EOFError("the language server has ended")
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(stream.read(length))
        return message


def _text(said: Any) -> str:  # noqa: ANN401 - JSON
    return str(said["value"] if isinstance(said, dict) else said)


def server(name: str) -> Path:
    """Return where npm installs a language server."""
    return _BIN / name


@contextmanager
def opened(name: str, folder: Path, settings: dict[str, Any]) -> Iterator[Editor]:
    """Start a language server for a folder, with a user's settings, and end it."""
    command = [str(server(name)), "--stdio"]
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        guard = threading.Timer(_PATIENCE, process.kill)
        guard.start()
        try:
            editor = Editor(process, settings)
            editor.start(folder)
            yield editor
        finally:
            guard.cancel()
            process.kill()

"""A key file is its owner's alone, and nothing that is printed holds the secret."""

import base64
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from askfirst.cli.app import app
from askfirst.identifiers import base58btc
from askfirst.proof import Key, opened
from tests.needs import needs

PASSPHRASE = "correct horse battery"  # noqa: S105 - of no key
FILE = Path("mara-lindqvist.askfirst-key.pem")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASKFIRST_PASSPHRASE", PASSPHRASE)
    monkeypatch.delenv("ASKFIRST_NEW_PASSPHRASE", raising=False)


def _key(*arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(app, ["key", *arguments], input=given)


def _new(*flags: str) -> Result:
    return _key("new", "--name", "Mara Lindqvist", *flags)


def _secrets(key: Key) -> list[str]:
    """Return what a private key looks like in every spelling."""
    secret = key.pkcs8()[-32:]
    texts = [secret.hex(), base64.b64encode(secret).decode()[:-2]]
    texts += [base64.b64encode(key.pkcs8()).decode()[-40:-2]]
    return [*texts, base58btc.encode(secret), base58btc.encode(b"\x80\x26" + secret)]


def test_it_is_made_sealed_and_for_its_owner_alone() -> None:
    assert _new().exit_code == 0
    found = opened(FILE.read_bytes(), PASSPHRASE)

    assert stat.S_IMODE(FILE.stat().st_mode) == 0o600
    assert found.name == "Mara Lindqvist"
    assert b"ENCRYPTED" in FILE.read_bytes()


def test_it_is_private_from_its_first_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    modes: list[int] = []
    real = os.open

    def noting(path: str, flags: int, mode: int = 0o777, **more: int) -> int:
        if str(path).endswith(".pem"):
            modes.append(mode)
            assert flags & os.O_EXCL
        return real(path, flags, mode, **more)

    monkeypatch.setattr(os, "open", noting)
    old = os.umask(0)
    try:
        assert _new().exit_code == 0
    finally:
        os.umask(old)
    assert modes == [0o600]


def test_it_is_never_overwritten() -> None:
    _new()
    first = FILE.read_bytes()

    assert _new().exit_code == 2
    assert _new("--out", ".").exit_code == 2
    assert _key("export", str(FILE), "--out", str(FILE)).exit_code == 2
    assert FILE.read_bytes() == first


@pytest.mark.parametrize("out", ["no/such/folder.pem", "-", "a" * 300])
def test_where_it_cannot_be_written_nothing_is(out: str) -> None:
    assert _new("--out", out).exit_code == 2
    assert list(Path().iterdir()) == []


def test_a_disk_that_is_full_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert _new().exit_code == 2
    assert list(Path().iterdir()) == []


def test_a_passphrase_that_protects_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASKFIRST_PASSPHRASE", "short")

    assert _new().exit_code == 2
    assert not FILE.exists()


@pytest.mark.parametrize("command", ["new", "export"])
def test_where_nobody_can_be_asked_it_says_how(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _new()
    monkeypatch.delenv("ASKFIRST_PASSPHRASE")
    arguments = {"new": ["--name", "x"], "export": [str(FILE), "--out", "copy.pem"]}
    run = _key(command, *arguments[command])

    assert run.exit_code == 2
    assert "ASKFIRST_PASSPHRASE" in run.output
    assert list(Path().iterdir()) == [FILE]


def test_without_a_passphrase_has_to_be_asked_for_and_is_told() -> None:
    run = _new("--no-passphrase")

    assert run.exit_code == 0
    assert "warning" in run.output
    assert opened(FILE.read_bytes(), None).name == "Mara Lindqvist"


def test_the_public_key_is_told_without_a_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    _new()
    did = opened(FILE.read_bytes(), PASSPHRASE).key.did
    monkeypatch.delenv("ASKFIRST_PASSPHRASE")

    assert _key("export", str(FILE), "--public").output == f"{did}\n"
    assert did in _key("show", str(FILE)).output
    assert did in _key("show", "-", given=FILE.read_bytes()).output


def test_a_copy_has_its_own_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    _new()
    monkeypatch.setenv("ASKFIRST_NEW_PASSPHRASE", "another one altogether")
    assert _key("export", str(FILE), "--out", "copy.pem").exit_code == 0
    copy = opened(Path("copy.pem").read_bytes(), "another one altogether")

    assert copy.key.did == opened(FILE.read_bytes(), PASSPHRASE).key.did
    assert copy.name == "Mara Lindqvist"


@pytest.mark.parametrize("flags", [[], ["--public", "--out", "copy.pem"]])
def test_what_to_export_has_to_be_said(flags: list[str]) -> None:
    _new()

    assert _key("export", str(FILE), *flags).exit_code == 2


@pytest.mark.parametrize("path", ["key.txt", "-"])
def test_a_key_of_another_program_is_taken_over(path: str) -> None:
    key = Key.new()
    text = "z" + base58btc.encode(b"\x80\x26" + key.pkcs8()[-32:])
    Path("key.txt").write_text(f"{text}\n", encoding="ascii")
    run = _key("import", path, "--name", "Mara", "--out", "mara.pem", given=text.encode())

    assert run.exit_code == 0
    assert opened(Path("mara.pem").read_bytes(), PASSPHRASE)[0].did == key.did
    assert not [secret for secret in _secrets(key) if secret in run.output]


@pytest.mark.parametrize("command", ["show", "export", "import"])
@pytest.mark.parametrize("data", [b"", b"\x00", b"-----BEGIN X-----", b"z3u2", b"\xff" * 100_000])
def test_what_is_no_key_is_refused_in_one_sentence(command: str, data: bytes) -> None:
    Path("no.pem").write_bytes(data)
    flags = {"show": [], "export": ["--out", "o.pem"], "import": ["--name", "x"]}
    run = _key(command, "no.pem", *flags[command])

    assert run.exit_code == 2
    assert run.output.count("\n") == 1
    assert list(Path().iterdir()) == [Path("no.pem")]


@pytest.mark.parametrize("path", [".", "fifo", "none.pem", "", "a" * 5000])
def test_what_is_no_file_is_not_waited_for(path: str) -> None:
    os.mkfifo("fifo")

    assert _key("show", path).exit_code == 2


def test_a_wrong_passphrase_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    _new()
    monkeypatch.setenv("ASKFIRST_PASSPHRASE", "not the right one")
    run = _key("export", str(FILE), "--out", "copy.pem")

    assert (run.exit_code, run.output.count("\n")) == (2, 1)
    assert not Path("copy.pem").exists()


def test_others_who_can_read_it_are_told() -> None:
    _new()
    assert "warning" not in _key("show", str(FILE)).output
    FILE.chmod(0o644)

    assert "chmod 600" in _key("show", str(FILE)).output


@pytest.mark.parametrize(("ignored", "told"), [("*.pem\n", False), ("", True)])
def test_a_work_tree_that_would_publish_it_is_told(ignored: str, told: bool) -> None:
    needs("git", shutil.which("git") is not None)
    subprocess.run(["git", "init", "--quiet"], check=True)  # noqa: S607 - any git
    Path(".gitignore").write_text(ignored, encoding="ascii")

    assert ("gitignore" in _new().output) is told


def test_a_name_that_would_steer_a_terminal_does_not() -> None:
    run = _key("new", "--name", "Mara\x1b[2J\nPublic key: x", "--out", "m.pem")

    assert run.exit_code == 0
    assert "\x1b" not in run.output + _key("show", "m.pem").output


def test_the_secret_stands_in_no_output() -> None:
    shown = [_new(), _key("show", str(FILE)), _key("export", str(FILE), "--public")]
    shown += [_key("export", str(FILE), "--out", "copy.pem", "--no-passphrase"), _new()]
    shown += [_key("import", "copy.pem", "--name", "b"), _key("show", "copy.pem")]
    told = "".join(run.output + str(run.exception) for run in shown)
    key = opened(FILE.read_bytes(), PASSPHRASE).key

    assert not [secret for secret in [*_secrets(key), PASSPHRASE] if secret in told]
    assert [secret for secret in _secrets(key) if secret in Path("copy.pem").read_text("ascii")]

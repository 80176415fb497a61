"""Keys and signatures on a real terminal and on a real machine: nothing is half done or shown."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from askfirst.checking import check
from askfirst.identifiers import base58btc
from askfirst.model.parts import Document
from askfirst.proof import Key, opened, sealed, verifies
from tests.acceptance.fences import ROOT
from tests.acceptance.hostile import askfirst as run_hostile
from tests.acceptance.hostile import fails_closed
from tests.acceptance.talking import INTERRUPT, NO_MORE, run, talk
from tests.needs import needs

CONSENT = ROOT / "examples/pass/consent-to-one-lab/consent.yaml"
NAME = "mara.askfirst-key.pem"
WORDS = "two boats under a bridge"
NEW = ["key", "new", "--name", "Mara"]


@pytest.fixture(autouse=True)
def _without_help(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("ASKFIRST_PASSPHRASE", "ASKFIRST_NEW_PASSPHRASE", "ASKFIRST_TRUST"):
        monkeypatch.delenv(variable, raising=False)


def _sealed(folder: Path) -> Key:
    key = Key.new()
    (folder / NAME).write_bytes(sealed(key, WORDS, "Mara"))
    (folder / NAME).chmod(0o600)
    shutil.copy(CONSENT, folder / "c.yaml")
    return key


def test_a_passphrase_is_typed_twice_and_never_shown(tmp_path: Path) -> None:
    said = talk(tmp_path, NEW, ["short", WORDS, "another one", WORDS, WORDS])

    assert (said.code, said.left) == (0, [])
    assert WORDS not in said.shown
    assert "short" not in said.shown
    assert opened((tmp_path / NAME).read_bytes(), WORDS).name == "Mara"


@pytest.mark.parametrize("key", [INTERRUPT, NO_MORE])
@pytest.mark.parametrize("before", [[], [WORDS]])
def test_whoever_stops_leaves_nothing(key: str, before: list[str], tmp_path: Path) -> None:
    said = talk(tmp_path, NEW, [*before, key])

    assert said.code == 2
    assert "Traceback" not in said.shown
    assert list(tmp_path.iterdir()) == []


def test_many_files_are_signed_with_one_passphrase(tmp_path: Path) -> None:
    key = _sealed(tmp_path)
    names = [f"{n}.askfirst.yaml" for n in range(30)]
    for name in names:
        shutil.copy(CONSENT, tmp_path / name)
    said = talk(tmp_path, ["sign", *names, "--key", NAME], [WORDS])

    assert (said.code, said.left) == (0, [])
    assert WORDS not in said.shown
    for name in names:
        document = check((tmp_path / name).read_bytes()).document
        assert isinstance(document, Document)
        assert [(proof.key, verifies(proof)) for proof in document.proofs] == [(key.did, True)]


@pytest.mark.parametrize("typed", [INTERRUPT, "not the right one"])
def test_without_the_passphrase_nothing_changes(typed: str, tmp_path: Path) -> None:
    _sealed(tmp_path)
    said = talk(tmp_path, ["sign", "c.yaml", "--key", NAME], [typed])

    assert said.code == 2
    assert "Traceback" not in said.shown
    assert (tmp_path / "c.yaml").read_bytes() == CONSENT.read_bytes()


@pytest.mark.parametrize("arguments", [NEW, ["sign", "c.yaml", "--key", NAME]])
def test_where_nobody_can_be_asked_it_says_how(arguments: list[str], tmp_path: Path) -> None:
    if arguments is not NEW:
        _sealed(tmp_path)
    found = run(tmp_path, *arguments)

    assert found.returncode == 2
    assert "ASKFIRST_PASSPHRASE" in found.stderr
    assert found.stdout == ""


def test_a_disk_that_is_full_changes_nothing(tmp_path: Path) -> None:
    """No file may grow beyond a block: the end of the disk, as a process meets it."""
    _sealed(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    limited = f'ulimit -f 0; exec "{sys.executable}" -m askfirst "$@"'
    environment = {**os.environ, "ASKFIRST_PASSPHRASE": WORDS, "PYTHONDONTWRITEBYTECODE": "1"}
    for arguments in (["sign", "c.yaml", "--key", NAME], [*NEW, "--out", "new.pem"]):
        found = subprocess.run(
            ["bash", "-c", limited, "bash", *arguments],  # noqa: S607 - any bash
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            check=False,
        )
        assert found.returncode == 2
        assert b"Traceback" not in found.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / "c.yaml").read_bytes() == CONSENT.read_bytes()


def test_a_locked_key_or_folder_is_told(tmp_path: Path) -> None:
    humbly = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    needs("setpriv", os.geteuid() != 0 or shutil.which("setpriv") is not None)
    before = humbly if os.geteuid() == 0 else ()
    _sealed(tmp_path)
    (tmp_path / NAME).chmod(0)
    found = run_hostile("sign", tmp_path / "c.yaml", "--key", tmp_path / NAME, before=before)
    assert (fails_closed(found), found.code) == (True, 2)

    (tmp_path / "locked").mkdir()
    shutil.copy(CONSENT, tmp_path / "locked/c.yaml")
    (tmp_path / "open.pem").write_bytes(sealed(Key.new(), None, "x"))
    (tmp_path / "locked").chmod(0o500)
    inside = tmp_path / "locked/c.yaml"
    found = run_hostile("sign", inside, "--key", tmp_path / "open.pem", before=before)
    assert (fails_closed(found), found.code) == (True, 2)
    assert inside.read_bytes() == CONSENT.read_bytes()


@pytest.mark.parametrize("name", ["fifo", "folder", "zero"])
def test_what_is_no_key_file_is_not_waited_for(name: str, tmp_path: Path) -> None:
    _sealed(tmp_path)
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "folder").mkdir()
    (tmp_path / "zero").symlink_to("/dev/zero")
    orders: list[list[str | Path]] = [["key", "show"], ["sign", tmp_path / "c.yaml", "--key"]]
    for arguments in orders:
        found = run_hostile(*arguments, tmp_path / name)
        assert (fails_closed(found), found.code) == (True, 2)


def test_a_thousand_opt_ins_are_witnessed_at_once_and_one_by_one_refused(tmp_path: Path) -> None:
    """A hundred of them here; the documentation has a thousand."""
    consent = check(CONSENT.read_bytes()).documents[0].value
    assert isinstance(consent, dict)
    folder, key = tmp_path / "opt-ins", _sealed(tmp_path)
    folder.mkdir()
    witness = {"id": "https://shop.example/", "name": "Shop"}
    for n in range(100):
        one = {**consent, "id": f"urn:uuid:00000000-0000-4000-8000-{n:012}", "witness": witness}
        broken = {"atEnd": "later"} if n == 50 else {}
        (folder / f"{n}.askfirst.json").write_text(json.dumps({**one, **broken}), encoding="utf-8")
    environment = {**os.environ, "ASKFIRST_PASSPHRASE": WORDS}
    order: list[str | Path] = ["sign", folder, "--key", tmp_path / NAME]

    first, second = (run_hostile(*order, environment=environment) for _ in range(2))
    assert (first.code, second.code) == (1, 1)
    assert b"99 signed, 1 not signed" in first.out
    assert b"0 signed, 99 signed already, 1 not signed" in second.out
    trust = {
        "askfirst": "1.0.0",
        "type": "Trust",
        "witnesses": [
            {"id": witness["id"], "keys": [key.did], "rights": ["any"], "identifiers": ["any"]}
        ],
    }
    (tmp_path / "trust.json").write_text(json.dumps(trust), encoding="utf-8")
    found = run_hostile("verify", folder, "--trust", tmp_path / "trust.json", "--quiet")
    assert found.code == 1
    assert found.out.count(b"50.askfirst.json") == 1


def test_no_output_holds_the_secret_or_the_passphrase(tmp_path: Path) -> None:
    key = _sealed(tmp_path)
    environment = {**os.environ, "ASKFIRST_PASSPHRASE": WORDS}
    path, copy = tmp_path / NAME, tmp_path / "copy.pem"
    orders: list[list[str | Path]] = [
        ["key", "show", path],
        ["key", "export", path, "--public"],
        ["key", "export", path, "--out", copy, "--no-passphrase"],
        ["key", "show", copy],
        ["key", "show", tmp_path],
        ["key", "import", copy, "--name", "x", "--out", copy],
        ["key", "import", copy],
        ["sign", tmp_path / "c.yaml", "--key", path],
        ["sign", tmp_path / "c.yaml", "--key", tmp_path / "c.yaml"],
        ["sign", path, "--key", path],
        ["verify", tmp_path / "c.yaml"],
        ["check", copy],
        ["verify", copy],
        ["show", copy],
    ]
    runs = [run_hostile(*order, environment=environment) for order in orders]
    told = b"".join(run.out + run.err for run in runs).decode()
    secret = key.pkcs8()[-32:]
    spelled = [secret.hex(), base58btc.encode(secret), base58btc.encode(b"\x80\x26" + secret)]

    assert "Traceback" not in told
    assert not [text for text in [*spelled, WORDS] if text in told]
    lines = [line for line in copy.read_text("ascii").splitlines() if line.startswith("MC4")]
    assert lines
    assert lines[0] not in told

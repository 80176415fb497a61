"""What is signed verifies and is otherwise as it was; what cannot be signed stays as it is."""

import json
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import askfirst
from askfirst.checking import Checked, check
from askfirst.cli.app import app
from askfirst.model.parts import Document
from askfirst.proof import Key, sealed, sign, verifies, with_proof
from askfirst.vocabulary import DocumentType
from tests.acceptance.fences import ROOT

PASSED = ROOT / "examples/pass"
CONSENT = PASSED / "consent-to-one-lab/consent.yaml"
AT = "2026-11-25T00:00:00Z"
FILE = Path("c.consent.askfirst.yaml")
#: Files of documents without any proof; trust files and findings are none.
UNSIGNED = [
    path
    for path in sorted(PASSED.rglob("*.*"))
    if path.suffix in (".yaml", ".json")
    and b"proofValue" not in path.read_bytes()
    and {type(one.kind) for one in check(path.read_bytes()).documents} == {DocumentType}
]


@pytest.fixture
def mara(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Key:
    monkeypatch.chdir(tmp_path)
    key = Key.new()
    Path("mara.pem").write_bytes(sealed(key, None, "Mara"))
    Path("mara.pem").chmod(0o600)
    shutil.copy(CONSENT, FILE)
    return key


def _sign(*arguments: str, key: str = "mara.pem", given: bytes = b"") -> Result:
    return CliRunner().invoke(app, ["sign", *arguments, "--key", key, "--at", AT], input=given)


def _documents(path: Path | str) -> list[Checked]:
    return list(check(Path(path).read_bytes()).documents)


def _keys(path: Path | str) -> list[str]:
    """Return the keys whose proofs a file carries; each of them verifies."""
    proofs = [p for one in _documents(path) if one.document for p in one.document.proofs]
    assert all(map(verifies, proofs))
    return [proof.key for proof in proofs]


@pytest.mark.parametrize("path", UNSIGNED, ids=lambda path: str(path.relative_to(PASSED)))
def test_every_conforming_document_can_be_signed(path: Path, mara: Key) -> None:
    """Comments, order and layout stay: what is added are whole lines."""
    target = Path(f"signed{path.suffix}")
    shutil.copyfile(path, target)
    assert _sign(str(target)).exit_code == 0

    assert _keys(target) == [mara.did] * len(_documents(path))
    kept = [line.rstrip(",") for line in path.read_text("utf-8").splitlines()]
    found = iter(line.rstrip(",") for line in target.read_text("utf-8").splitlines())
    assert all(line in found for line in kept)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a.yaml", lambda text: text.replace("\n", "\r\n")),
        ("a.yaml", lambda text: text.rstrip("\n")),
        ("a.yaml", lambda text: f"# mine\n\n{text}\n\n# the end\n"),
        ("a.yaml", lambda text: json.dumps(check(text).documents[0].value)),
        ("a.json", lambda text: json.dumps(check(text).documents[0].value)),
        ("a.json", lambda text: json.dumps(check(text).documents[0].value, indent="\t") + "\n"),
        ("no-ending", lambda text: json.dumps([check(text).documents[0].value])),
    ],
)
def test_a_file_keeps_its_own_way_of_writing(
    name: str, written: Callable[[str], str], mara: Key
) -> None:
    before = written(CONSENT.read_text("utf-8")).encode()
    Path(name).write_bytes(before)
    assert _sign(name).exit_code == 0
    after = Path(name).read_bytes()

    assert _keys(name) == [mara.did]
    assert (b"\r" in after, b"\t" in after) == (b"\r" in before, b"\t" in before)
    assert after.count(b"\n") == before.count(b"\n") or before.count(b"\n") > 1
    assert after.count(b"\r\n") in (0, after.count(b"\n"))


def test_the_proof_says_when_and_stands_behind_the_rest(mara: Key) -> None:
    assert _sign(str(FILE)).exit_code == 0
    document = _documents(FILE)[0].value

    assert isinstance(document, dict)
    assert document["proof"]["created"] == AT
    assert next(iter(document)) == "@context"
    assert list(document)[-1] == "proof"
    assert mara.did in document["proof"]["verificationMethod"]


def test_what_this_key_signed_already_stays(mara: Key) -> None:
    _sign(str(FILE))
    first = FILE.read_bytes()

    assert _sign(str(FILE)).exit_code == 0
    assert FILE.read_bytes() == first
    assert _keys(FILE) == [mara.did]


def test_what_was_changed_since_is_signed_anew(mara: Key) -> None:
    _sign(str(FILE))
    FILE.write_text(FILE.read_text("utf-8").replace("Depot", "Depots"), encoding="utf-8")

    assert _sign(str(FILE)).exit_code == 0
    assert _keys(FILE) == [mara.did]


def test_a_second_key_adds_a_second_proof_over_the_same(mara: Key) -> None:
    idris = Key.new()
    Path("idris.pem").write_bytes(sealed(idris, None, "Idris"))
    _sign(str(FILE), "--no-context")

    assert _sign(str(FILE), key="idris.pem").exit_code == 0
    assert _keys(FILE) == [mara.did, idris.did]
    FILE.write_text(FILE.read_text("utf-8").replace("Depot", "Depots"), encoding="utf-8")
    before = FILE.read_bytes()
    assert _sign(str(FILE)).exit_code == 1
    assert FILE.read_bytes() == before


def test_without_a_context_none_is_added(mara: Key) -> None:
    _sign(str(FILE), "--no-context")

    assert b"@context" not in FILE.read_bytes()
    assert _keys(FILE) == [mara.did]


@pytest.mark.usefixtures("mara")
def test_a_decision_keeps_its_digest() -> None:
    declaration = str(PASSED / "solo-artist/declaration.yaml")
    asked = ["decide", declaration, "--use", "training", "--at", AT, "--format", "json"]
    Path("d.json").write_text(CliRunner().invoke(app, asked).stdout, encoding="utf-8")

    assert _sign("d.json").exit_code == 0
    assert check(Path("d.json").read_bytes()).conforms
    assert b"@context" not in Path("d.json").read_bytes()


def test_what_does_not_conform_is_not_signed(mara: Key) -> None:
    Path("bad.yaml").write_bytes(FILE.read_bytes().replace(b"atEnd", b"atend"))
    before = Path("bad.yaml").read_bytes()
    run = _sign("bad.yaml", str(FILE))

    assert run.exit_code == 1
    assert "AF103" in run.output
    assert Path("bad.yaml").read_bytes() == before
    assert _keys(FILE) == [mara.did]


@pytest.mark.usefixtures("mara")
def test_a_trust_file_is_no_document() -> None:
    Path("t.yaml").write_text("askfirst: 1.0.0\ntype: Trust\n", encoding="utf-8")

    assert _sign("t.yaml").exit_code == 1


def _array(several: int, **around: Any) -> str:  # noqa: ANN401 - somebody else's JSON
    consent = check(CONSENT.read_bytes()).documents[0].value
    assert isinstance(consent, dict)
    ids = [f"urn:uuid:00000000-0000-4000-8000-{n:012}" for n in range(several)]
    consents = [{**consent, "id": id_} for id_ in ids]
    found = {**around, "askfirst": consents} if around else consents
    return json.dumps(found, indent=1)


@pytest.mark.parametrize("around", [{}, {"track": 7, "gain": -1.50, "more": [None, True]}])
def test_each_document_of_a_file_is_signed(around: dict[str, Any], mara: Key) -> None:
    Path("several.json").write_text(_array(50, **around), encoding="utf-8")
    run = _sign("several.json")

    assert run.exit_code == 0
    assert _keys("several.json") == [mara.did] * 50
    found = json.loads(Path("several.json").read_text("utf-8"))
    assert not around or {name: found[name] for name in around} == around


def test_the_standard_input_becomes_the_standard_output(mara: Key) -> None:
    run = _sign("-", given=CONSENT.read_bytes())
    document = askfirst.read(run.stdout)

    assert run.exit_code == 0
    assert isinstance(document, Document)
    assert [proof.key for proof in document.proofs] == [mara.did]


def test_elsewhere_only_where_nothing_is(mara: Key) -> None:
    assert _sign(str(FILE), "-o", "new.yaml").exit_code == 0
    assert FILE.read_bytes() == CONSENT.read_bytes()
    assert _keys("new.yaml") == [mara.did]
    assert _sign(str(FILE), "-o", "mara.pem").exit_code == 2
    assert _sign(str(FILE), "-o", str(FILE)).exit_code == 2
    assert _sign(str(FILE), "new.yaml", "-o", "other.yaml").exit_code == 2


@pytest.mark.usefixtures("mara")
def test_a_dry_run_writes_nothing() -> None:
    run = _sign(str(FILE), "--dry-run")

    assert run.exit_code == 0
    assert FILE.read_bytes() == CONSENT.read_bytes()


@pytest.mark.usefixtures("mara")
def test_permissions_stay_and_a_locked_file_too() -> None:
    FILE.chmod(0o640)
    assert _sign(str(FILE)).exit_code == 0
    assert stat.S_IMODE(FILE.stat().st_mode) == 0o640
    shutil.copy(CONSENT, "locked.yaml")
    Path("locked.yaml").chmod(0o444)
    assert _sign("locked.yaml", "none.yaml").exit_code == 2
    assert _sign("locked.yaml").exit_code == 2
    assert Path("locked.yaml").read_bytes() == CONSENT.read_bytes()


@pytest.mark.parametrize("key", ["none.pem", ".", str(CONSENT), "sealed.pem"])
def test_without_the_key_nothing_is_signed(
    key: str, mara: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ASKFIRST_PASSPHRASE", raising=False)
    Path("sealed.pem").write_bytes(sealed(mara, "a passphrase of mine", "Mara"))
    run = _sign(str(FILE), key=key)

    assert (run.exit_code, run.output.count("\n")) == (2, 1)
    assert FILE.read_bytes() == CONSENT.read_bytes()


@pytest.mark.parametrize("at", ["yesterday", "2026-11-25", ""])
@pytest.mark.usefixtures("mara")
def test_an_instant_is_written_in_full(at: str) -> None:
    arguments = ["sign", str(FILE), "--key", "mara.pem", "--at", at]

    assert CliRunner().invoke(app, arguments).exit_code == 2


@pytest.mark.usefixtures("mara")
def test_a_disk_that_is_full_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    run = _sign(str(FILE))

    assert run.exit_code == 2
    assert FILE.read_bytes() == CONSENT.read_bytes()
    assert sorted(path.name for path in Path().iterdir()) == [str(FILE), "mara.pem"]


def test_a_proof_that_was_swapped_in_is_refused(mara: Key) -> None:
    consent = check(CONSENT.read_bytes()).documents[0].value
    assert isinstance(consent, dict)
    other = Key.new()
    proof = sign({**consent, "purpose": "any other"}, other, AT)
    Path("swapped.json").write_text(json.dumps(with_proof(consent, proof)), encoding="utf-8")
    before = Path("swapped.json").read_bytes()

    assert _sign("swapped.json").exit_code == 1
    assert Path("swapped.json").read_bytes() == before
    assert mara.did.encode() not in before

"""Flags make entries of a trust file; nothing is trusted, or written, that was not said."""

import json
import shutil
from pathlib import Path

import jsonschema_rs
import pytest
from typer.testing import CliRunner, Result

from askfirst.checking import check, read_trust
from askfirst.cli.app import app
from askfirst.model.trust import Trust
from askfirst.proof import Key, sign, with_proof
from askfirst.schema.bundle import bundle
from tests.acceptance.fences import ROOT

KEY = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
FILE = Path("trust.yaml")
MARA = ("--holder", "https://mara.example.org/")
SOCIETY = ("--mandate", "https://s.example.org/", "--for", MARA[1], "--capacity", "society")
SCOPE = ("--right", "recording", "--identifier", "isrc:SEXYZ*")
ALL = (*MARA, "--key", KEY, *SCOPE)
WHY = ("--reason", "Forged.", "--name", "Ada")
DOCUMENT = ROOT / "examples/pass/withdrawal/withdrawal.json"
BROKEN = ROOT / "examples/fail/AF602-ends-when-it-begins/consent.yaml"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(DOCUMENT, "withdrawal.json")
    shutil.copy(BROKEN, "broken.yaml")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["trust", *arguments])


def add(*flags: str, file: str = str(FILE)) -> Result:
    return run("add", file, *flags)


def said() -> Trust:
    return read_trust(FILE.read_bytes())


def signed(*keys: Key) -> str:
    document = json.loads(DOCUMENT.read_bytes())
    for key in keys:
        document = with_proof(document, sign(document, key, "2027-03-01T09:00:00Z"))
    Path("signed.json").write_text(json.dumps(document), encoding="utf-8")
    return "signed.json"


@pytest.mark.parametrize(
    ("flags", "member"),
    [
        (ALL, "holders"),
        ((*MARA, "--same-as", "https://isni.org/isni/0000000121032683"), "holders"),
        ((*SOCIETY, "--key", KEY, *SCOPE), "mandates"),
        (("--witness", "https://p.example.com/", "--own-uses", "--key", KEY, *SCOPE), "witnesses"),
    ],
)
def test_an_entry_is_added_once(flags: tuple[str, ...], member: str) -> None:
    assert add(*flags).exit_code == 0
    first = FILE.read_bytes()

    assert len(getattr(said(), member)) == 1
    assert add(*flags).exit_code == 0
    assert FILE.read_bytes() == first


@pytest.mark.parametrize(
    "flags",
    [
        (),
        MARA,
        ("--key", KEY, *SCOPE),
        (*ALL, "--witness", "https://p.example.com/"),
        (*MARA, "--key", KEY),
        (*MARA, "--key", KEY, "--right", "any"),
        (*MARA, "--key", KEY, "--identifier", "any"),
        (*MARA, *SCOPE),
        (*MARA, "--same-as", "https://a.example.org/", "--right", "any"),
        (*ALL, "--own-uses"),
        (*ALL, "--for", "https://a.example.org/"),
        (*ALL, "--capacity", "agent"),
        ("--mandate", "https://s.example.org/", "--key", KEY, *SCOPE),
        ("--witness", "https://p.example.com/", "--same-as", "urn:a:b", "--key", KEY, *SCOPE),
        (*SOCIETY, "--key", KEY, "--right", "voice", "--identifier", "any"),
        (*SOCIETY[:-1], "friend", "--key", KEY, *SCOPE),
        (*ALL, "--right", "any"),
        (*ALL, "--right", "everything"),
        (*ALL, "--identifier", "isrc:SE*"),
        (*ALL, "--key", "did:web:a"),
        ("--holder", "Mara", "--key", KEY, *SCOPE),
        (*ALL, "--from", "yesterday"),
        (*ALL, "--from", "2027-01-02", "--until", "2027-01-01"),
        (*MARA, "--key-from", "nowhere.yaml", *SCOPE),
        (*MARA, "--key-from", "withdrawal.json", *SCOPE),
        (*MARA, "--key-from", "broken.yaml", *SCOPE),
    ],
)
def test_what_is_missing_or_wrong_is_refused_and_nothing_written(flags: tuple[str, ...]) -> None:
    result = add(*flags)

    assert result.exit_code == 2
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert not FILE.exists()


def test_a_moment_can_be_past() -> None:
    assert add(*ALL, "--from", "2020-01-01", "--until", "2021-01-01T00:00:00Z").exit_code == 0
    assert (said().holders[0].begins, said().holders[0].ends) == (
        "2020-01-01T00:00:00Z",
        "2021-01-01T00:00:00Z",
    )


def test_a_key_is_taken_from_what_it_signed() -> None:
    key = Key.new()

    assert add(*MARA, "--key-from", signed(key), *SCOPE).exit_code == 0
    assert said().holders[0].keys == (key.did,)


def test_no_key_is_taken_where_several_signed_or_a_proof_is_false() -> None:
    assert add(*MARA, "--key-from", signed(Key.new(), Key.new()), *SCOPE).exit_code == 2
    forged = Path(signed(Key.new())).read_text(encoding="utf-8").replace("2027-03", "2027-04")
    Path("signed.json").write_text(forged, encoding="utf-8")
    assert add(*MARA, "--key-from", "signed.json", *SCOPE).exit_code == 2
    assert not FILE.exists()


def test_comments_stay_and_a_dry_run_writes_nothing() -> None:
    text = "# ours\naskfirst: 1.0.0\ntype: Trust   # whom we trust\n"
    FILE.write_text(text, encoding="utf-8")

    assert "holders" in add(*ALL, "--dry-run").stdout
    assert FILE.read_text(encoding="utf-8") == text
    assert add(*ALL).exit_code == 0
    assert set(text.splitlines()) <= set(FILE.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("text", ["askfirst: 1.0.0\ntype: Trust\nkeys: []\n", "a: b\n", "[", ""])
def test_what_is_no_trust_file_is_left_alone(text: str) -> None:
    FILE.write_text(text, encoding="utf-8")

    for result in (add(*ALL), run("set-aside", str(FILE), "broken.yaml", *WHY)):
        assert result.exit_code == 2
    assert run("list", str(FILE)).exit_code == 2
    assert FILE.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("file", ["-", ".", "nowhere/trust.yaml"])
def test_a_file_is_named_that_can_be_written(file: str) -> None:
    assert add(*ALL, file=file).exit_code == 2


def test_a_document_is_set_aside_by_its_digest_whether_it_conforms_or_not() -> None:
    files = ("withdrawal.json", "broken.yaml")
    digests = {check(Path(one).read_bytes()).documents[0].sha256 for one in files}

    assert run("set-aside", str(FILE), *files, *WHY, "--at", "2027-01-01").exit_code == 0
    first = FILE.read_bytes()
    assert set(said().false) == digests
    assert {(one.reason, one.name, one.at) for one in said().set_aside} == {
        ("Forged.", "Ada", "2027-01-01T00:00:00Z")
    }
    assert run("set-aside", str(FILE), *files, *WHY).exit_code == 0
    assert FILE.read_bytes() == first


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere.yaml", *WHY),
        ("broken.yaml", "--reason", "Forged."),
        ("broken.yaml", "--name", "Ada"),
        ("broken.yaml", "--reason", "", "--name", "Ada"),
        ("broken.yaml", *WHY, "--at", "soon"),
        ("other.yaml", *WHY),
    ],
)
def test_nothing_is_set_aside_without_a_reason_a_name_and_a_document(
    arguments: tuple[str, ...],
) -> None:
    Path("other.yaml").write_text("askfirst: 1.0.0\ntype: Trust\n", encoding="utf-8")

    assert run("set-aside", str(FILE), *arguments).exit_code == 2
    assert not FILE.exists()


def test_the_list_says_what_has_ended_and_what_has_not_begun() -> None:
    add(*ALL, "--from", "2027-01-01", "--until", "2028-01-01")
    told = {
        at: run("list", str(FILE), "--at", f"{at}-06-01T00:00:00Z").stdout
        for at in (2026, 2027, 2028)
    }

    assert ["(not yet)" in told[at] for at in told] == [True, False, False]
    assert ["(ended)" in told[at] for at in told] == [False, False, True]
    assert all(KEY in one for one in told.values())


def test_the_list_shows_no_character_that_steers_a_terminal() -> None:
    run("set-aside", str(FILE), "broken.yaml", "--reason", "a\x1b[2J", "--name", "\u202eb")
    told = run("list", str(FILE)).stdout

    assert "\\x1b[2J" in told
    assert not {"\x1b", "\u202e"} & set(told)


def test_as_json_it_is_the_file_itself() -> None:
    add(*ALL)
    value = json.loads(run("list", str(FILE), "--format", "json").stdout)

    jsonschema_rs.validate(bundle("trust"), value)
    assert read_trust(value).sha256 == said().sha256


@pytest.mark.parametrize("command", [["show", str(FILE)], ["diff", str(FILE), str(FILE)]])
def test_what_is_for_documents_refuses_a_trust_file(command: list[str]) -> None:
    add(*ALL)
    result = CliRunner().invoke(app, command)

    assert result.exit_code == 2
    assert "trust file" in result.stderr

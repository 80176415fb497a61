"""`check --fix` changes files where they are wrong, shows it first if asked, and breaks nothing."""

import json
import stat
from pathlib import Path

import jsonschema_rs
import pytest
from typer.testing import CliRunner, Result

from askfirst import check
from askfirst.cli.app import app
from askfirst.reading import syntax_of
from askfirst.schema import load
from askfirst.vocabulary import DocumentType
from tests.acceptance.fences import ROOT
from tests.acceptance.listing import FAILING, documents, name

GOOD = (ROOT / "examples/pass/solo-artist/declaration.yaml").read_bytes()
TYPO = FAILING / "AF103-misspelt-member" / "declaration.yaml"
TWICE = FAILING / "AF302-consented-twice" / "consent.yaml"
DECISION = FAILING / "AF109-entries-twice-in-a-decision" / "decision.yaml"
FIXED = "requiresConsent: [generative-training]"
#: Examples that only show a limit are long, and have no fix.
SHORT = [file for file in documents(FAILING) if file.stat().st_size < 100_000]
#: What --fix makes conform without a look: nothing of it can open anything.
MENDED = {"AF005", "AF006", "AF103", "AF106", "AF109", "AF111", "AF115", "AF302"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(app, ["check", *arguments], input=given)


def put(path: str, source: Path | bytes) -> Path:
    Path(path).write_bytes(source if isinstance(source, bytes) else source.read_bytes())
    return Path(path)


def test_a_file_is_fixed_in_place_and_checked_as_it_is_then(folder: Path) -> None:
    file = put("a.yaml", TYPO)
    file.chmod(0o640)

    done = run("a.yaml", "--fix")

    assert done.exit_code == 0
    assert "1 fixed" in done.stdout
    assert file.read_text("utf-8") == TYPO.read_text("utf-8").replace("requireC", "requiresC")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [one.name for one in folder.iterdir()] == ["a.yaml"]


@pytest.mark.usefixtures("folder")
def test_a_link_stays_and_what_it_leads_to_is_fixed() -> None:
    put("real.yaml", TYPO)
    Path("link.yaml").symlink_to("real.yaml")

    assert run("link.yaml", "--fix").exit_code == 0
    assert Path("link.yaml").is_symlink()
    assert FIXED in Path("real.yaml").read_text("utf-8")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("flags", "code"), [(["--diff"], 1), (["--diff", "--fix"], 1)])
def test_a_difference_is_shown_and_nothing_changed(flags: list[str], code: int) -> None:
    file = put("a.yaml", TYPO)

    shown = run("a.yaml", *flags)

    assert shown.exit_code == code
    assert f"+{FIXED}" in shown.stdout.splitlines()
    assert file.read_bytes() == TYPO.read_bytes()


@pytest.mark.usefixtures("folder")
def test_what_could_open_something_needs_a_flag_of_its_own() -> None:
    file = put("a.yaml", TWICE)

    assert run("a.yaml", "--fix").exit_code == 1
    assert file.read_bytes() == TWICE.read_bytes()
    assert run("a.yaml", "--fix", "--unsafe-fixes").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_what_has_a_digest_is_left_and_told() -> None:
    file = put("a.yaml", DECISION)

    done = run("a.yaml", "--fix", "--unsafe-fixes")

    assert done.exit_code == 1
    assert "9 findings are not fixed" in done.stderr
    assert file.read_bytes() == DECISION.read_bytes()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("flags", [["--unsafe-fixes", "a.yaml"], ["--fix", "-"]])
def test_flags_that_do_not_fit_are_refused(flags: list[str]) -> None:
    file = put("a.yaml", TYPO)

    assert run(*flags, given=TYPO.read_bytes()).exit_code == 2
    assert file.read_bytes() == TYPO.read_bytes()


def test_the_standard_input_can_be_compared() -> None:
    assert f"+{FIXED}" in run("-", "--diff", given=TYPO.read_bytes()).stdout


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("left_out", [["--ignore", "AF209"], ["--select", "AF304"]])
def test_what_is_left_out_is_not_fixed(left_out: list[str]) -> None:
    source = FAILING / "AF209-isrc-with-hyphens" / "declaration.yaml"
    file = put("a.yaml", source)

    run("a.yaml", "--fix", *left_out)

    assert file.read_bytes() == source.read_bytes()


@pytest.mark.usefixtures("folder")
def test_a_report_gives_each_fix_and_counts_those_that_were_made() -> None:
    put("a.yaml", TYPO)

    before = json.loads(run("a.yaml", "--format", "json").stdout)
    after = json.loads(run("a.yaml", "--fix", "--format", "json").stdout)

    text = TYPO.read_text("utf-8")
    (fix,) = [f["fix"] for f in before["files"][0]["findings"] if "fix" in f]
    (edit,) = fix["edits"]
    assert (text[edit["start"] : edit["end"]], edit["text"]) == ("requireConsent", FIXED[:15])
    assert (fix["safe"], after["fixed"], after["conforms"]) == (True, 1, True)
    validator = jsonschema_rs.validator_for(
        load("report"), registry=jsonschema_rs.Registry([(load("common")["$id"], load("common"))])
    )
    assert [*map(validator.is_valid, (before, after))] == [True, True]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: f"\ufeff{text}",
        lambda text: f"# mine\n\n{text.rstrip()}  # last",
    ],
)
def test_a_file_keeps_its_line_ends_its_mark_and_its_comments(change: object) -> None:
    assert callable(change)
    before = change(TYPO.read_text("utf-8"))
    file = put("a.yaml", before.encode())

    run("a.yaml", "--fix")

    assert file.read_bytes().decode() == before.replace("requireConsent", "requiresConsent")


@pytest.mark.usefixtures("folder")
def test_only_the_documents_in_uploads_are_fixed() -> None:
    story = ROOT / "examples/fail/AF103-misspelt-member/declaration.json"
    text = f'{{"seconds": 214.60, "list": [1, 1], "askfirst": {story.read_text("utf-8")}}}'
    file = put("upload.json", text.encode())

    assert run("upload.json", "--fix", "--pointer", "/askfirst").exit_code == 0
    assert file.read_text("utf-8") == text.replace("requireConsent", "requiresConsent")


@pytest.mark.usefixtures("folder")
def test_every_example_is_fixed_once_and_opens_nothing_by_itself() -> None:
    names = [f"{number}-{file.name}" for number, file in enumerate(SHORT)]
    for copy, file in zip(names, SHORT, strict=True):
        put(copy, file)

    assert run(*names, "--fix", "--quiet").exit_code == 1
    once = {copy: Path(copy).read_bytes() for copy in names}
    run(*names, "--fix", "--quiet")

    assert {copy: Path(copy).read_bytes() for copy in names} == once
    for copy, file in zip(names, SHORT, strict=True):
        before, after = (
            check(data, syntax=syntax_of(copy)) for data in (file.read_bytes(), once[copy])
        )
        if after.conforms and not before.conforms:
            assert file.parent.name.partition("-")[0] in MENDED, name(file)
            assert {one.kind for one in after.documents} <= {
                DocumentType.DECLARATION,
                DocumentType.RELEASE,
            }


@pytest.mark.usefixtures("folder")
def test_thousands_of_fixes_take_a_moment() -> None:
    twice = b"prohibits:\n" + b"  - training\n" * 15_000
    file = put("a.yaml", GOOD.partition(b"permits:")[0].partition(b"prohibits:")[0] + twice)
    file.write_bytes(file.read_bytes().partition(b"requiresConsent:")[0] + twice)

    run("a.yaml", "--fix")

    assert file.read_bytes().count(b"- training") == 1


@pytest.mark.usefixtures("folder")
def test_a_clean_file_is_not_touched() -> None:
    file = put("a.yaml", GOOD)
    before = file.stat()

    assert run("a.yaml", "--fix").exit_code == 0
    assert file.stat() == before

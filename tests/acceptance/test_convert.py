"""`askfirst convert` takes documents from every form to every other, or says why not."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import askfirst
from askfirst.cli.app import app
from askfirst.reading import Syntax
from tests.acceptance.fences import ROOT
from tests.consistency.shipped import Json
from tests.unit.rdf.graphs import ordered

PASSING = ROOT / "examples/pass"
SOLO = PASSING / "solo-artist/declaration.json"
SEVERAL = PASSING / "documents-in-a-list/documents.json"
ENDINGS = {
    "json": ".json",
    "yaml": ".yaml",
    "jsonld": ".jsonld",
    "jsonld-expanded": ".expanded.jsonld",
    "turtle": ".ttl",
    "nquads": ".nq",
}


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: object, given: str | bytes = b"") -> Result:
    return CliRunner().invoke(app, ["convert", *map(str, arguments)], input=given)


def written(*arguments: object) -> str:
    found = run(*arguments)
    assert found.exit_code == 0, found.output
    return found.stdout


def value(path: Path) -> Json:
    syntax = Syntax.JSON if path.suffix == ".json" else Syntax.YAML
    (document,) = askfirst.check(path.read_bytes(), syntax=syntax).documents
    return document.value


@pytest.mark.parametrize("middle", ENDINGS)
@pytest.mark.parametrize("start", ENDINGS)
def test_every_form_leads_to_every_other(start: str, middle: str) -> None:
    one, other = Path("a" + ENDINGS[start]), Path("b" + ENDINGS[middle])

    written(SOLO, "--to", start, "-o", one)
    written(one, "--to", middle, "-o", other)

    assert ordered(json.loads(written(other, "--to", "json"))) == ordered(value(SOLO))


@pytest.mark.parametrize("to", ["turtle", "jsonld"])
def test_a_document_comes_back_in_both_syntaxes(to: str) -> None:
    for path in (PASSING / "everything-used").glob("*.yaml"):
        file = Path(path.stem + ENDINGS[to])
        written(path, "--to", to, "-o", file)
        Path("again.yaml").write_text(written(file, "--to", "yaml"), encoding="utf-8")

        assert ordered(value(Path("again.yaml"))) == ordered(value(path))


def test_several_documents_are_several_graphs() -> None:
    written(SEVERAL, "--to", "nquads", "-o", "all.nq")

    found = json.loads(written("all.nq", "--to", "json"))
    assert [ordered(one) for one in found] == [
        ordered(one.value) for one in askfirst.check(SEVERAL.read_bytes()).documents
    ]
    assert [run(SEVERAL, "--to", to).exit_code for to in ENDINGS] == [0, 2, 1, 1, 1, 0]


def test_the_standard_input_is_told_its_form() -> None:
    turtle = written(SOLO, "--to", "turtle")

    found = run("-", "--from", "turtle", "--to", "json", given=turtle)

    assert ordered(json.loads(found.stdout)) == ordered(value(SOLO))
    assert run("-", "--to", "json", given=SOLO.read_bytes()).exit_code == 0


def test_what_does_not_conform_is_not_written() -> None:
    turtle = written(SOLO, "--to", "turtle")
    Path("a.ttl").write_text(turtle + "<urn:a:b> a af:Declaration .", encoding="utf-8")
    Path("b.ttl").write_text(turtle.replace("af:title", "af:sentence"), encoding="utf-8")
    Path("c.json").write_bytes(SOLO.read_bytes().replace(b"requiresConsent", b"requires"))

    for name in ("a.ttl", "b.ttl", "c.json"):
        assert run(name, "--to", "json", "-o", "out.json").exit_code == 1
    assert "AF103" in run("b.ttl", "--to", "json").stdout
    assert not Path("out.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such.ttl", "--to", "json"],
        [".", "--to", "json"],
        [SOLO, "--to", "xml"],
        [SOLO],
        [PASSING / "trust-file-of-a-lab/trust.yaml", "--to", "turtle"],
        [SOLO, "--to", "turtle", "-o", "no/such/folder.ttl"],
    ],
    ids=str,
)
def test_what_cannot_be_looked_at_is_said(arguments: list[object]) -> None:
    found = run(*arguments)

    assert found.exit_code == 2
    assert found.stdout == ""
    assert found.stderr


def test_the_file_that_is_read_is_not_overwritten() -> None:
    Path("a.json").write_bytes(SOLO.read_bytes())

    assert run("a.json", "--to", "turtle", "-o", "a.json").exit_code == 2
    assert Path("a.json").read_bytes() == SOLO.read_bytes()


def test_names_of_strangers_move_no_cursor() -> None:
    turtle = written(SOLO, "--to", "turtle")
    Path("a.ttl").write_text(turtle + "<urn:a:b> af:name '\x1b[2J\u202e' .", encoding="utf-8")

    found = run("a.ttl", "--to", "json")

    assert found.exit_code == 1
    assert not {"\x1b", "\u202e"} & set(found.output)


def test_without_the_extra_it_says_what_to_install() -> None:
    block = (
        "import sys; sys.modules['pyoxigraph'] = None; sys.argv = sys.argv[1:];"
        "from askfirst.cli import main; main()"
    )
    for to, code in (("turtle", 2), ("yaml", 0)):
        found = subprocess.run(  # noqa: PLW1510 - what it returns is asserted
            [sys.executable, "-c", block, "askfirst", "convert", SOLO, "--to", to],
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert found.returncode == code, found.stderr
        assert ("askfirst[rdf]" in found.stderr) == (code == 2)
        assert "Traceback" not in found.stderr

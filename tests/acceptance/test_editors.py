"""Editors complete, explain and underline what people write, from the schemas and offline."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from askfirst.schema import load
from askfirst.vocabulary import Capacity, Condition, DocumentType, Material, Right, Use
from tests.acceptance.fences import ROOT
from tests.acceptance.language_servers import CURSOR, Editor, opened, server
from tests.acceptance.talking import run
from tests.needs import needs

YAML, JSON = "yaml-language-server", "vscode-json-language-server"
STORY = ROOT / "examples/pass/solo-artist"
GOOD = (STORY / "declaration.yaml").read_text(encoding="utf-8")
HEAD = GOOD.partition("# Ask me first")[0]
CONSENT = "askfirst: 1.0.0\ntype: Consent\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder set up as the guide says: one schema, printed once."""
    made = tmp_path_factory.mktemp("catalog")
    printed = run(made, "schema", "document").stdout
    (made / "askfirst.schema.json").write_text(printed, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def settings(folder: Path) -> dict[str, Any]:
    """Return the settings of the guide, with the addresses an editor makes of its paths."""
    guide = (ROOT / "validator/docs/editors.md").read_text(encoding="utf-8")
    shown = json.loads(
        guide.partition("`.vscode/settings.json`")[2].split("```")[1].partition("\n")[2]
    )
    address = (folder / "askfirst.schema.json").as_uri()
    patterns = shown["yaml.schemas"]["./askfirst.schema.json"]
    schemas = [{**one, "url": address} for one in shown["json.schemas"]]
    return {
        "yaml": {"schemas": {address: patterns}, "schemaStore": {"enable": False}},
        "json": {"schemas": schemas, "validate": {"enable": True}},
    }


@pytest.fixture(scope="module")
def yaml(folder: Path, settings: dict[str, Any]) -> Iterator[Editor]:
    needs(YAML, server(YAML).exists() and shutil.which("node") is not None)
    with opened(YAML, folder, settings) as editor:
        editor.settle("askfirst.yaml", "type: Polka\n")
        yield editor


@pytest.fixture(scope="module")
def as_json(folder: Path, settings: dict[str, Any]) -> Iterator[Editor]:
    needs(JSON, server(JSON).exists() and shutil.which("node") is not None)
    with opened(JSON, folder, settings) as editor:
        editor.settle("askfirst.json", '{"type": "Polka"}')
        yield editor


def _described(part: str) -> dict[str, str]:
    return {one["const"]: one["description"] for one in load("common")["$defs"][part]["oneOf"]}


@pytest.mark.parametrize(
    ("marked", "part", "words"),
    [
        (f"{HEAD}prohibits:\n  - {CURSOR}\n", "use", set(Use)),
        (HEAD.replace("[composition,", f"[{CURSOR}composition,"), "right", set(Right)),
        (f"{CONSENT}conditions:\n  - {CURSOR}\n", "condition", set(Condition)),
        (f"{CONSENT}material:\n  - {CURSOR}\n", "material", set(Material)),
        (f"{CONSENT}expression:\n  method: {CURSOR}\n", "method", None),
        (
            HEAD.replace("    contact:", f"    mandate: {{capacity: {CURSOR}}}\n    contact:"),
            "capacity",
            set(Capacity),
        ),
    ],
    ids=["uses", "rights", "conditions", "materials", "methods", "capacities"],
)
def test_every_word_is_offered_with_what_it_means(
    marked: str, part: str, words: set[str] | None, yaml: Editor
) -> None:
    offered = yaml.offered("words.askfirst.yaml", marked)

    assert offered == _described(part)
    assert words is None or set(offered) == words


def test_what_the_floor_closes_is_not_offered_under_permits(yaml: Editor) -> None:
    offered = yaml.offered("a.askfirst.yaml", f"{HEAD}permits:\n  - {CURSOR}\n")

    assert offered == _described("permittableUse")


@pytest.mark.parametrize("kind", [kind.value for kind in DocumentType])
def test_the_members_of_a_type_are_offered_with_what_they_mean(kind: str, yaml: Editor) -> None:
    marked = f"askfirst: 1.0.0\ntype: {kind}\n{CURSOR}"
    offered = yaml.offered("askfirst.yaml", marked)

    members = set(load(kind.lower())["properties"]) - {"askfirst", "type"}
    assert members <= set(offered)
    assert all(offered[member].endswith(".") for member in members)


def test_an_empty_file_is_asked_for_its_version_and_its_type(yaml: Editor) -> None:
    assert set(yaml.offered("askfirst.yaml", CURSOR)) >= {"askfirst", "type"}
    typed = f"askfirst: 1.0.0\ntype: {CURSOR}\n"
    assert set(yaml.offered("askfirst.yaml", typed)) >= set(DocumentType)


def test_json_is_completed_as_well(as_json: Editor) -> None:
    start = json.dumps({"askfirst": "1.0.0", "type": "Declaration", "prohibits": []})
    text = start.replace("[]", f'["{CURSOR}"]')

    assert as_json.offered("a.askfirst.json", text) == _described("use")


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("requiresConsent", load("common")["$defs"]["requiresConsent"]["description"]),
        ("generative-training", _described("use")["generative-training"]),
        ("likeness]", _described("right")["likeness"]),
        ("isrc", load("common")["$defs"]["isrc"]["description"]),
    ],
)
def test_a_word_is_explained_under_the_pointer(word: str, says: str, yaml: Editor) -> None:
    before, found, after = GOOD.partition(word)
    marked = f"{before}{found[:2]}{CURSOR}{found[2:]}{after}"

    assert says in yaml.hovered("a.askfirst.yaml", marked)


def test_a_use_is_not_explained_with_another_one(yaml: Editor) -> None:
    marked = GOOD.replace("[generative-training", f"[gen{CURSOR}erative-training")

    assert "any-ai-use" not in yaml.hovered("a.askfirst.yaml", marked)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("[generative-training, ", "[«generative-trainin», "),
        ("permits: [", "permits: [«generative-training», "),
        ("askAt:", "«askedAt»:"),
        ("    name: Mara", "    «naem»: Mara\n    name: Mara"),
        ("holder: https://mara.example.org/\n    name: Mara Lindqvist\n", "«h»older: a:b\n"),
    ],
    ids=["word", "floor", "member", "nested member", "missing member"],
)
def test_a_fault_is_underlined_where_it_stands(good: str, bad: str, yaml: Editor) -> None:
    marked = GOOD.replace(good, bad, 1)
    text = marked.replace("«", "").replace("»", "")
    found = yaml.check("a.askfirst.yaml", text)

    assert [_underlined(text, one["range"]) for one in found] == [
        marked.split("«")[1].split("»")[0]
    ]


@pytest.mark.parametrize(
    ("change", "underlined"),
    [
        ({"prohibits": ["x"]}, '"x"'),
        ({"askedAt": "x"}, '"askedAt"'),
        ({"issued": None}, "{"),
    ],
    ids=["word", "member", "missing member"],
)
def test_a_fault_in_json_is_underlined_where_it_stands(
    change: dict[str, Any], underlined: str, as_json: Editor
) -> None:
    document = json.loads((STORY / "declaration.json").read_bytes()) | change
    stated = {name: value for name, value in document.items() if value is not None}
    text = json.dumps(stated, indent=2)
    found = as_json.check("a.askfirst.json", text)

    assert [_underlined(text, one["range"]) for one in found] == [underlined]


def _underlined(text: str, place: dict[str, dict[str, int]]) -> str:
    line = text.split("\n")[place["start"]["line"]]
    return line[place["start"]["character"] : place["end"]["character"]]


@pytest.mark.parametrize("name", ["askfirst.yaml", "a.flac.askfirst.yml", "askfirst.yml"])
def test_the_patterns_find_our_files_in_yaml(name: str, yaml: Editor) -> None:
    assert yaml.check(name, GOOD.replace("askAt", "askedAt"))
    assert not yaml.check(f"{name}.other.yaml", GOOD.replace("askAt", "askedAt"))


@pytest.mark.parametrize("name", ["askfirst.json", ".well-known/askfirst.json", "a.askfirst.json"])
def test_the_patterns_find_our_files_in_json(name: str, as_json: Editor) -> None:
    assert as_json.check(name, '{"askfirst": "1.0.0", "type": "Polka"}')


@pytest.mark.parametrize("first", ["$schema: {}\n", "# yaml-language-server: $schema={}\n"])
def test_a_file_in_yaml_can_name_its_schema(first: str, folder: Path) -> None:
    needs(YAML, server(YAML).exists() and shutil.which("node") is not None)
    line = first.format("../askfirst.schema.json")
    with opened(YAML, folder, {"yaml": {"schemaStore": {"enable": False}}}) as editor:
        assert not editor.check("song.yaml", line + GOOD)
        assert editor.check("song.yaml", line + GOOD.replace("askAt", "askedAt"))


def test_a_file_in_json_can_name_its_schema(folder: Path) -> None:
    needs(JSON, server(JSON).exists() and shutil.which("node") is not None)
    good = json.loads((STORY / "declaration.json").read_bytes())
    named = {"$schema": "../askfirst.schema.json", **good}
    with opened(JSON, folder, {"json": {"validate": {"enable": True}}}) as editor:
        assert not editor.check("song.json", json.dumps(named))
        assert editor.check("song.json", json.dumps({**named, "askedAt": "x"}))


def _conforming(ending: str) -> Iterator[str]:
    """Yield the documents under examples/pass that name no schema of their own."""
    for path in sorted((ROOT / "examples/pass").rglob(f"*{ending}")):
        text = path.read_text(encoding="utf-8")
        ours = re.search(r"""^ {0,2}"?askfirst"?: "?1""", text, re.MULTILINE)
        if ours and path.name != "findings.json" and "$schema" not in text:
            yield text


@pytest.mark.parametrize("ending", [".yaml", ".json"])
def test_nothing_is_wrong_with_what_conforms(ending: str, yaml: Editor, as_json: Editor) -> None:
    editor = yaml if ending == ".yaml" else as_json
    texts = {editor.fresh(f"a.askfirst{ending}"): text for text in _conforming(ending)}
    for path, text in texts.items():
        editor.show(path, text)

    wrong = {texts[path]: found for path in texts if (found := editor.faults(path))}

    assert len(texts) > 10
    assert wrong == {}

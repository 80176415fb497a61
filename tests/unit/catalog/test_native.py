"""The native reader takes what the schemas take, and nothing else."""

import contextlib
import copy
import importlib.util
import json
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import orjson
import pytest

from askfirst.catalog.native.automata import automaton
from askfirst.catalog.native.nodes import Kind, Node
from askfirst.catalog.native.patterns import NotKnown
from askfirst.catalog.native.reader import readers
from askfirst.catalog.native.tables import tables
from askfirst.schema import acceptor, bundle
from tests.consistency.documents import EVERYTHING
from tests.consistency.shipped import Json
from tests.needs import needs

ROOT = Path(__file__).parents[3]
SOURCES = ROOT / "validator/native"
#: The type that the tests compile, or a value of it.
Form: TypeAlias = Any
TYPES = ("declaration", "release", "consent", "withdrawal")
#: What the tables do not know yet.
NOT_KNOWN = {"consent": {"territories", "validUntil"}}


def loaded(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    """Compile the sources as they are now, with the flags of the build."""
    library = tmp_path_factory.mktemp("native") / f"_reader{sysconfig.get_config_var('EXT_SUFFIX')}"
    build = loaded("build", SOURCES / "build.py")
    include = Path(sysconfig.get_path("include"))
    needs("a compiler of C", (include / "Python.h").exists() and build.has_compiler())
    assert build.compiled(SOURCES, library)
    return loaded("_reader", library).Form


@pytest.fixture(scope="module")
def declarations(form: Form) -> Form:
    return form(*tables(bundle("declaration")))


def everything(name: str) -> Json:
    """Return a document with every member; of its proofs one, as nothing tells them apart here."""
    one = next(one for one in EVERYTHING if one["type"].lower() == name)
    return {**one, "proof": one["proof"][0]} if isinstance(one.get("proof"), list) else one


def plain() -> Json:
    return {
        "askfirst": "1.0.0",
        "type": "Declaration",
        "id": "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11",
        "issued": "2026-11-22T10:00:00Z",
        "track": {"title": "Night Bus", "artists": ["Mara", "Ⅱ"], "isrc": "SEXYZ2600012"},
        "rightsholders": [{"holder": "https://m.example/", "name": "M", "rights": ["lyrics"]}],
        "x-batch": ["83", ""],
    }


def written(document: Json) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def changed(old: str, new: str) -> bytes:
    text = json.dumps(plain(), ensure_ascii=False)
    assert old in text
    return text.replace(old, new, 1).encode(errors="surrogatepass")


class TestBytes:
    def test_hand_out_what_rules_read(self, declarations: Form) -> None:
        assert declarations.read(written(plain())) == {
            "type": "Declaration",
            "id": "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11",
            "issued": "2026-11-22T10:00:00Z",
            "track": {"isrc": "SEXYZ2600012"},
            "rightsholders": [{"holder": "https://m.example/", "rights": ["lyrics"]}],
        }

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('"Night Bus"', '"\\u004e\\ud83d\\ude00\\n\\"\\\\ 😀"'),
            ('"Mara", "Ⅱ"', '"\\u004d", "\\u004e"'),
            ('"x-batch": ["83", ""]', '"x-batch": "", "x-b.-_A": []'),
            ('{"askfirst"', ' \r\n\t{ \n"askfirst"'),
            ("2026-11-22", "2024-02-29"),
        ],
    )
    def test_are_taken(self, old: str, new: str, declarations: Form) -> None:
        assert declarations.read(changed(old, new)) is not None

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('"Night Bus"', '""'),
            ('"Night Bus"', "1"),
            ('"Night Bus"', "null"),
            ('"Night Bus"', '"\\ud83d"'),
            ('"Night Bus"', '"\\ude00\\ud83d"'),
            ('"Night Bus"', '"\\ud83dA"'),
            ('"Night Bus"', '"\\x"'),
            ('"Night Bus"', '"\\u12g4"'),
            ('"Night Bus"', '"\n"'),
            ('"Night Bus"', '"\ud800"'),
            ('"Mara", "Ⅱ"', ""),
            ('"Mara", "Ⅱ"', '"Mara", "\\u004dara"'),
            ('"Mara", "Ⅱ"', '"Mara",'),
            ('"Mara", "Ⅱ"', '"Mara" "Ⅱ"'),
            ('"title"', '"t\\u0069tle"'),
            ('"title"', '"titles"'),
            ('"title": "Night Bus", ', ""),
            ('"title"', '"isrc": "SEXYZ2600012", "title"'),
            ("SEXYZ2600012", "SEXYZ260001"),
            ("2026-11-22", "2026-02-29"),
            ("2026-11-22", "0000-11-22"),
            ("T10:00:00Z", "T24:00:00Z"),
            ("T10:00:00Z", "T10:00:60Z"),
            ('"lyrics"', '"lyrics", "lyrics"'),
            ('"lyrics"', '"lyric"'),
            ('["lyrics"]', "[]"),
            ("https://m.example/", "https://m.example/%zz"),
            ("https://m.example/", "https://m.example/ü"),
            ('"x-batch"', '"x-b$"'),
            ('"x-batch"', '"x-' + "b" * 255 + '"'),
            ('"x-batch"', '"x-batch": "", "x-batch"'),
            ('["83", ""]', "[83]"),
            ('["83", ""]', '{"a": ""}'),
            ('{"askfirst"', '\ufeff{"askfirst"'),
            ('["83", ""]}', '["83", ""]},'),
            ('["83", ""]}', '["83", ""]}\0'),
            ('["83", ""]}', '["83", ""'),
            ('["83", ""]', "[" * 5000),
        ],
    )
    def test_are_not_taken(self, old: str, new: str, declarations: Form) -> None:
        assert declarations.read(changed(old, new)) is None

    @pytest.mark.parametrize(
        "bad",
        [b"\x80", b"\xc0\x80", b"\xc3", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80"],
    )
    def test_that_are_no_unicode_are_not_taken(self, bad: bytes, declarations: Form) -> None:
        assert declarations.read(written(plain()).replace(b"Night", bad)) is None

    def test_that_end_too_early_are_not_taken(self, declarations: Form) -> None:
        data = written(plain())

        assert not any(declarations.read(data[:end]) for end in range(len(data)))

    def test_with_one_of_them_changed_are_taken_where_the_schema_takes_them(
        self, declarations: Form
    ) -> None:
        data = written(plain())
        accepts = acceptor()
        taken = 0
        for place in range(len(data)):
            for byte in b'"\\x: ,{]\xc3\x00':
                text = data[:place] + bytes([byte]) + data[place + 1 :]
                if declarations.read(text) is not None:
                    taken += 1
                    assert accepts("declaration", orjson.loads(text))
                    json.loads(text, object_pairs_hook=strict)
        assert taken > len(data) // 10

    def test_are_nothing_but_bytes(self, declarations: Form) -> None:
        for data in ("{}", bytearray(b"{}"), None):
            with pytest.raises(TypeError):
                declarations.read(data)


def strict(pairs: list[tuple[str, object]]) -> dict[str, object]:
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


class TestMemory:
    def test_is_given_back(self, declarations: Form) -> None:
        data = written(plain())
        texts = [data, *(data[:end] for end in range(0, len(data), 7)), data.replace(b"T1", b"T9")]

        def rounds(count: int) -> int:
            for _ in range(count):
                for text in texts:
                    declarations.read(text)
            return sys.getallocatedblocks()

        assert abs(rounds(20) - rounds(400)) < 50

    def test_of_tables_is_given_back(self, form: Form) -> None:
        made = tables(bundle("withdrawal"))
        unsound = (made.nodes[0]._replace(key=60), *made.nodes[1:])

        def rounds(count: int) -> int:
            for _ in range(count):
                form(*made)
                with contextlib.suppress(ValueError):
                    form(unsound, made.automata)
            return sys.getallocatedblocks()

        assert abs(rounds(20) - rounds(400)) < 50

    def test_that_runs_out_is_an_error(self, declarations: Form) -> None:
        needs("_testcapi", importlib.util.find_spec("_testcapi") is not None)
        limits = importlib.import_module("_testcapi")
        data, read, failed = written(plain()), declarations.read, 0
        for start in range(60):
            limits.set_nomemory(start, start + 1)
            try:
                read(data)
            except MemoryError:
                failed += 1
            finally:
                limits.remove_mem_hooks()
        assert failed > 5
        assert read(data)["type"] == "Declaration"


class TestTables:
    @pytest.mark.parametrize("name", TYPES)
    def test_know_every_member(self, name: str) -> None:
        schema = bundle(name)
        known = {member.name for member in tables(schema).nodes[0].members}

        assert schema["properties"].keys() - known == NOT_KNOWN.get(name, set())

    @pytest.mark.parametrize("name", ["declaration", "release", "withdrawal"])
    def test_take_a_document_with_every_member(self, name: str, form: Form) -> None:
        taking = form(*tables(bundle(name)))

        assert taking.read(written(everything(name))) is not None

    @pytest.mark.parametrize("name", ["declaration", "release", "withdrawal"])
    @pytest.mark.parametrize("keyword", [{"minContains": 1}])
    def test_know_nothing_of_what_has_an_unknown_keyword(self, name: str, keyword: Json) -> None:
        whole = len(tables(bundle(name)).nodes)
        tried = 0
        for schema in with_keyword(bundle(name), keyword):
            tried += 1
            with contextlib.suppress(NotKnown):
                assert len(tables(schema).nodes) < whole
        assert tried > 20

    def test_follow_the_words_of_the_schema(self, form: Form) -> None:
        schema = copy.deepcopy(bundle("declaration"))
        schema["properties"]["type"]["const"] = "Statement"
        taking = form(*tables(schema))

        assert taking.read(written(plain())) is None
        assert taking.read(written({**plain(), "type": "Statement"})) is not None

    @pytest.mark.parametrize(
        "node",
        [
            Node(Kind.LIST),
            Node(Kind.LIST, entry=0),
            Node(Kind.LIST, entry=7),
            Node(Kind.TEXT, automaton=0),
            Node(Kind.OBJECT, key=0),
            Node(Kind.OBJECT, names=0),
            Node(Kind.EITHER, as_text=0),
            Node(Kind.WORD, members=((1, 2, 3),)),  # type: ignore[arg-type]
            (9,),
            None,
        ],
    )
    def test_that_are_unsound_are_refused(self, node: object, form: Form) -> None:
        with pytest.raises((ValueError, TypeError)):
            form((node,), ())

    @pytest.mark.parametrize("made", [(b"", b""), (b"\2" * 256, b"\0\0"), (b"\0" * 256, b"\0"), ()])
    def test_with_unsound_automata_are_refused(self, made: object, form: Form) -> None:
        with pytest.raises((ValueError, TypeError)):
            form((Node(Kind.TEXT),), (made,))

    def test_that_were_refused_read_nothing(self, form: Form) -> None:
        empty = form.__new__(form)
        with pytest.raises(ValueError, match="tables"):
            empty.read(b"{}")


def with_keyword(schema: Json, keyword: Json) -> Iterator[Json]:
    """Yield a schema again and again, each time with one more keyword at another place."""
    places = len([*objects(schema)])
    for place in range(places):
        again = copy.deepcopy(schema)
        [*objects(again)][place].update(keyword)
        yield again


def objects(schema: Any) -> Iterator[Json]:  # noqa: ANN401 - a part of a schema
    """Yield the schemas in a schema that say what a value may be."""
    if isinstance(schema, dict):
        if schema.keys() & {"type", "oneOf", "if"}:
            yield schema
        for name, below in schema.items():
            if name == "properties":
                yield from (one for part in below.values() for one in objects(part))
            elif name in {"items", "then", "else"}:
                yield from objects(below)
            elif name == "allOf":
                yield from (one for part in below for one in objects(part))


class TestUse:
    def test_is_not_made_of_it_if_the_environment_says_so(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("ASKFIRST_PURE", "1")

        assert readers.__wrapped__() == ()

    def test_nothing_is_built_without_a_compiler(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        build = loaded("build", SOURCES / "build.py")

        assert not build.compiled(SOURCES, tmp_path / "_reader.so")
        assert not [*tmp_path.iterdir()]

    @pytest.mark.parametrize("name", ["form.c", "module.c", "object.c", "text.c", "value.c"])
    def test_its_files_are_short(self, name: str) -> None:
        assert (SOURCES / name).read_text(encoding="utf-8").count("\n") <= 250


@pytest.mark.parametrize("pattern", ["a(?:b)", r"\d", "(?=a)", "a{2,", "[a", "a)", "(a", "*", "."])
def test_a_pattern_that_is_not_known_has_no_automaton(pattern: str) -> None:
    with pytest.raises(NotKnown):
        automaton(pattern, None)

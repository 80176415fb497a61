"""Make tables of a published schema, which the native reader reads documents by.

What the tables take is what the schema takes, or less: of a schema that says something else than
is known here nothing is taken, so that a keyword that is new makes documents go another way.
"""

import sys
from typing import Any, TypeAlias

from askfirst.catalog.native.automata import Automaton, automaton
from askfirst.catalog.native.nodes import (
    ENDLESS,
    MOST_MEMBERS,
    NOTHING,
    Kind,
    Member,
    Node,
    Tables,
)
from askfirst.catalog.native.patterns import ALPHABET, NotKnown
from askfirst.reading.limits import DOCUMENT
from askfirst.schema.files import Schema

__all__ = ["UNREAD", "tables"]

#: What no rule reads, and is not handed out.
UNREAD = frozenset(
    {"@context", "$schema", "askfirst", "title", "artists", "name", "urls", "language", "signal"}
    | {"url", "sha256", "purpose", "statement", "reason"}
)
#: What says something about a schema, not about a value.
_TOLD = frozenset({"$schema", "$comment", "title", "description", "examples"})
_SPELLED = frozenset({"pattern", "not", "minLength", "maxLength", "format", "const"})
_KNOWN = {
    "string": {*_SPELLED, "type"},
    "array": {"type", "items", "minItems", "uniqueItems"},
    "object": {"type", "properties", "required", "additionalProperties", "anyOf", "allOf"}
    | {"patternProperties", "propertyNames"},
}


_Made: TypeAlias = list[Node | None]


def tables(schema: Schema) -> Tables:
    """Return the tables of a schema in one piece; raises `NotKnown` if nothing could be taken."""
    maker = _Maker()
    maker.node(schema)
    return Tables(tuple(node for node in maker.nodes if node), tuple(maker.automata))


class _Maker:
    def __init__(self) -> None:
        self.nodes: _Made = []
        self.automata: dict[Automaton, int] = {}

    def node(self, schema: Schema) -> int:
        """Add the node of a schema, and those below it, and return its number."""
        at = len(self.nodes)
        self.nodes.append(None)
        try:
            self.nodes[at] = self._made({k: v for k, v in schema.items() if k not in _TOLD})
        except NotKnown:
            del self.nodes[at:]
            raise
        return at

    def _made(self, schema: Schema) -> Node:
        if schema.keys() == {"oneOf"}:
            return _words([choice["const"] for choice in schema["oneOf"]])
        if schema.keys() == {"const"}:
            return _words([schema["const"]])
        if "if" in schema:
            return self._either(*_branches(schema))
        kind = schema.get("type")
        if kind == ["string", "array"]:
            entries = {k: v for k, v in schema.items() if k != "type"}
            return self._either({"type": "string"}, {"type": "array", **entries}, None)
        if not isinstance(kind, str) or not schema.keys() <= _KNOWN.get(kind, set()):
            raise NotKnown(f"{kind}: {sorted(schema)}")
        made = {"string": self._text, "array": self._list, "object": self._object}[kind]
        return made(schema)

    def _text(self, schema: Schema) -> Node:
        if schema.keys() == {"type", "const"}:
            return _words([schema["const"]])
        if "const" in schema:
            raise NotKnown(str(schema))
        least, most = schema.get("minLength", 0), schema.get("maxLength", ENDLESS)
        pattern, other = schema.get("pattern"), schema.get("format")
        # without a pattern bytes are no characters, and a date is none without its form
        if pattern is None and (least > 1 or {"maxLength", "not", "format"} & schema.keys()):
            raise NotKnown(str(schema))
        if other not in (None, "date-time") or (other and (least, most) != (20, 20)):
            raise NotKnown(str(schema))
        form = NOTHING if pattern is None else self._automaton(pattern, schema.get("not"))
        return Node(Kind.TEXT, least, most, form, instant=other is not None)

    def _automaton(self, pattern: str, refused: Schema | None) -> int:
        if refused is not None and refused.keys() - {"type"} != {"pattern"}:
            raise NotKnown(str(refused))
        made = automaton(pattern, None if refused is None else refused["pattern"])
        return self.automata.setdefault(made, len(self.automata))

    def _list(self, schema: Schema) -> Node:
        entry = self.node(schema["items"])
        least = schema.get("minItems", 0)
        return Node(Kind.LIST, least, entry=entry, unique=schema.get("uniqueItems", False))

    def _either(self, text: Schema | None, several: Schema | None, one: Schema | None) -> Node:
        numbers = [NOTHING if below is None else self.node(below) for below in (text, several, one)]
        return Node(Kind.EITHER, as_text=numbers[0], as_list=numbers[1], as_object=numbers[2])

    def _object(self, schema: Schema) -> Node:
        members = tuple(self._members(schema["properties"]))
        if schema.get("additionalProperties", True) or len(members) > MOST_MEMBERS:
            raise NotKnown(str([*schema]))
        at = {member.name: n for n, member in enumerate(members)}
        anyway = [schema, *map(_also, schema.get("allOf", ()))]
        required = schema.get("required", ())
        return Node(
            Kind.OBJECT,
            members=members,
            required=_bits(required, at),
            one_of=tuple(found for part in anyway for found in _one_of(part, at)),
            key=self._key(members, required),
            **self._others(schema),
        )

    def _members(self, properties: dict[str, Schema]) -> "list[Member]":
        """Return the members that are known; a document with another is not taken."""
        found = []
        for name, below in properties.items():
            if not ALPHABET.issuperset(name):
                continue
            try:
                found.append(Member(sys.intern(name), self.node(below), name not in UNREAD))
            except NotKnown:
                continue
        return found

    def _key(self, members: tuple[Member, ...], required: list[str]) -> int:
        """Return the member by which objects in a list are told apart, if there is one."""
        for n, member in enumerate(members):
            node = self.nodes[member.node]
            if node and node.kind is Kind.TEXT and (member.name in required or not required):
                return n
        return NOTHING

    def _others(self, schema: Schema) -> dict[str, Any]:
        """Return what names that are not among the members may be, and what they hold."""
        if "patternProperties" not in schema and "propertyNames" not in schema:
            return {}
        if len(schema.get("patternProperties", ())) != 1:
            raise NotKnown(str([*schema]))
        [(pattern, below)] = schema["patternProperties"].items()
        names, refused = schema.get("propertyNames", {}), None
        if names:
            if names.keys() != {"not"}:
                raise NotKnown(str(names))
            refused = names["not"]
        form = self._automaton(pattern, refused)
        return {"names": form, "other": self.node(below), "most": DOCUMENT.name}


def _words(words: list[str]) -> Node:
    if not all(map(ALPHABET.issuperset, words)):
        raise NotKnown(str(words))
    return Node(Kind.WORD, members=tuple(Member(sys.intern(word)) for word in words))


def _branches(schema: Schema) -> tuple[Schema | None, Schema | None, Schema | None]:
    """Return what is taken as a text, a list and an object, where the kind of a value decides."""
    if schema.keys() != {"if", "then", "else"} or schema["if"].keys() != {"type"}:
        raise NotKnown(str([*schema]))
    asked, taken, other = schema["if"], schema["then"], schema["else"]
    found = {asked["type"]: taken, other.get("type"): other}
    if len(found) != 2 or not found.keys() <= {"string", "array", "object"}:  # noqa: PLR2004 - two branches
        raise NotKnown(str([*found]))
    return found.get("string"), found.get("array"), found.get("object")


def _one_of(part: Schema, at: dict[str, int]) -> list[int]:
    """Return the members of which a part of a schema wants at least one, as bits."""
    if "anyOf" not in part:
        return []
    choices: list[str] = []
    for choice in part["anyOf"]:
        if choice.keys() != {"required"} or len(choice["required"]) != 1:
            raise NotKnown(str(choice))
        choices += choice["required"]
    return [_bits(choices, at)]


def _also(part: Schema) -> Schema:
    """Return a part of a schema that holds anyway, of which little is known."""
    if not part.keys() <= {*_TOLD, "type", "anyOf"}:
        raise NotKnown(str([*part]))
    return part


def _bits(names: list[str], at: dict[str, int]) -> int:
    """Return members as bits; what is required and not known cannot be there."""
    return sum(1 << at[name] if name in at else 1 << MOST_MEMBERS for name in names)

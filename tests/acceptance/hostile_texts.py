"""Make texts that are small to send and large, deep or slow to read."""

from collections.abc import Callable

__all__ = ["SLOW", "TEXTS"]

#: About as many values as a document can hold.
_MANY = 19_000
_TRACKS = _MANY // 4
_NAME = "n" * 250
_HOLDER = '{"holder": "urn:a:%d", "rights": ["voice"]}'


def _many(entry: str, times: int = _MANY) -> str:
    """Return entries of a list; `%d` in an entry is its number."""
    return ",".join(entry % n if "%d" in entry else entry for n in range(times))


def _document(kind: str, **members: str) -> str:
    """Return a document in JSON whose members are lists."""
    lists = "".join(f', "{name}": [{entries}]' for name, entries in members.items())
    return f'{{"askfirst": "1.0.0", "type": "{kind}"{lists}}}'


def _list(entry: str, times: int, between: str = ",") -> str:
    return f"[{between.join([entry] * times)}]"


def _deep(value: str, depth: int) -> str:
    """Return a value inside objects whose members have long names."""
    return f'{{"{_NAME}":' * depth + value + "}" * depth


def _bomb(entry: str) -> str:
    """Return YAML in which each line says nine times what the line before says."""
    lines = [f"a{n}: &a{n} {entry % ','.join([f'*a{n - 1}'] * 9)}\n" for n in range(1, 20)]
    return "".join(["a0: &a0 {x: y}\n", *lines])


_DEEP: dict[str, Callable[[], str]] = {
    "lists.json": lambda: "[" * 20_000 + "]" * 20_000,
    "objects.json": lambda: '{"a":' * 20_000 + "1" + "}" * 20_000,
    "lists-that-do-not-end.json": lambda: "[" * 16_000_000,
    "lists.yaml": lambda: "[" * 20_000 + "]" * 20_000,
    "objects.yaml": lambda: "{a: " * 20_000 + "}" * 20_000,
    "dashes.yaml": lambda: "- " * 500_000,
    "questions.yaml": lambda: "? " * 500_000,
    "indentation.yaml": lambda: "".join(f"{' ' * n}a:\n" for n in range(1_000)),
    "aliases.yaml": lambda: _bomb("[%s]"),
    "merge-keys.yaml": lambda: _bomb("{<<: [%s]}"),
    "an-alias-of-itself.yaml": lambda: "&a [*a, *a]",
}
_LONG: dict[str, Callable[[], str]] = {
    "nothing.json": lambda: "",
    "nothing.yaml": lambda: "",
    "one-line.json": lambda: f'{{"a": "{"a" * 16_000_000}"}}',
    "one-line.yaml": lambda: f"a: {'a' * 1_000_000}",
    "no-end.json": lambda: '{"a": "' + "\\n" * 7_000_000,
    "escapes.json": lambda: '{"a": "' + "\\n" * 7_000_000 + '"}',
    "spaces.json": lambda: f"[{' ' * 15_000_000}]",
    "digits.json": lambda: f'{{"askfirst": "1.0.0", "id": {"9" * 1_000_000}}}',
    "tag-directives.yaml": lambda: "".join(f"%TAG !a{n}! b\n" for n in range(60_000)) + "---\na: b",
    "names.yaml": lambda: "".join(f"a{n}: b\n" for n in range(90_000)),
    "a-name.json": lambda: _document("Declaration", **{f"x-{'a' * 500_000}": _many('""')}),
    "a-name-around.json": lambda: f'{{"{"a" * 8_000_000}": {_list("0", 900_000)}}}',
    "a-name-around-lists.json": lambda: f'{{"{"a" * 8_000_000}": {_list("[]", 900_000)}}}',
}
_MUCH: dict[str, Callable[[], str]] = {
    "values.json": lambda: _list("0", 490_000),
    "objects.json": lambda: _list("{}", 490_000),
    "documents-one-a-line.json": lambda: _list('{"askfirst": "1"}', 40_000, ",\n"),
    "documents-in-one-line.json": lambda: _list('{"askfirst": "1"}', 40_000),
    "misspelt-one-a-line.json": lambda: _list('{"askfrist": "1"}', 40_000, ",\n"),
    "one-word.json": lambda: _document("Declaration", prohibits=_many('"input"')),
    "unknown-words.json": lambda: _document("Declaration", prohibits=_many('"searchindex%d"')),
    "unknown-members.json": lambda: '{"askfirst": "1.0.0", ' + _many('"rightholder%d": "a"') + "}",
    "tracks.json": lambda: _document("Consent", tracks=_many('{"isrc": "SEXYZ26%d"}', _MANY // 2)),
    "numbers.yaml": lambda: f"askfirst: 1.0.0\ntype: Consent\nuses: {_list('1', _MANY)}",
    "numbers-one-a-line.yaml": lambda: "askfirst: 1.0.0\ntype: Consent\nuses:\n" + "- 1\n" * _MANY,
}
#: Every part of it is to be compared with every other part, or so it seems.
_SQUARE: dict[str, Callable[[], str]] = {
    "tracks-and-holders.json": lambda: _document(
        "Release", rightsholders=_many(_HOLDER, _MANY // 8), tracks=_many("{}", _MANY // 2)
    ),
    "tracks-without-holders.json": lambda: _document(
        "Release",
        absentRights=_many('"lyrics"', _MANY // 2),
        tracks=_many('{"rightsholders": []}', _TRACKS),
    ),
    "tracks-without-absent-rights.json": lambda: _document(
        "Release",
        rightsholders=_many(_HOLDER, _MANY // 8),
        tracks=_many('{"absentRights": []}', _TRACKS),
    ),
    "restricted-tracks.json": lambda: _document(
        "Release",
        prohibits=_many('"input"', _MANY // 2),
        tracks=_many('{"license": "https://creativecommons.org/"}', _TRACKS),
    ),
}
#: Every value of it is a fault, in one document after the other.
_WRONG: dict[str, Callable[[], str]] = {
    "numbers.json": lambda: _list(_document("Declaration", permits=_many("0")), 25),
    "words.json": lambda: _list(_document("Declaration", permits=_many('"x%d"')), 25),
    "half-characters.json": lambda: _list(_document("Consent", uses=_many('"\\ud800"')), 25),
    "deep-numbers.json": lambda: _list(
        f'{{"askfirst": "1.0.0", "type": "Consent", "a": {_deep(_list("0", _MANY), 29)}}}', 25
    ),
    "deep-names.json": lambda: _deep(_list('{"askfrist": "1"}', 200_000), 60),
    "deep-values.json": lambda: _deep(_list('{"askfirst": 0}', 200_000), 60),
    "deep-repetition.json": lambda: _deep("{" + _many('"a": 0', 450_000) + "}", 60),
}
_KINDS = {"deep": _DEEP, "long": _LONG, "much": _MUCH, "square": _SQUARE, "wrong": _WRONG}
#: Texts by the names of files that hold them.
TEXTS = {f"{kind}-{name}": text for kind, texts in _KINDS.items() for name, text in texts.items()}
#: Those that take their time even where all is well.
SLOW = (
    *("much-values.json", "much-objects.json", "much-misspelt-one-a-line.json"),
    *("much-documents-one-a-line.json", "much-documents-in-one-line.json", "wrong-words.json"),
    *("wrong-numbers.json", "wrong-half-characters.json", "long-tag-directives.yaml"),
    *("wrong-deep-names.json", "wrong-deep-repetition.json"),
)

"""Write a text, a truth value or null on one line of YAML (spec 4.2.3).

Whatever a program could take for something else than text stands in quotes.
"""

import re

__all__ = ["kept", "requoted", "scalar"]

#: A document as text; its values are texts, lists and objects (spec 4.1).
_SURE = re.compile(
    r"[^\W\d_](?:[\w./@+~()-]|:(?=[\w/])| (?=\S))*"  # words, titles, addresses
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"  # instants
    r"|1\.0\.0"
)
#: What some version of YAML takes for a truth value or for nothing.
_MISREAD = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_WORDS = {True: "true", False: "false", None: "null"}


def scalar(value: str | bool | None, *, flow: bool = False) -> str:  # noqa: FBT001 - it is data
    """Return a value on one line: text plain where it is sure to be read as text, else quoted."""
    if not isinstance(value, str):
        return _WORDS[value]
    sure = _SURE.fullmatch(value) and value.lower() not in _MISREAD and value.isprintable()
    return value if sure and not (flow and ":" in value) else _double(value)


def requoted(written: str, text: str) -> str | None:
    """Return a text in the quotes that another one was written in; None if it had none."""
    if written.startswith("'") and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return _double(text) if written.startswith(("'", '"')) else None


def kept(line: str) -> bool:
    """Tell whether a block keeps a line as it is."""
    return line.isprintable() and not line.endswith(" ")


def _double(text: str) -> str:
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - YAML 5.7

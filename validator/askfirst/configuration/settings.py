"""Read the table `[tool.askfirst]`; nothing in it changes what conforms or what is permitted."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from askfirst.configuration.places import Path, places
from askfirst.errors import AskFirstError
from askfirst.reading import Text
from askfirst.vocabulary.spelling import nearest

__all__ = ["KEYS", "BadConfiguration", "Setting", "Settings", "read"]

Setting: TypeAlias = str | tuple[str, ...]

TABLE: Path = ("tool", "askfirst")
#: What can be set, and whether it is one text or a list of texts.
KEYS: Mapping[str, type] = {
    "trust": str,
    "format": str,
    "select": list,
    "ignore": list,
    "baseline": str,
}
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class BadConfiguration(AskFirstError):
    """A setting cannot be used; the sentence begins with the line and column, from 1."""


class Settings(NamedTuple):
    """What is set, by key, and the text it stands in."""

    values: Mapping[str, Setting]
    text: str

    def fault(self, key: str, message: str) -> BadConfiguration:
        """Return what says that the value of a key cannot be used, and where it stands."""
        return _fault(self.text, (*TABLE, key), message, at_value=True)


def read(text: str) -> Settings | None:
    """Return what a pyproject.toml sets; None where it has no `[tool.askfirst]`.

    Raises `BadConfiguration` for a text that is no TOML, a key that is not known, and a value
    of the wrong kind.
    """
    tools = _loaded(text).get("tool", {})
    if not isinstance(tools, dict) or "askfirst" not in tools:
        return None
    table = tools["askfirst"]
    if not isinstance(table, dict):
        raise _fault(text, TABLE, "`tool.askfirst` must be a table")
    for fault in _faults(text, table):
        raise fault
    return Settings({key: _frozen(value) for key, value in table.items()}, text)


def _loaded(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise BadConfiguration("1:1: this is nested too deep") from None
    except tomllib.TOMLDecodeError as error:
        place, sentence = _WHERE.search(str(error)), _WHERE.sub("", str(error))
        at = place.groups() if place else (None, None)
        where = ":".join(filter(None, at)) or str(Text(text).position(len(text), len(text)))
        raise BadConfiguration(f"{where}: this is no TOML: {sentence}") from error


def _faults(text: str, table: Mapping[str, object]) -> Iterator[BadConfiguration]:
    """Yield what is wrong with the keys and the kinds of the values, in their order."""
    for key, value in table.items():
        if key not in KEYS:
            yield _fault(text, (*TABLE, key), f"unknown key `{key}`; {_advice(key)}")
        elif KEYS[key] is str and not isinstance(value, str):
            yield _fault(text, (*TABLE, key), f"`{key}` must be a text", at_value=True)
        elif KEYS[key] is list and not _is_texts(value):
            yield _fault(text, (*TABLE, key), f"`{key}` must be a list of texts", at_value=True)


def _advice(key: str) -> str:
    meant = nearest(key, KEYS)
    return f"did you mean `{meant}`?" if meant else f"the keys are {', '.join(KEYS)}"


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _frozen(value: str | list[str]) -> Setting:
    return value if isinstance(value, str) else tuple(value)


def _fault(text: str, path: Path, message: str, *, at_value: bool = False) -> BadConfiguration:
    place = places(text)[path]
    at = place.value if at_value and place.value is not None else place.key
    return BadConfiguration(f"{Text(text).position(at, at)}: {message}")

"""Read somebody else's JSON so that every object in it says one thing only.

Python's own reader keeps the last of two members with one name, and takes words that are no JSON.
"""

import json
from typing import Any, NoReturn, TypeAlias

from askfirst.errors import AskFirstError

__all__ = ["Json", "NotJson", "json_value"]

Json: TypeAlias = Any  # what `json.loads` returns

_MOST_CHARACTERS = 2**20


class NotJson(AskFirstError):
    """A text is no JSON, is longer than 1 MiB, or names a member of an object twice."""


def json_value(text: str) -> Json:
    """Return the value of a JSON text; a byte order mark before it is passed over.

    Raises `NotJson`.
    """
    if len(text) > _MOST_CHARACTERS:
        raise NotJson("it is longer than 1 MiB")
    try:
        return json.loads(
            text.removeprefix("\ufeff"), object_pairs_hook=_object, parse_constant=_refuse
        )
    except json.JSONDecodeError as error:
        raise NotJson(f"{error.msg}, in line {error.lineno}") from error
    except RecursionError as error:
        raise NotJson("its lists and objects are too deep") from error
    except ValueError as error:  # a number of thousands of digits
        raise NotJson("it holds a number that is too long") from error


def _object(members: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(members)
    if len(found) < len(members):
        raise NotJson("a member stands twice in one object")
    return found


def _refuse(constant: str) -> NoReturn:
    raise NotJson(f"{constant} is no JSON")

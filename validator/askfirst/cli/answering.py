"""Gather what a holder answers, by flags or point by point, and nothing that was not said."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from askfirst.authoring.consents import asked_leaves, exceeds, granted
from askfirst.checking import check
from askfirst.cli import questioning as ask
from askfirst.cli.moments import moment
from askfirst.cli.prompts import Unfit, tell
from askfirst.cli.questioning import Asked, Declined
from askfirst.errors import AskFirstError
from askfirst.vocabulary import ANY, UNTIL_WITHDRAWN, WORLDWIDE, Severity, Use

__all__ = ["MORE", "Incomplete", "members"]

MORE = "this is more than the Request asks for; if you mean it, add --more-than-asked"

_NONE = "none"


class Incomplete(AskFirstError):
    """Flags are missing or wrong; there is one trouble for each."""

    def __init__(self, troubles: list[str]) -> None:
        super().__init__("; ".join(troubles))
        self.troubles = troubles


class _Dimension(NamedTuple):
    """A dimension of a Consent: its flag, its member, how its words are read and asked for."""

    flag: str
    member: str
    read: Callable[[list[str], Asked], Any]
    ask: Callable[[Asked], list[str]]


def members(given: Mapping[str, list[str] | None], asked: Asked) -> dict[str, Any]:
    """Return the members of the Consent that hold what is allowed, each by its flag or an answer.

    Raises `Incomplete` where flags are wrong, and `Declined` where nothing is allowed.
    """
    stated = {one: words for one in _DIMENSIONS if (words := given[one.flag])}
    values = _read_all(stated, asked)
    return {
        one.member: values[one] if one in values else _answered(one, asked) for one in _DIMENSIONS
    }


def _read_all(stated: Mapping[_Dimension, list[str]], asked: Asked) -> dict[_Dimension, Any]:
    """Return what the flags state. Raises `Incomplete` with everything that is wrong."""
    values, troubles = {}, []
    for one, words in stated.items():
        try:
            values[one] = _value(one, words, asked)
        except Unfit as error:
            troubles.append(f"{one.flag}: {error}")
    if troubles:
        raise Incomplete(troubles)
    return values


def _answered(one: _Dimension, asked: Asked) -> Any:  # noqa: ANN401 - a member of a document
    """Return what is answered on the terminal; what is unfit is asked again."""
    while True:
        words = one.ask(asked)
        if one.member in ("uses", "material") and not words:
            raise Declined
        try:
            return _value(one, words or [_NONE], asked)
        except Unfit as error:
            tell(f"  {error}")


def _value(one: _Dimension, words: list[str], asked: Asked) -> Any:  # noqa: ANN401 - as above
    """Return the value of a member. Raises `Unfit` where it does not conform."""
    value = one.read(list(dict.fromkeys(words)), asked)
    report = check({"askfirst": "1.0.0", "type": "Consent", one.member: value})
    errors = [f for f in report.findings if f.severity is Severity.ERROR]
    found = [f for f in errors if f.pointer.split("/")[1:2] == [one.member]]
    if found:
        raise Unfit("; ".join(f"{f.message}{f', {f.help}' if f.help else ''}" for f in found))
    meant = _meant(value, asked) if one.member == "uses" else value
    if exceeds(one.member, meant, asked.request) and not asked.more:
        raise Unfit(MORE)
    return meant


def _meant(uses: list[str], asked: Asked) -> list[str]:
    leaves = tuple(Use) if asked.more else asked_leaves(asked.request)
    return [str(use) for use in granted(list(map(Use, uses)), leaves)]


def _models(words: list[str], _asked: Asked) -> Any:  # noqa: ANN401 - as above
    if words == [ANY]:
        return ANY
    named = [word.rpartition("@") for word in words]
    without = next((version for name, _, version in named if not name), None)
    if without is not None:
        raise Unfit(f"say which version: {without}@2 for one, {without}@any for every one")
    return [{"name": name, "version": version} for name, _, version in named]


def _territories(words: list[str], _asked: Asked) -> list[str]:
    codes = [code for word in words for code in re.split(r"[\s,]+", word) if code]
    return [code if code == WORLDWIDE else code.upper() for code in dict.fromkeys(codes)]


def _conditions(words: list[str], _asked: Asked) -> list[str]:
    if _NONE in words and len(words) > 1:
        raise Unfit(f"either {_NONE} or some conditions, not both")
    return [] if words == [_NONE] else words


def _until(words: list[str], asked: Asked) -> str:
    return words[0] if words[0] == UNTIL_WITHDRAWN else moment(words[0], asked.at)


def _from(words: list[str], asked: Asked) -> str:
    return moment(words[0], asked.at)


def _list(words: list[str], _asked: Asked) -> list[str]:
    return words


def _one(words: list[str], _asked: Asked) -> str:
    return words[0]


_DIMENSIONS = (
    _Dimension("--use", "uses", _list, ask.uses),
    _Dimension("--material", "material", _list, ask.material),
    _Dimension("--model", "models", _models, ask.models),
    _Dimension("--territory", "territories", _territories, ask.territories),
    _Dimension("--purpose", "purpose", _one, ask.purpose),
    _Dimension("--from", "validFrom", _from, ask.valid_from),
    _Dimension("--until", "validUntil", _until, ask.valid_until),
    _Dimension("--condition", "conditions", _conditions, ask.conditions),
    _Dimension("--at-end", "atEnd", _one, ask.at_end),
)

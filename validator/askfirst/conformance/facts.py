"""Take expectations and answers apart into facts, so that both are compared as sets.

A fact is a text that says one thing; equal facts are equal texts. Other members than those named
here, such as sentences, are no facts.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from askfirst.vocabulary import CODES, Severity, Status

__all__ = [
    "Malformed",
    "codes",
    "errors",
    "facts_of_audio",
    "facts_of_decision",
    "facts_of_diff",
    "facts_of_expansion",
    "facts_of_signal",
    "findings",
    "permitted",
]

_Object: TypeAlias = Mapping[str, Any]
_Facts: TypeAlias = dict[str, frozenset[str]]


class Malformed(Exception):
    """An answer has not the shape of an answer."""


def codes(answer: _Object) -> frozenset[str]:
    """Return the codes of the findings: what is expected somewhere in a text has no pointer."""
    return frozenset(_text(one, "code") for one in _objects(answer, "findings"))


def findings(answer: _Object) -> frozenset[str]:
    """Return each finding as its code and, where that is told, its pointer."""
    return frozenset(_finding(one) for one in _objects(answer, "findings"))


def errors(answer: _Object) -> frozenset[str]:
    """Return the findings that are errors; a code that nobody defined is one."""
    found = _objects(answer, "findings")
    wrong = (f for f in found if CODES.get(_text(f, "code")) in (Severity.ERROR, None))
    return frozenset(_finding(one) for one in wrong)


def _finding(one: _Object) -> str:
    code = _text(one, "code")
    return f"{code} at {_fact(_text(one, 'pointer'))}" if "pointer" in one else code


def permitted(answer: _Object) -> frozenset[str]:
    """Return the leaves that an answer permits; none where it has no outcome."""
    if _nullable(answer, "outcome") is None:
        return frozenset()
    leaves = _objects(answer, "leaves")
    opened = {_text(leaf, "use") for leaf in leaves if leaf.get("outcome") == Status.PERMITTED}
    if answer["outcome"] == Status.PERMITTED and not opened:
        raise Malformed("the outcome is `permitted`, and no leaf is")
    return frozenset(opened)


def facts_of_decision(answer: _Object) -> _Facts:
    """Return the outcome, the leaves, their reasons and what is missing."""
    outcome = _nullable(answer, "outcome")
    facts = {"outcome": frozenset({json.dumps(outcome)})}
    if outcome is None:
        return facts
    leaves = _objects(answer, "leaves")
    told = {
        "leaves": (f"{_text(leaf, 'use')} {_text(leaf, 'outcome')}" for leaf in leaves),
        "reasons": (reason for leaf in leaves for reason in _reasons(leaf)),
        "missing": (_missing(one) for one in _objects(answer, "missing")),
    }
    return facts | {about: frozenset(found) for about, found in told.items()}


def _reasons(leaf: _Object) -> Iterator[str]:
    for reason in _objects(leaf, "reasons"):
        place = {name: reason[name] for name in ("document", "pointer") if name in reason}
        yield f"{_text(leaf, 'use')} {_text(reason, 'code')} {_fact(place)}"


def _missing(one: _Object) -> str:
    """Return who has to be asked for what; addresses and claimants are sets."""
    claimed = [_claimant(claimant) for claimant in _objects(one, "claimedBy", optional=True)]
    return _fact(
        {
            "right": _text(one, "right"),
            "holder": one.get("holder"),
            "use": _text(one, "use"),
            "askAt": sorted({_fact(address) for address in _list(one, "askAt")}),
            "claimedBy": sorted(set(claimed)),
        }
    )


def _claimant(one: _Object) -> str:
    return _fact({name: one.get(name) for name in ("holder", "name", "contact")})


def facts_of_expansion(answer: _Object) -> _Facts:
    """Return the members of each expanded Declaration, in the order of the tracks."""
    return {
        f"track {n}": frozenset(f"{name}: {_fact(value)}" for name, value in one.items())
        for n, one in enumerate(_objects(answer, "expanded"))
    }


def facts_of_diff(answer: _Object) -> _Facts:
    """Return whether something was widened, and each leaf that differs in what is said of it."""
    leaves = [one for one in _objects(answer, "changes") if "use" in one]
    return {
        "widened": frozenset({_fact(answer.get("widened"))}),
        "changes": frozenset(
            f"{_text(one, 'use')} from {_text(one, 'before')} to {_text(one, 'after')}, "
            f"track {_fact(one.get('track'))}"
            for one in leaves
        ),
    }


def facts_of_audio(answer: _Object) -> _Facts:
    """Return the container of an audio file and its hashes; none where the file is refused."""
    names = ["container"]
    if _nullable(answer, "container") is not None:
        names += ["packetsSha256", "pcmMd5"]
    return {name: frozenset({_fact(_nullable(answer, name))}) for name in names}


def _objects(holder: _Object, name: str, *, optional: bool = False) -> list[_Object]:
    found = [] if optional and name not in holder else _list(holder, name)
    if not all(isinstance(one, dict) for one in found):
        raise Malformed(f"`{name}` holds something that is no object")
    return found


def _list(holder: _Object, name: str) -> list[Any]:
    found = holder.get(name)
    if not isinstance(found, list):
        raise Malformed(f"`{name}` is missing, or no list")
    return found


def _text(holder: _Object, name: str) -> str:
    found = holder.get(name)
    if not isinstance(found, str):
        raise Malformed(f"`{name}` is missing, or no text")
    return found


def facts_of_signal(answer: _Object) -> _Facts:
    """Return what is written for a document and what is lost; or what a text says."""
    if "statements" not in answer:
        return {
            name: frozenset(_fact(one) for one in _objects(answer, name))
            for name in ("carriers", "losses")
        }
    statements, told = answer["statements"], answer.get("codes")
    if not isinstance(statements, Mapping) or not isinstance(told, list):
        raise Malformed("`statements` is no object, or `codes` no list")
    said = frozenset(_fact([leaf, status]) for leaf, status in statements.items())
    return {"statements": said, "codes": frozenset(map(_fact, told))}


def _nullable(holder: _Object, name: str) -> str | None:
    return None if name in holder and holder[name] is None else _text(holder, name)


def _fact(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)

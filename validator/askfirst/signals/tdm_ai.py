"""TDM·AI: preferences bound to a code that is computed from the content itself (an ISCC).

Read in the repository liccium/tdmai at 3e32dfeeeb7b of 2025-11-04: the JSON Schema (version 1.0,
2025-04-11), the format for usage declarations and the vocabulary (2025-11-04), which is that of
draft-ietf-aipref-vocab-02. The form of 2024, `TDMAI` (178cbc3 of 2024-02-28), is only read.

Its pages contradict each other. By the vocabulary a refusal of `all` refuses every other key; by
the format a narrower key may open again what a wider one closed, and `ai-use` and `search` stand
for themselves. So here a refusal closes all that either page puts under it, and a permission is
handed down only where both do it. The published examples lack `version`, `intent` and even `iscc`,
which the schema requires. A slip in a narrower key would inherit the permission of a wider one, so
a declaration that is not as the schema says permits nothing, and what it refuses stays refused.

A declaration inside a verifiable credential is not looked for.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from askfirst.identifiers import iscc
from askfirst.signals.json_members import Members, Words, line_of, readings, said_in
from askfirst.signals.signal import (
    Carrier,
    Channel,
    Found,
    Reading,
    Signal,
    Trouble,
    Unwritable,
    Wanted,
)
from askfirst.signals.terms import Answer, Term, answers
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Use

__all__ = ["EDITIONS"]

_TERMS = (
    Term.of("all", Use.TRAINING, Use.OTHER_DATA_MINING, in_part=[Use.INPUT, Use.SEARCH_INDEXING]),
    Term.of("train-ai", Use.TRAINING),
    Term.of("train-genai", Use.GENERATIVE_TRAINING),
    Term.of("ai-use", Use.INPUT),
    Term.of("search", Use.SEARCH_INDEXING),
)
_TERMS_2024 = (Term.of("TDMAI", Use.TRAINING, in_part=[Use.INPUT, Use.OTHER_DATA_MINING]),)

#: The keys that a wider key closes with itself, the widest first.
_UNDER = {
    "all": ("train-ai", "train-genai", "ai-use", "search"),
    "train-ai": ("train-genai",),
}
#: What each key says beside the keys under it.
_BESIDE = (
    Term.of("all", Use.OTHER_DATA_MINING),
    Term.of("train-ai", Use.ANALYTIC_TRAINING),
    *(term for term in _TERMS if term.name not in _UNDER),
)
_KEYS = tuple(term.name for term in _TERMS)
_WORDS: Words = {key: {"true": Answer.ALLOWED, "false": Answer.REFUSED} for key in _KEYS}
_WORDS_2024: Words = {"TDMAI": {True: Answer.ALLOWED, False: Answer.REFUSED}}

_INTENTS = ("activate", "update", "supersede")
#: What the schema requires: a member, how its value is known to be right, and what is right.
_REQUIRED: tuple[tuple[str, Callable[[object], bool], str], ...] = (
    ("version", lambda value: value == "1.0", '"1.0"'),
    ("iscc", lambda value: isinstance(value, str) and iscc.is_valid(value), "an ISCC"),
    ("intent", lambda value: value in _INTENTS, " or ".join(_INTENTS)),
)
_MEMBERS = frozenset({"version", "iscc", "intent", "reference", "summary", "policy", *_KEYS})
#: Names that only a declaration has; `all`, `search` and `iscc` stand in many an object.
_TELLING = frozenset({"train-ai", "train-genai", "ai-use", "TDMAI"})
_LABELS_OF_OTHERS = {
    "ai-train": "Content Signals",
    "ai-input": "Content Signals",
    "ai-index": "RSL",
    "bots": "AIPREF",
}


def _write(wanted: Wanted, _answers: Mapping[str, Answer]) -> tuple[Carrier, ...]:
    """Return the declaration; a wide key answers only for what the keys under it leave.

    If `train-ai` answered for all of training it would have to refuse recommendation training
    wherever generative training is refused.
    """
    if wanted.iscc is None or not iscc.is_valid(wanted.iscc):
        raise Unwritable("TDM·AI names a track by its ISCC, and this track has none")
    said = _said(answers(wanted.standing, _BESIDE))
    if not said:
        return ()
    where = {"summary": f"The whole terms: {wanted.document}"} if wanted.document else {}
    declaration = {"version": "1.0", "intent": "activate", "iscc": wanted.iscc, **said, **where}
    return (Carrier(Channel.FILE, "tdm-ai.json", json.dumps(declaration, indent=2) + "\n"),)


def _said(beside: Mapping[str, Answer]) -> dict[str, str]:
    """Return the values of the keys.

    A wide key may be inherited, so it permits only where every key under it has its answer. A
    permission under a refusal would be read in two ways, so it is not written.
    """
    closed = {key for wide in _UNDER if beside.get(wide) is Answer.REFUSED for key in _UNDER[wide]}
    said = {}
    for key in _KEYS:
        if beside.get(key) is Answer.REFUSED:
            said[key] = "false"
        elif key in beside and key not in closed and beside.keys() >= {*_UNDER.get(key, ())}:
            said[key] = "true"
    return said


def _read(found: Found) -> tuple[Reading, ...]:
    return readings(found, _TELLING, _declared)


def _declared(declaration: Members, text: str) -> Iterator[Reading]:
    """Yield what a declaration of version 1.0 says, and of the form of 2024 its refusal alone."""
    names = declaration.names()
    if not names & (_TELLING | {"iscc"}) or not names & {*_KEYS, "TDMAI"}:
        return
    said, troubles = said_in(declaration, _WORDS, partial(line_of, text))
    if Answer.REFUSED in said_in(declaration, _WORDS_2024, partial(line_of, text)).answers.values():
        said["all"] = Answer.REFUSED
    troubles += [*_faults(declaration, text), *_closed(said, text)]
    yield _reading(said, troubles)


def _read_2024(found: Found) -> tuple[Reading, ...]:
    return readings(found, _WORDS_2024, _declared_2024)


def _declared_2024(declaration: Members, text: str) -> Iterator[Reading]:
    if "TDMAI" in declaration.names():
        yield _reading(*said_in(declaration, _WORDS_2024, partial(line_of, text)))


def _reading(said: Mapping[str, Answer], troubles: list[Trouble]) -> Reading:
    """Return what holds: without a fault everything, else the refusals alone."""
    holding = {key: one for key, one in said.items() if one is Answer.REFUSED or not troubles}
    return Reading(holding, tuple(troubles))


def _faults(declaration: Members, text: str) -> Iterator[Trouble]:
    """Yield what is not as the schema says, apart from the values of the keys."""
    for name, is_right, right in _REQUIRED:
        values = declaration.values(name)
        if len(values) != 1 or not is_right(values[0]):
            message = f"`{name}` is {right}, and stands here once"
            yield Trouble("AF901", message, line_of(text, name))
    for name in declaration.beside(_MEMBERS):
        yield _stranger(name, line_of(text, name))


def _stranger(name: str, line: int) -> Trouble:
    if name in _LABELS_OF_OTHERS:
        message = f"`{name}` is a label of {_LABELS_OF_OTHERS[name]} and says nothing here"
        return Trouble("AF902", message, line)
    return Trouble("AF903", f"{json.dumps(name[:40])} is no member of a declaration", line)


def _closed(said: dict[str, Answer], text: str) -> Iterator[Trouble]:
    """Refuse what stands under a refusal, and yield the keys that said otherwise."""
    for wide in (wide for wide in _UNDER if said.get(wide) is Answer.REFUSED):
        for key in _UNDER[wide]:
            if said.get(key) is Answer.ALLOWED:
                message = f"`{key}` permits a part of what `{wide}` refuses; the refusal holds"
                yield Trouble("AF904", message, line_of(text, key))
            said[key] = Answer.REFUSED


def _unwritten(_wanted: Wanted, _answers: Mapping[str, Answer]) -> tuple[Carrier, ...]:
    raise Unwritable("the form of 2024 is read only; write version 1.0")


_SOURCE = "https://github.com/liccium/tdmai, 3e32dfeeeb7b of 2025-11-04"

EDITIONS = (
    Signal(
        *(Name.TDM_AI, "2024", "https://github.com/liccium/tdmai, 178cbc324 of 2024-02-28"),
        terms=_TERMS_2024,
        can_ask=False,
        write=_unwritten,
        read=_read_2024,
        experimental=True,
    ),
    Signal(Name.TDM_AI, "1.0", _SOURCE, _TERMS, can_ask=False, write=_write, read=_read),
)

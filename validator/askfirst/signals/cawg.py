"""CAWG: the training and data mining assertion of the Creator Assertions Working Group, for C2PA.

Read in: Training and Data Mining Assertion 1.1, ratified by DIF on 2025-05-16, in the repository
decentralized-identity/cawg-training-and-data-mining-assertion at e203ac5e795c. It also says how
the assertion of C2PA 1.4 differs: by the prefix of its labels. The schema spells
`constraint_info` and the prose `constraints_info`, so both are read.

The manifests of ingredients are not asked: they speak about other files.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from typing import TypeAlias

from askfirst.signals.json_members import Members, line_of, readings
from askfirst.signals.signal import (
    Carrier,
    Channel,
    Found,
    Reading,
    Signal,
    Trouble,
    Wanted,
    strictest,
)
from askfirst.signals.terms import Answer, Term
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Use

__all__ = ["EDITIONS"]

#: An answer to a key, or what is wrong.
_Said: TypeAlias = tuple[str, Answer] | Trouble

_PREFIXES = ("cawg", "c2pa")
_LABEL = re.compile(r"(cawg|c2pa)\.training-mining(.*)", re.DOTALL)
_INSTANCE = re.compile(r"(?:__[0-9]{1,9})?")
_KEY = re.compile(r"(cawg|c2pa)\.(.*)", re.DOTALL)
_WORDS = {"allowed": Answer.ALLOWED, "notAllowed": Answer.REFUSED, "constrained": Answer.ASK}


def _terms(prefix: str) -> tuple[Term, ...]:
    """Return the terms with a prefix.

    Data mining is told in the words of European law, which do not say whether a trained model may
    look for the patterns. Training has entries of its own, so data mining is not that.
    """
    return (
        Term.of(f"{prefix}.data_mining", Use.OTHER_DATA_MINING, in_part=[Use.ANALYTIC_INPUT]),
        Term.of(f"{prefix}.ai_inference", Use.INPUT),
        Term.of(f"{prefix}.ai_training", Use.ANALYTIC_TRAINING),
        Term.of(f"{prefix}.ai_generative_training", Use.GENERATIVE_TRAINING),
    )


_NAMES = frozenset(term.name for prefix in _PREFIXES for term in _terms(prefix))
_TELLING = _NAMES | {f"{prefix}.training-mining" for prefix in _PREFIXES}


def _write(prefix: str, wanted: Wanted, said: Mapping[str, Answer]) -> tuple[Carrier, ...]:
    if not said:
        return ()
    label = f"{prefix}.training-mining"
    entries = {name: _entry(answer, wanted) for name, answer in said.items()}
    text = json.dumps({"label": label, "data": {"entries": entries}}, indent=2)
    return (Carrier(Channel.FILE, f"{label}.json", f"{text}\n"),)


def _entry(answer: Answer, wanted: Wanted) -> dict[str, str]:
    """Return an entry; `constrained` that leads nowhere would be read as `notAllowed`."""
    where = wanted.ask or wanted.document
    if answer is Answer.ASK and where:
        return {"use": "constrained", "constraint_info": where}
    return {"use": "allowed" if answer is Answer.ALLOWED else "notAllowed"}


def _read(prefix: str, found: Found) -> tuple[Reading, ...]:
    return readings(found, _TELLING, partial(_heard, prefix))


def _heard(prefix: str, whole: Members, text: str) -> Iterator[Reading]:
    """Yield what all assertions in a text add up to, under the prefix of the edition."""
    lines = {name: line_of(text, name) for name in _TELLING}
    said = [*chain.from_iterable(_said(*one, lines) for one in _assertions(whole))]
    troubles = [one for one in said if isinstance(one, Trouble)]
    each = [Reading({f"{prefix}.{one[0]}": one[1]}) for one in said if not isinstance(one, Trouble)]
    answers = dict(strictest(each))
    if any(one.said.items() - answers.items() for one in each):
        troubles.append(Trouble("AF904", "an entry has two answers, and the stricter holds"))
    if "Invalid" in whole.values("validation_state"):
        troubles.append(Trouble("AF901", "the manifest is not valid, so nothing in it allows"))
        answers = {name: one for name, one in answers.items() if one is not Answer.ALLOWED}
    if said:
        yield Reading(answers, tuple(troubles))


def _assertions(whole: Members) -> Iterator[tuple[str, object]]:
    """Yield labels and contents, from a manifest store, a manifest, an assertion or its content."""
    if whole.values("entries"):
        yield "", whole
    active = {one for one in whole.values("active_manifest") if isinstance(one, str)}
    stores = [one for one in whole.values("manifests") if isinstance(one, Members)]
    manifests = [one for store in stores for name, one in store if name in active]
    for manifest in (whole, *manifests):
        lists = [one for one in _each(manifest, "assertions") if isinstance(one, list)]
        for one in (manifest, *chain.from_iterable(lists)):
            labels = _labels(_each(one, "label"))
            yield from ((label, data) for data in _each(one, "data") for label in labels)


def _labels(written: list[object]) -> list[str]:
    """Return the labels of this assertion, once each and without the number of an instance.

    A label that goes on in another way is cut where it does, so that there are never many.
    """
    found = [_LABEL.fullmatch(one) for one in written if isinstance(one, str)]
    named = [(one[1], "" if _INSTANCE.fullmatch(one[2]) else "...") for one in found if one]
    return [f"{prefix}.training-mining{more}" for prefix, more in dict.fromkeys(named)]


def _each(object_: object, name: str) -> list[object]:
    """Return every value with a name, where it is an object that has any."""
    return object_.values(name) if isinstance(object_, Members) else []


def _said(label: str, data: object, lines: Mapping[str, int]) -> Iterator[_Said]:
    """Yield what an assertion says, under its label or none."""
    line = lines.get(label, 1)
    if label and label not in _TELLING:
        yield Trouble("AF903", f"`{label}` is no label of the assertion", line)
        return
    entries = [one for one in _each(data, "entries") if isinstance(one, Members)]
    if not entries:
        yield Trouble("AF901", "the assertion has no `entries`", line)
    for name, entry in chain.from_iterable(entries):
        yield from _of_entry(label.partition(".")[0], name, entry, lines.get(name, line))


def _of_entry(prefix: str, name: str, entry: object, line: int) -> Iterator[_Said]:
    """Yield what an entry says; one without the prefix is custom and means nothing here."""
    key = _KEY.fullmatch(name)
    if not key:
        return
    if prefix and key[1] != prefix:
        message = f"{json.dumps(name[:60])} belongs to the assertion of `{key[1]}`"
        yield Trouble("AF902", message, line)
    elif name not in _NAMES:
        yield Trouble("AF903", f"{json.dumps(name[:60])} is no entry of the assertion", line)
    else:
        yield from _answers(key[2], entry, line)


def _answers(key: str, entry: object, line: int) -> Iterator[_Said]:
    """Yield the answers of an entry. Where a constraint is told, nothing is simply allowed."""
    uses = _each(entry, "use")
    infos = [*_each(entry, "constraint_info"), *_each(entry, "constraints_info")]
    informed = any(isinstance(info, str) and info.strip() for info in infos)
    words = [use for use in uses if isinstance(use, str) and use in _WORDS]
    if len(words) < len(uses) or not uses:
        known = ", ".join(_WORDS)
        yield Trouble("AF903", f"the `use` of `{key}` says nothing; what counts is {known}", line)
    for answer in (_WORDS[word] for word in words):
        if answer is Answer.ALLOWED and informed:
            yield Trouble("AF904", f"`{key}` is allowed and has a constraint, which holds", line)
            yield key, Answer.ASK
        else:
            yield key, Answer.REFUSED if answer is Answer.ASK and not informed else answer


def _edition(prefix: str, version: str, source: str, *, experimental: bool = False) -> Signal:
    return Signal(
        *(Name.CAWG, version, source, _terms(prefix)),
        can_ask=True,
        write=partial(_write, prefix),
        read=partial(_read, prefix),
        experimental=experimental,
    )


_SOURCE = "https://cawg.io/training-and-data-mining/1.1/, ratified by DIF on 2025-05-16"

EDITIONS = (
    _edition("c2pa", "c2pa-1.4", f"{_SOURCE}, on C2PA 1.4", experimental=True),
    _edition("cawg", "1.1", _SOURCE),
)

"""Write and read Content Signals: the line `Content-Signal` in robots.txt, and the same header.

Read on 2026-11-22: the policy text of contentsignals.org (2025-09-24, CC0) as it is quoted in
google/robotstxt, issue 80, and its definitions in draft-romm-aipref-contentsignals-00
(thibmeu/draft-romm-aipref-vocab-contentsignals, commit 86ab092). The field `use` is an experiment
of its publisher since 2026-07-01, read in summaries only. The header is sent by the publisher's
own servers and described nowhere. Repeated lines are not spoken of: the strictest holds.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from askfirst.signals import robots
from askfirst.signals.signal import Carrier, Channel, Found, Reading, Signal, Trouble, Wanted
from askfirst.signals.terms import Answer, Term
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Use

__all__ = ["EDITIONS"]

_HEADER = "Content-Signal"
_RULE = "content-signal"
#: No server takes a longer header, in characters.
_MAX_LENGTH = 8192
_ANSWERS = {"yes": Answer.ALLOWED, "no": Answer.REFUSED}
_VALUES = {answer: value for value, answer in _ANSWERS.items()}

_TERMS = (
    Term.of("search", Use.SEARCH_INDEXING),
    # All its examples are answers to searches, and the draft means nothing else: no leaf is
    # contained for certain.
    Term.of("ai-input", in_part=[Use.INPUT]),
    Term.of("ai-train", Use.TRAINING),
)
_LABELS = [term.name for term in _TERMS]

#: Labels of Content-Usage that are met here, and what is meant.
_CROSSED = {
    "train-ai": "ai-train",
    "train-genai": "ai-train",
    "ai-use": "ai-input",
    "ai-output": "ai-input",
}

#: What each value of `use` refuses: to keep anything, or to keep more than a search index.
_USE = "use"
_REFUSED: Mapping[str, tuple[str, ...]] = {
    "immediate": ("search", "ai-train"),
    "reference": ("ai-train",),
    "full": (),
}


def _write(
    wanted: Wanted, answers: Mapping[str, Answer], *, experimental: bool
) -> tuple[Carrier, ...]:
    if not answers:
        return ()
    text = partial(_text, experimental=experimental)
    header = Carrier(Channel.HTTP_HEADER, _HEADER, text(answers))
    # A line speaks for a whole site: what is allowed of one track is not allowed of all.
    refused = {name: one for name, one in answers.items() if one is Answer.REFUSED}
    if not refused or robots.pattern_of(wanted.place) is None:
        return (header,)
    lines = f"User-Agent: *\n{_HEADER}: {text(refused)}"
    return header, Carrier(Channel.ROBOTS, _HEADER, lines)


def _text(said: Mapping[str, Answer], *, experimental: bool) -> str:
    fields = [f"{name}={_VALUES[said[name]]}" for name in _LABELS if name in said]
    if experimental and (use := _use(said)):
        fields.append(f"{_USE}={use}")
    return ", ".join(fields)


def _use(said: Mapping[str, Answer]) -> str | None:
    """Return how far a use may go, where input is refused: each value alone would allow some.

    `full` is never said: no document permits as much.
    """
    if {said.get("ai-input"), said.get("ai-train")} != {Answer.REFUSED}:
        return None
    values = {Answer.ALLOWED: "reference", Answer.REFUSED: "immediate"}
    return values.get(said["search"]) if "search" in said else None


def _read(found: Found) -> tuple[Reading, ...]:
    readings: Iterable[Reading] = ()
    if found.channel is Channel.ROBOTS:
        readings = _robots(found)
    elif found.channel is Channel.HTTP_HEADER and (found.name or "").lower() == _RULE:
        readings = [_signals(found.text)]
    return tuple(one for one in readings if one.said or one.troubles)


def _robots(found: Found) -> Iterator[Reading]:
    """Read the lines of every group; a line knows no paths."""
    file, path = robots.read(found.text), robots.path_of(found.url)
    yield Reading({}, tuple(file.troubles(_RULE)))
    for group in file.groups:
        allows = file.allows(group, path)
        for rule in group.named(_RULE):
            reading = _signals(rule.value, rule.line)
            yield reading if allows else robots.restricting(reading)


def _signals(text: str, line: int = 1) -> Reading:
    """Read one list of signals; of several values for one the strictest holds."""
    if len(text) > _MAX_LENGTH:
        message = f"this is longer than {_MAX_LENGTH} characters; nothing is said"
        return Reading({}, (Trouble("AF901", message, line),))
    fields = _fields(text)
    said, twice = _said(fields)
    troubles = (*_contradictions(twice, line), *_meaningless(fields, line))
    reading = Reading(said, troubles)
    # A limit that nobody understands may be one to what is allowed.
    understood = all(value in _REFUSED for label, value in fields if label == _USE)
    return reading if understood else robots.restricting(reading)


def _fields(text: str) -> list[tuple[str, str]]:
    parts = (part.partition("=") for part in text.split(",") if text)
    return [(label.strip(" \t"), value.strip(" \t")) for label, _, value in parts]


def _said(fields: Iterable[tuple[str, str]]) -> tuple[dict[str, Answer], list[str]]:
    """Return the answers, and the labels that have two; `use` refuses, and allows nothing."""
    said: dict[str, Answer] = {}
    twice = []
    for label, answer in _statements(fields):
        if said.setdefault(label, answer) is not answer:
            twice.append(label)
            said[label] = Answer.REFUSED
    return said, twice


def _statements(fields: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Answer]]:
    for label, value in fields:
        if label in _LABELS and value in _ANSWERS:
            yield label, _ANSWERS[value]
        elif label == _USE:
            yield from ((refused, Answer.REFUSED) for refused in _REFUSED.get(value, ()))


def _contradictions(twice: Iterable[str], line: int) -> Iterator[Trouble]:
    for label in dict.fromkeys(twice):
        yield Trouble("AF904", f"`{label}` is both allowed and refused here; it is refused", line)


def _meaningless(fields: Iterable[tuple[str, str]], line: int) -> Iterator[Trouble]:
    """Yield what is read as nothing: labels of others, other labels, and values."""
    others = []
    for label, value in dict.fromkeys(fields):
        if label in _CROSSED:
            meant = f"in {_HEADER} it is `{_CROSSED[label]}`"
            yield Trouble("AF902", f"`{label}` is a label of Content-Usage; {meant}", line)
        elif label not in (*_LABELS, _USE):
            others.append(label)
        elif value not in (_REFUSED if label == _USE else _ANSWERS):
            known = ", ".join(_REFUSED if label == _USE else _ANSWERS)
            yield Trouble("AF903", f"the value of `{label}` is none of {known}", line)
    if others:
        message = f"`{'`, `'.join(others)}` is no label of {_HEADER}"
        yield Trouble("AF903", message, line)


def _edition(version: str, source: str, *, experimental: bool = False) -> Signal:
    return Signal(
        name=Name.CONTENT_SIGNALS,
        version=version,
        source=source,
        terms=_TERMS,
        can_ask=False,
        write=partial(_write, experimental=experimental),
        read=_read,
        experimental=experimental,
    )


# Both heed the field `use`, since it only refuses; only the experiment writes it.
EDITIONS = (
    _edition("2025-09-24", "Content Signals Policy, 2025-09-24"),
    _edition("2026-07-01", "Content Signals with the field `use`, 2026-07-01", experimental=True),
)

"""Write and read the preferences of AIPREF: the header `Content-Usage`, and lines of robots.txt.

Read on 2026-11-22 in the repository of the working group, ietf-wg-aipref/drafts, at its tags:
draft-ietf-aipref-attach-05 (2026-08-19, sections 2 and 3) for where a preference stands, and
draft-ietf-aipref-vocab-02 to -07 for what it means. A preference does not say by which draft it
was written; `aipref_drafts` says what is known of each.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import cast

import http_sf

from askfirst.signals import robots
from askfirst.signals.aipref_drafts import DRAFTS, Draft, Label
from askfirst.signals.signal import Carrier, Channel, Found, Reading, Signal, Trouble, Wanted
from askfirst.signals.terms import Answer, Standing
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Status

__all__ = ["EDITIONS"]

_HEADER = "Content-Usage"
_RULE = "content-usage"
#: No server takes a longer header, in characters.
_MAX_LENGTH = 8192
_ANSWERS = {"y": Answer.ALLOWED, "n": Answer.REFUSED}
_YES = Answer.ALLOWED
_SILENT = Status.UNSPECIFIED
#: Labels of Content-Signal that are met here, and what is meant.
_CROSSED = {"ai-train": "train-ai", "ai-input": "ai-use"}
#: The newest draft that has a label.
_ELSEWHERE = {term.name: draft.version for draft in DRAFTS for term in draft.terms}
#: The patterns of a site where a preference is the same everywhere.
_WHOLE = ({""}, {"/"})
_SPACES = re.compile(r"[ \t]+")


def _write(draft: Draft, wanted: Wanted, answers: Mapping[str, Answer]) -> tuple[Carrier, ...]:
    """Write what is refused, and nothing else.

    To allow search is to allow the training and use of any model inside of it, whatever else is
    said (vocab-03 to -08, "Search"), and no document permits so much. To allow `train-ai` was to
    allow training that does not generate, and is by now to allow the other kind; a text does not
    say which draft it means.
    """
    labels = [label for label in draft.labels if answers.get(label.term.name) is Answer.REFUSED]
    refused = [label.term.name for label in labels if _has_reason(draft, label, wanted.standing)]
    text = ", ".join(f"{name}=n" for name in refused)
    if not text:
        return ()
    header = Carrier(Channel.HTTP_HEADER, _HEADER, text)
    pattern = robots.pattern_of(wanted.place)
    if pattern is None:
        return (header,)
    lines = f"User-Agent: *\n{_HEADER}: {pattern} {text}"
    return header, Carrier(Channel.ROBOTS, _HEADER, lines)


def _has_reason(draft: Draft, label: Label, standing: Standing) -> bool:
    """Tell whether there is a reason to refuse a label, where that refuses others below it.

    A use that it only touches is none: it would not be protected, and search would be refused.
    """
    restricted = (standing[leaf].strictness > _SILENT.strictness for leaf in label.term.contains)
    return label.term.name not in draft.above or any(restricted)


def _read(draft: Draft, found: Found) -> tuple[Reading, ...]:
    readings: Iterable[Reading] = ()
    if found.channel is Channel.ROBOTS:
        readings = _robots(draft, found)
    elif found.channel is Channel.HTTP_HEADER and (found.name or "").lower() == _RULE:
        readings = [_preference(draft, found.text)]
    return tuple(one for one in readings if one.said or one.troubles)


def _robots(draft: Draft, found: Found) -> Iterator[Reading]:
    """Read a robots.txt for the address it is asked for, or all of it (attach-05, section 3)."""
    file, path = robots.read(found.text), robots.path_of(found.url)
    yield Reading({}, tuple(file.troubles(_RULE)))
    for group in file.groups:
        rules = _holding(group, path)
        # Of several patterns the longest would hold somewhere, and leave out what others allow.
        everywhere = path is not None or {pattern for pattern, *_ in rules} in _WHOLE
        sure = everywhere and file.allows(group, path)
        for pattern, text, line in rules:
            reading = _preference(draft, text, line, pattern or None)
            yield reading if sure else robots.restricting(reading)


def _holding(group: robots.Group, path: str | None) -> list[tuple[str, str, int]]:
    """Return pattern, preference and line of the rules that hold: those that match the longest.

    There is no preference where crawling is refused (attach-05, section 3.1).
    """
    rules = [(*_parted(rule.value), rule.line) for rule in group.named(_RULE)]
    if path is None or not rules:
        return rules
    longest = max(robots.reach(pattern, path) for pattern, _, _ in rules)
    if longest < 0 or not group.may_crawl(path):
        return []
    return [rule for rule in rules if robots.reach(rule[0], path) == longest]


def _parted(value: str) -> tuple[str, str]:
    """Return the pattern of a rule, empty where it has none, and its preference."""
    if not value.startswith("/"):
        return "", value
    pattern, *preference = _SPACES.split(value, maxsplit=1)
    return pattern, "".join(preference)


def _preference(draft: Draft, text: str, line: int = 1, place: str | None = None) -> Reading:
    """Read one preference (vocab-07, section 6.5)."""
    twice: list[str] = []
    try:
        members = _members(text, twice)
    except http_sf.StructuredFieldError as error:
        wrong = f"character {(error.position or 0) + 1} does not belong there"
        message = f"this is no dictionary of structured fields (RFC 9651): {wrong}"
        return Reading({}, (Trouble("AF901", message, line),), place)
    troubles = (*_doubled(twice, line), *_meaningless(draft, members, line))
    return Reading(_said(draft, members, doubt=bool(troubles)), troubles, place)


def _said(draft: Draft, members: Mapping[str, Answer | None], *, doubt: bool) -> dict[str, Answer]:
    """Return the answer to each label, its own or that of the label above it.

    A permission from above is not taken where something cannot be understood: it may be about it.
    """
    said: dict[str, Answer] = {}
    for label in draft.labels:
        above = said.get(label.above or "")
        answer = members.get(label.term.name) or (None if doubt and above is _YES else above)
        if answer:
            said[label.term.name] = answer
    return said


def _members(text: str, twice: list[str]) -> dict[str, Answer | None]:
    """Return the answer to each label that is there; None for a value that is none.

    The last value of a label holds (RFC 9651, section 4.2.2); the labels that stand twice are
    added to a list. Raises `StructuredFieldError`.
    """

    def note(key: str, where: str) -> None:
        if where == "dictionary":
            twice.append(key)

    if len(text) > _MAX_LENGTH:
        raise http_sf.StructuredFieldError(position=_MAX_LENGTH)
    # What is not ASCII fails then, as it has to: half a character too.
    octets = text.encode("utf-8", "surrogatepass")
    members = http_sf.parse(octets, tltype="dictionary", on_duplicate_key=note)
    return {key: _answer(one) for key, one in cast("http_sf.DictionaryType", members).items()}


def _answer(member: object) -> Answer | None:
    value = member[0] if isinstance(member, tuple) else member
    return _ANSWERS.get(str(value)) if isinstance(value, http_sf.Token) else None


def _doubled(twice: Iterable[str], line: int) -> Iterator[Trouble]:
    for label in dict.fromkeys(twice):
        yield Trouble("AF904", f"`{label}` stands here more than once; the last one holds", line)


def _meaningless(
    draft: Draft, members: Mapping[str, Answer | None], line: int
) -> Iterator[Trouble]:
    """Yield what is read as nothing: labels of others, other labels, and values."""
    known = {term.name for term in draft.terms}
    for label, answer in members.items():
        if label in _CROSSED:
            meant = f"in {_HEADER} it is `{_CROSSED[label]}`"
            yield Trouble("AF902", f"`{label}` is a label of Content-Signal; {meant}", line)
        elif label in known and not answer:
            yield Trouble("AF903", f"the value of `{label}` is neither `y` nor `n`", line)
    others = [label for label in members if label not in known and label not in _CROSSED]
    if others:
        older = (f", but of {_ELSEWHERE[label]}" for label in others if label in _ELSEWHERE)
        message = f"`{'`, `'.join(others)}` is no label of {draft.version}{next(older, '')}"
        yield Trouble("AF903", message, line)


def _edition(draft: Draft) -> Signal:
    return Signal(
        name=Name.AIPREF,
        version=draft.version,
        source=f"draft-ietf-aipref-{draft.version}, {draft.date}",
        terms=draft.terms,
        can_ask=False,
        write=partial(_write, draft),
        read=partial(_read, draft),
        experimental=draft.experimental,
    )


EDITIONS = tuple(_edition(draft) for draft in DRAFTS)

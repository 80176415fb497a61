"""Write and read TDMRep: the reservation of text and data mining, in four places.

Read on 2026-11-22 in the final report of the W3C community group, "TDM Reservation Protocol",
2024-05-10, and in its repository at commit b3398b9 of 2026-06-18; what mining takes in, in the
group's note "TDM: what does it mean in practice?" there. It defines nothing inside audio files.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from askfirst.identifiers import iri
from askfirst.signals.html import attribute, meta
from askfirst.signals.json_value import Json, NotJson, json_value
from askfirst.signals.robots import path_of, pattern_of, reach
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
from askfirst.signals.tdmrep_policy import is_policy, read_policy, written_policy
from askfirst.signals.terms import Answer, Term
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Status, Use

__all__ = ["EDITIONS"]

_RESERVATION = "tdm-reservation"
#: Not a term: that a reservation has a policy means that the rightsholder can be asked.
_POLICY = "tdm-policy"
_FILE = "tdmrep.json"

# The note puts all training inside mining and search engines outside. Giving a track to a trained
# model is mining only if what comes out is "information"; handing data on is no mining at all.
_MINING = Term.of(_RESERVATION, Use.TRAINING, Use.OTHER_DATA_MINING, in_part=[Use.INPUT])

_SITE = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?(?=/)")
_ADDRESS = re.compile(r"https?://[!#-;=?-~]+", re.IGNORECASE)


class _OnSite(Reading):
    """What a rule of the file on a site says."""

    __slots__ = ()


class _InResponse(Reading):
    """What a header of a response says."""

    __slots__ = ()


class _OnPage(Reading):
    """What a page says about itself."""

    __slots__ = ()


class _OfPolicy(Reading):
    """What a policy says to which a reservation may point."""

    __slots__ = ()


def _write(wanted: Wanted, said: Mapping[str, Answer]) -> tuple[Carrier, ...]:
    answer = said.get(_RESERVATION)
    if not answer:
        return ()
    value = "0" if answer is Answer.ALLOWED else "1"
    asked = answer is Answer.ASK
    site = _SITE.match(iri.normal(wanted.place or ""))
    path, policy = written_policy(wanted, site[0]) if asked and site else ("", "")
    # without a place for a policy, the page for people where one asks is one too
    address = f"{site[0]}{path}" if site else wanted.ask or ""
    points = asked and _ADDRESS.fullmatch(address)
    properties = {_RESERVATION: value, **({_POLICY: address} if points else {})}
    file = (Carrier(Channel.FILE, path, policy),) if policy else ()
    return (*_lines(properties), *_rule(wanted.place, properties), *file)


def _lines(properties: Mapping[str, str]) -> Iterator[Carrier]:
    for name, value in properties.items():
        yield Carrier(Channel.HTTP_HEADER, name, value)
    for name, value in properties.items():
        tag = f'<meta name="{name}" content="{attribute(value)}">'
        yield Carrier(Channel.HTML, name, tag)


def _rule(place: str | None, properties: Mapping[str, str]) -> Iterator[Carrier]:
    """Yield the file for the site with the rule for one address, and for nothing beside it."""
    location = pattern_of(place)
    if location:
        rule = {"location": location, **properties, _RESERVATION: int(properties[_RESERVATION])}
        text = json.dumps([rule], indent=2) + "\n"
        yield Carrier(Channel.WELL_KNOWN, f"/.well-known/{_FILE}", text)


def _read(found: Found) -> tuple[Reading, ...]:
    if found.channel is Channel.HTTP_HEADER:
        name = (found.name or "").lower()
        return (_property(_InResponse, name, found.text),) if _known(name) else ()
    if found.channel is Channel.HTML:
        return tuple(_on_page(found.text))
    if (found.name or "").endswith(_FILE):
        return tuple(_first_match(list(_rules(found.text)), found.url))
    if found.channel is Channel.FILE and is_policy(found.text):
        answer, troubles = read_policy(found.text)
        return (_OfPolicy({_RESERVATION: answer} if answer else {}, troubles),)
    return ()


def _on_page(text: str) -> Iterator[Reading]:
    found = [_property(_OnPage, name, value) for name, value in meta(text) if _known(name)]
    yield from found
    if len({one.said[_RESERVATION] for one in found if _RESERVATION in one.said}) > 1:
        sentence = f"the page has two values of `{_RESERVATION}`; the stricter is read"
        yield Reading({}, (Trouble("AF904", sentence),))


def _known(name: str) -> bool:
    return name in (_RESERVATION, _POLICY)


def _property(kind: type[Reading], name: str, text: str) -> Reading:
    """Return what one property says; a value that it cannot have leaves it unset."""
    value = text.strip(" \t")
    number = int(value) if value in ("0", "1") else value
    said = dict(_said({name: number}))
    return kind(said, () if said else (_unset(name),))


def _said(properties: Mapping[str, Json]) -> Iterator[tuple[str, Answer]]:
    """Yield what properties say; a number is a value only as 0 or 1, and `true` is no number."""
    reservation, policy = properties.get(_RESERVATION), properties.get(_POLICY)
    if type(reservation) is int and reservation in (0, 1):
        yield _RESERVATION, Answer.REFUSED if reservation else Answer.ALLOWED
    if isinstance(policy, str) and _ADDRESS.fullmatch(policy):
        yield _POLICY, Answer.ASK


def _unset(name: str, line: int = 1) -> Trouble:
    right = "1 or 0" if name == _RESERVATION else "a web address"
    return Trouble("AF903", f"`{name}` is {right}; any other value leaves it unset", line)


def _rules(text: str) -> Iterator[Reading]:
    """Yield what each rule of the file on a site says, in their order."""
    try:
        rules = json_value(text)
    except NotJson as error:
        yield Reading({}, (Trouble("AF901", f"`{_FILE}` cannot be read: {error}"),))
        return
    if not isinstance(rules, list):
        yield Reading({}, (Trouble("AF901", f"`{_FILE}` is a list, also of a single rule"),))
        return
    for rule in rules:
        yield _on_site(rule)


def _on_site(rule: Json) -> Reading:
    location = rule.get("location") if isinstance(rule, dict) else None
    if not isinstance(location, str) or _RESERVATION not in rule:
        sentence = f"a rule in `{_FILE}` has a `location` and a `{_RESERVATION}`"
        return Reading({}, (Trouble("AF901", sentence),))
    said = dict(_said(rule))
    unset = [name for name in (_RESERVATION, _POLICY) if name in rule and name not in said]
    return _OnSite(said, tuple(_unset(name) for name in unset), location)


def _first_match(rules: Sequence[Reading], address: str | None) -> Sequence[Reading]:
    """Return the first rule that matches an address, whatever follows; else all of them.

    The address of a site or of the file itself is not that of a track.
    """
    path = path_of(address)
    if path is None or path == "/" or path.endswith(_FILE):
        return rules
    matching = (one for one in rules if one.place is not None and reach(one.place, path) >= 0)
    troubles = [one for one in rules if one.place is None]
    return [*troubles, *(one._replace(place=None) for one in islice(matching, 1))]


def _combine(readings: Sequence[Reading]) -> Mapping[str, Answer]:
    """Return what holds: a page replaces a response, and a response the file on the site.

    What is absent replaces nothing. A policy counts only where something points at one.
    """
    said = dict(_of_site(one for one in readings if isinstance(one, _OnSite)))
    for kind in (_InResponse, _OnPage):
        said |= strictest([one for one in readings if isinstance(one, kind)])
    policies = strictest([one for one in readings if isinstance(one, _OfPolicy)])
    answer = _answer(said, policies.get(_RESERVATION))
    return {_RESERVATION: answer} if answer else {}


def _answer(said: Mapping[str, Answer], policy: Answer | None = None) -> Answer | None:
    reservation = said.get(_RESERVATION)
    if reservation is None:
        return policy
    asked = reservation is Answer.REFUSED and _POLICY in said and policy is not Answer.REFUSED
    return Answer.ASK if asked else reservation


def _of_site(rules: Iterable[Reading]) -> Mapping[str, Answer]:
    """Return the strictest of the rules for a site.

    Nobody knows here which of them is the first that matches; and a rule for some of its addresses
    opens nothing, as the track may have another one.
    """
    known = [{} if _opens_in_part(one) else one.said for one in rules]
    return max(known, key=_strictness, default={})


def _opens_in_part(rule: Reading) -> bool:
    return _answer(rule.said) is Answer.ALLOWED and rule.place not in (None, "/", "/*")


def _strictness(said: Mapping[str, Answer]) -> int:
    answer = _answer(said)
    return (answer.status if answer else Status.UNSPECIFIED).strictness


EDITIONS = (
    Signal(
        name=Name.TDMREP,
        version="2024-05-10",
        source="TDM Reservation Protocol, final report of the W3C community group, 2024-05-10",
        terms=(_MINING,),
        can_ask=True,
        write=_write,
        read=_read,
        combine=_combine,
    ),
)

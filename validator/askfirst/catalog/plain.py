"""Accept what is plain: a Declaration as most of them are, whose codes are surely known.

Here a yes has to be right, and a no costs little: what is not plain goes another way. So the forms
of texts are narrower than those of the schemas, which a property holds: addresses of a few schemes
with letters, digits and little else, identifiers in their normal form, lists without repetitions.
"""

import re
from functools import lru_cache
from typing import Any, TypeAlias

import msgspec
from msgspec import UNSET

from askfirst.catalog.forms import form
from askfirst.catalog.suspicion import addresses, repeated
from askfirst.catalog.suspicion.repeated import Words
from askfirst.catalog.suspicion.tracks import is_given_out, is_sound
from askfirst.identifiers import instant, iscc
from askfirst.reading.bulk import strings
from askfirst.reading.limits import DOCUMENT
from askfirst.vocabulary import Capacity, Right

__all__ = ["ADDRESS", "IDENTIFIERS", "LANGUAGE", "plain"]

#: A part of a document, of a type that is made from the schema; what it lacks is `UNSET`.
Form: TypeAlias = Any

#: An address as most are written. What begins with `w` may be an address of ours.
ADDRESS = (
    r"(?:https://[a-vx-z0-9][0-9a-z.-]*+(?:/[0-9A-Za-z._~/?=&+-]*+)?+"
    r"|mailto:[0-9A-Za-z._+-]++@[0-9A-Za-z.-]++|urn:uuid:[0-9a-f-]++|ipi:[0-9]++)"
)
#: The identifiers of a track, each in its normal form or left out, one on each line.
IDENTIFIERS = (
    "(?:[A-Z]{2}[A-Z0-9]{3}[0-9]{7})?\n(?:T[0-9]{10})?\n"
    "(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?(?:\n[0-9a-f]{64}/(?:[0-9a-f]{32})?)*"
)
LANGUAGE = "[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*+"

_ADDRESSES = re.compile(rf"{ADDRESS}(?:\n{ADDRESS})*+")
_IDENTIFIERS = re.compile(IDENTIFIERS)
_OWN_ADDRESS = ("https:", "mailto:")
_PERSONAL = frozenset(str(right) for right in Right if right.personal)
_SOCIETIES = frozenset({str(Capacity.SOCIETY), str(Capacity.AGENT)})
#: No shorter text is beyond a limit: each value takes a character and what parts it from the next.
_SHORT = 2 * DOCUMENT.values

_decode = msgspec.json.Decoder(form("declaration")).decode
_encode = msgspec.json.Encoder().encode


def plain(data: bytes) -> tuple[str, list[str]] | None:
    """Return the id of a plain Declaration and the codes it gets; None for anything else."""
    try:
        one = _decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    found: list[str] = []
    asked = [one.id]
    if (
        one.source is UNSET
        and len(data) < _SHORT
        and instant.is_valid(one.issued)
        and _are_plain_words(one, found)
        and _is_plain_track(one.track, asked)
        and _are_plain_holders(one, found)
        and _are_plain_others(one, asked, found)
        and _ADDRESSES.fullmatch("\n".join(asked))
        and _is_whole(data, one)
    ):
        return one.id, found
    return None


def _is_whole(data: bytes, one: Form) -> bool:
    """Tell whether no name stands twice: a lost member loses at least its name.

    Without escapes nothing gets longer when it is written again, so what is as long is whole.
    """
    again = _encode(one)
    if len(again) == len(data) and b"\\" not in data:
        return True
    return strings(again) == strings(data)


def _are_plain_words(one: Form, found: list[str]) -> bool:
    """Add the codes that the lists of uses get, if they and the language are plain."""
    codes = _stated(one.permits or (), one.requiresConsent or (), one.prohibits or ())
    if codes is None or not (one.language is UNSET or _is_language(one.language)):
        return False
    found += codes
    return True


def _is_plain_track(track: Form, asked: list[str]) -> bool:
    """Add the addresses in a track, if it is plain and has an identifier that protects it."""
    urls, files = track.urls or (), track.files or ()
    code, work = track.isrc or "", track.iswc or ""
    lines = [code, work, track.mbid or ""]
    lines += [f"{file.packetsSha256 or ''}/{file.pcmMd5 or ''}" for file in files]
    if not (_IDENTIFIERS.fullmatch("\n".join(lines)) and (urls or files or any(lines))):
        return False
    if (code and not is_given_out(code[:2])) or (work and not is_sound(work)):
        return False
    asked += urls
    if track.license is not UNSET:
        asked.append(track.license)
        if "creativecommons" in track.license:
            return False
    return (
        _differ(urls)
        and _differ(track.artists)
        and (len(files) < 2 or _differ(tuple(file.packetsSha256 for file in files)))  # noqa: PLR2004 - one differs
        and (track.iscc is UNSET or iscc.is_valid(track.iscc))
    )


def _are_plain_holders(one: Form, found: list[str]) -> bool:
    """Add the codes that the parties get by whom rights are held, if all is plain."""
    rights: set[str] = set()
    named: set[str] = set()
    makers: set[str] = set()
    for entry in one.rightsholders:
        if entry.holder in named or not _is_plain_holder(one, entry):
            return False
        named.add(entry.holder)
        rights.update(entry.rights)
        if entry.mandate is not UNSET:
            makers.add(entry.mandate.id)
    absent = one.absentRights or ()
    found += repeated.held(rights, absent)
    makers |= named
    addresses.screen(makers, found)
    is_made = len(named) == 1 if one.by is UNSET else one.by.id in makers
    return is_made and _differ(absent)


def _is_plain_holder(one: Form, entry: Form) -> bool:
    """Tell whether a holder has plain addresses, one to ask at among them, and a fit mandate."""
    holder, mandate = entry.holder, entry.mandate
    if not (_is_address(holder) and _differ(entry.rights)):
        return False
    if mandate is not UNSET and not (_is_address(mandate.id) and _may_stand(entry)):
        return False
    if entry.contact is not UNSET:
        return _is_address(entry.contact)
    return one.askAt is not UNSET or holder.startswith(_OWN_ADDRESS)


def _may_stand(entry: Form) -> bool:
    """Tell whether a mandated party may stand for all rights of an entry (AF407)."""
    return _PERSONAL.isdisjoint(entry.rights) or entry.mandate.capacity not in _SOCIETIES


def _are_plain_others(one: Form, asked: list[str], found: list[str]) -> bool:
    """Add the other addresses in a document, and the codes that a witness gets, if plain."""
    if one.askAt is not UNSET and not _is_address(one.askAt):
        return False
    if one.witness is not UNSET:
        if not _is_address(one.witness.id):
            return False
        addresses.screen((one.witness.id,), found)
    if one.supersedes is not UNSET:
        asked += one.supersedes
        return one.id not in one.supersedes and _differ(one.supersedes)
    return True


@lru_cache(maxsize=2**14)
def _stated(permits: Words, requires_consent: Words, prohibits: Words) -> Words | None:
    """Return the codes that lists of uses get; None where a use stands twice in one."""
    lists = (permits, requires_consent, prohibits)
    return repeated.stated(lists) if all(map(_differ, lists)) else None


@lru_cache(maxsize=2**16)
def _is_address(text: str) -> bool:
    return _ADDRESSES.fullmatch(text) is not None and "\n" not in text


@lru_cache
def _is_language(tag: str) -> bool:
    return re.fullmatch(LANGUAGE, tag) is not None


def _differ(entries: Words) -> bool:
    """Tell whether no entry of a list stands in it twice."""
    return len(entries) < 2 or len(set(entries)) == len(entries)  # noqa: PLR2004 - one differs

"""Compare whose agreement is needed (reading rule 7)."""

from collections.abc import Iterator
from dataclasses import replace

from askfirst.comparison.change import Change, Kind
from askfirst.comparison.members import Found, entries, value
from askfirst.model.declarations import Declared
from askfirst.model.parts import Rightsholder
from askfirst.vocabulary import Right

__all__ = ["holder_changes"]

_NOWHERE: Found = (None, None)


def holder_changes(old: Declared, new: Declared) -> Iterator[Change]:
    """Yield who was added and dropped, right by right, and what differs for people.

    Who is dropped need not agree any more. Who is added has to agree, but where nobody was named
    nobody could. A mandate also lets somebody agree in the place of the holder.
    """
    for right in Right:
        before, after = _named(old, right), _named(new, right)
        added = Kind.NARROWED if before else Kind.WIDENED
        for change in entries("rightsholders", before, after, added=added, dropped=Kind.WIDENED):
            yield replace(change, right=right)
        mandates = _mandates(old, right), _mandates(new, right)
        for change in entries("rightsholders/mandate", *mandates):
            yield replace(change, right=right)
    yield from _told_otherwise(old, new)


def _entries(declared: Declared) -> Iterator[tuple[Rightsholder, str]]:
    """Yield each rightsholder entry with its pointer."""
    for n, entry in enumerate(declared.rightsholders):
        yield entry, f"{declared.rightsholders_at}/{n}"


def _named(declared: Declared, right: Right) -> dict[str, str]:
    """Return every holder and mandated party that is named for a right, each with its pointer."""
    parties: dict[str, str] = {}
    for entry, at in _entries(declared):
        if right in entry.rights:
            parties.setdefault(entry.holder, at)
            if entry.mandate:
                parties.setdefault(entry.mandate.id, f"{at}/mandate")
    return parties


def _mandates(declared: Declared, right: Right) -> dict[str, str]:
    """Return who stands beside whom for a right, each with its pointer."""
    return {
        f"{entry.mandate.id} for {entry.holder}": f"{at}/mandate"
        for entry, at in _entries(declared)
        if entry.mandate and right in entry.rights
    }


def _told_otherwise(old: Declared, new: Declared) -> Iterator[Change]:
    """Yield what differs in what people read about the parties that both documents name."""
    before, after = _told(old), _told(new)
    shared = {party for party, _ in before} & {party for party, _ in after}
    for key in sorted({*before, *after}):
        if key[0] in shared:
            was, said = before.get(key, _NOWHERE), after.get(key, _NOWHERE)
            yield from value(f"rightsholders/{key[1]}", was, said, Kind.CHANGED)


def _told(declared: Declared) -> dict[tuple[str, str], Found]:
    """Return by party and member what people read about a holder or mandated party."""
    told: dict[tuple[str, str], dict[str, str]] = {}
    for entry, at in _entries(declared):
        for key, text, place in _texts(entry, at):
            told.setdefault(key, {}).setdefault(text, place)
    return {
        key: (", ".join(sorted(texts)), next(iter(texts.values()))) for key, texts in told.items()
    }


def _texts(entry: Rightsholder, at: str) -> Iterator[tuple[tuple[str, str], str, str]]:
    yield (entry.holder, "name"), entry.name, f"{at}/name"
    if entry.contact:
        yield (entry.holder, "contact"), entry.contact, f"{at}/contact"
    if entry.mandate:
        party = entry.mandate.id
        yield (party, "mandate/name"), entry.mandate.name, f"{at}/mandate/name"
        yield (party, "mandate/capacity"), entry.mandate.capacity, f"{at}/mandate/capacity"

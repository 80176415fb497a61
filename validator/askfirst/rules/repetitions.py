"""Find entries that stand twice in a list, in whatever order they list what they hold (AF1)."""

from collections.abc import Hashable, Iterator

from askfirst.rules.anatomy import stating, tracks
from askfirst.rules.part import Part
from askfirst.rules.registry import Fault, rule
from askfirst.vocabulary import Configuration, DocumentType

__all__ = ["unordered"]


@rule("AF109", *DocumentType, Configuration.TRUST)
def entries_stand_once(document: Part) -> Iterator[Fault]:
    """A list MUST NOT hold the same entry twice."""
    lists = [part["rightsholders"] for part in stating(document)]
    lists += [track["files"] for track in tracks(document)]
    lists += [document[name] for name in ("holders", "mandates", "witnesses")]
    # the tracks of a Release are a sequence
    if document["type"].text == DocumentType.CONSENT:
        lists.append(document["tracks"])
    for entries in lists:
        seen: dict[Hashable, object] = {}
        for entry in entries:
            first = seen.setdefault(unordered(entry.value), entry.value)
            # the schema reports those that are equal as they stand
            if first is not entry.value and first != entry.value:
                message = "this entry stands here already, in another order"
                yield Fault(entry, message, "take one of the two out")


def unordered(value: object, *, ordered: bool = False) -> Hashable:
    """Return what is equal for two values that differ in the order of sets only."""
    if isinstance(value, dict):
        return frozenset(
            (name, unordered(below, ordered=name == "artists")) for name, below in value.items()
        )
    if isinstance(value, list):
        entries = map(unordered, value)
        return ("sequence", *entries) if ordered else ("set", frozenset(entries))
    return type(value), value

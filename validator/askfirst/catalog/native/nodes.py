"""Say what may stand at each place of a document, in the words of the native reader."""

from enum import IntEnum
from typing import NamedTuple

from askfirst.catalog.native.automata import Automaton

__all__ = ["ENDLESS", "MOST_MEMBERS", "NOTHING", "Kind", "Member", "Node", "Tables"]

#: Where a node or an automaton might be named and none is.
NOTHING = -1
#: No list, and no text of a limited length, has as many entries or bytes.
ENDLESS = 2**31 - 1
#: The bits of members; the last is that of a member that is not known, and is never there.
MOST_MEMBERS = 63


class Kind(IntEnum):
    """What stands at a place; the numbers are those of the native reader."""

    TEXT = 0
    WORD = 1
    LIST = 2
    OBJECT = 3
    EITHER = 4


class Member(NamedTuple):
    """A member of an object, or one of several words: its node, and whether it is handed out."""

    name: str
    node: int = NOTHING
    kept: bool = False


class Node(NamedTuple):
    """What may stand at a place; nodes below it have higher numbers, so that nothing is endless."""

    kind: Kind
    #: How many bytes a text has, or entries a list.
    least: int = 0
    most: int = ENDLESS
    automaton: int = NOTHING
    instant: bool = False
    #: The entries of a list, whether they differ, and the member that tells objects apart.
    entry: int = NOTHING
    unique: bool = False
    key: int = NOTHING
    members: tuple[Member, ...] = ()
    #: The members that have to be there, as bits, and those of which at least one has to be.
    required: int = 0
    one_of: tuple[int, ...] = ()
    #: The form of other names, and what they hold.
    names: int = NOTHING
    other: int = NOTHING
    #: What stands there as a text, as a list, and as an object.
    as_text: int = NOTHING
    as_list: int = NOTHING
    as_object: int = NOTHING


class Tables(NamedTuple):
    """The nodes of a schema, the first of which is that of a document, and their automata."""

    nodes: tuple[Node, ...]
    automata: tuple[Automaton, ...]

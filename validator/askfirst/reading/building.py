"""Build a tree from the events of any syntax, within limits (spec 4.1, 4.2)."""

from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from askfirst.reading.limits import MOST_FAULTS, Limits
from askfirst.reading.problems import Problem, Unreadable
from askfirst.reading.tree import Flaw, Mapping, Member, Node, Scalar, Sequence, escape

__all__ = ["Event", "Kind", "build", "text_event"]


class Kind(Enum):
    """What an event says; names of members come as scalars."""

    MAPPING = auto()
    SEQUENCE = auto()
    END = auto()
    SCALAR = auto()


class Event(NamedTuple):
    """A step through a text."""

    kind: Kind
    start: int
    end: int
    value: str | bool | None = None
    flaw: Flaw | None = None


def text_event(start: int, end: int, value: str) -> Event:
    """Return the event of a text; half a character (a lone surrogate) is replaced and a flaw."""
    whole = value if value.isascii() else value.encode(errors="backslashreplace").decode()
    if whole == value:
        return Event(Kind.SCALAR, start, end, value)
    flaw = Flaw("AF007", "this text holds half a character", "write the whole character")
    return Event(Kind.SCALAR, start, end, whole, flaw)


class _Open:
    """A container whose end has not come yet."""

    __slots__ = ("items", "kind", "members", "name", "pointer", "start")

    def __init__(self, kind: Kind, start: int, pointer: str) -> None:
        self.kind = kind
        self.start = start
        self.pointer = pointer
        self.items: list[Node] = []
        self.members: dict[str, Member] = {}
        self.name: Scalar | None = None

    @property
    def awaits_name(self) -> bool:
        return self.kind is Kind.MAPPING and self.name is None

    @property
    def here(self) -> str:
        """The pointer of the value that comes next."""
        token = str(len(self.items)) if self.name is None else escape(str(self.name.value))
        return f"{self.pointer}/{token}"

    def close(self, end: int) -> Node:
        if self.kind is Kind.SEQUENCE:
            return Sequence(tuple(self.items), self.start, end)
        return Mapping(self.members, self.start, end)


def build(events: Iterable[Event], limits: Limits, problems: list[Problem]) -> Node:
    """Return the tree of the events, adding to `problems` what does not stop the reading.

    Raises `Unreadable` beyond the limits.
    """
    return _Builder(limits, problems).run(events)


class _Builder:
    """The containers that are open, the innermost last."""

    def __init__(self, limits: Limits, problems: list[Problem]) -> None:
        self._limits = limits
        self._problems = problems
        self._open: list[_Open] = []
        self._values = 0

    def run(self, events: Iterable[Event]) -> Node:
        done: list[Node] = []
        for event in events:
            node = self._take(event)
            if node is not None and not self._open:
                done.append(node)
        if not done:
            advice = "`askfirst explain AF014` shows the smallest document"
            raise Unreadable(Problem("AF014", "", 0, 0, "there is nothing here", advice))
        return done[0]

    def _take(self, event: Event) -> Node | None:
        """Return the value that the event completes, if it completes one."""
        self._count(event)
        if event.kind in (Kind.MAPPING, Kind.SEQUENCE):
            self._descend(event)
            return None
        if event.kind is Kind.END:
            node = self._open.pop().close(event.end)
        else:
            node = Scalar(event.value, event.start, event.end, event.flaw)
            self._check_alias(node)
        if self._open:
            self._place(self._open[-1], node)
        return node

    def _check_alias(self, node: Scalar) -> None:
        """Report an alias also where it stands around a document: it repeats what it names."""
        if node.flaw and node.flaw.code == "AF008":
            pointer = self._open[-1].here if self._open else ""
            self._problems.append(Problem("AF008", pointer, node.start, node.end, *node.flaw[1:]))

    def _count(self, event: Event) -> None:
        if event.kind is Kind.END or (self._open and self._open[-1].awaits_name):
            return
        self._values += 1
        if self._values > self._limits.values:
            self._stop(event, f"there are more than {self._limits.values:,} values here")

    def _descend(self, event: Event) -> None:
        if len(self._open) == self._limits.depth:
            self._stop(event, f"this is nested more than {self._limits.depth} levels deep")
        pointer = self._open[-1].here if self._open else ""
        self._open.append(_Open(event.kind, event.start, pointer))

    def _stop(self, event: Event, message: str) -> None:
        pointer = self._open[-1].here if self._open else ""
        advice = "split the file, or take out what does not belong to the document"
        raise Unreadable(Problem("AF013", pointer, event.start, event.start + 1, message, advice))

    def _place(self, parent: _Open, node: Node) -> None:
        """Put a finished value where it belongs: an entry, the name of a member, or a member."""
        if parent.kind is Kind.SEQUENCE:
            parent.items.append(node)
        elif parent.name is None:
            parent.name = self._name(parent, node)
        else:
            self._add(parent, parent.name, node)
            parent.name = None

    def _name(self, parent: _Open, node: Node) -> Scalar:
        if isinstance(node, Scalar) and len(str(node.value)) > self._limits.name:
            event = Event(Kind.SCALAR, node.start, node.end)
            self._stop(event, f"this name is longer than {self._limits.name} characters")
        if isinstance(node, Scalar) and isinstance(node.value, str) and not node.flaw:
            return node
        flaw = Flaw("AF012", "the name of a member is not text", "write the name in quotes")
        if isinstance(node, Scalar) and node.flaw:
            flaw = node.flaw
        self._problems.append(
            Problem(flaw.code, parent.pointer, node.start, node.end, flaw.message, flaw.help)
        )
        return Scalar(str(getattr(node, "value", "")), node.start, node.end)

    def _add(self, parent: _Open, name: Scalar, node: Node) -> None:
        text = str(name.value)
        if text not in parent.members:
            parent.members[text] = Member(text, name.start, name.end, node)
            return
        if len(self._problems) >= MOST_FAULTS:
            return
        message = f"the member `{text}` stands twice in this object"
        advice = "keep one of them: programs disagree which one counts"
        self._problems.append(Problem("AF004", parent.here, name.start, name.end, message, advice))

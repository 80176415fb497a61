"""Hold a text as a tree that remembers where everything stands (spec 4.2)."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

__all__ = [
    "Flaw",
    "Mapping",
    "Member",
    "Node",
    "Scalar",
    "Sequence",
    "escape",
    "locate",
    "plain",
    "walk",
]


class Flaw(NamedTuple):
    """Why a document may not hold a scalar that somebody else's object may."""

    code: str
    message: str
    help: str


class Scalar(NamedTuple):
    """A text, a truth value or null; a number is the text it was written as, with a flaw."""

    value: str | bool | None
    start: int
    end: int
    flaw: Flaw | None = None


class Sequence(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    start: int
    end: int


class Member(NamedTuple):
    """A member of an object: its name, where the name stands, and its value."""

    name: str
    start: int
    end: int
    value: "Node"


class Mapping(NamedTuple):
    """An object; of members with one name only the first is kept."""

    members: dict[str, Member]
    start: int
    end: int


Node: TypeAlias = Scalar | Sequence | Mapping


def escape(name: str) -> str:
    """Return a member name as a token of a JSON Pointer (RFC 6901, section 3)."""
    return name.replace("~", "~0").replace("/", "~1")


def walk(node: Node, pointer: str = "") -> Iterator[tuple[str, Node]]:
    """Yield a value and all values in it with their pointers, in the order of the text."""
    todo = [("", pointer, node)]
    while todo:
        # a pointer is written when its turn comes: parts that wait share that of the whole
        whole, token, node = todo.pop()
        at = whole + token
        yield at, node
        if isinstance(node, Sequence):
            parts = [(at, f"/{n}", item) for n, item in enumerate(node.items)]
        elif isinstance(node, Mapping):
            parts = [(at, f"/{escape(m.name)}", m.value) for m in node.members.values()]
        else:
            continue
        todo += reversed(parts)


def locate(root: Node, pointer: str) -> tuple[Member | None, Node] | None:
    """Return the value a JSON Pointer leads to, with its member if it is one; None if nowhere."""
    if pointer and not pointer.startswith("/"):
        return None
    member, node = None, root
    for token in pointer.split("/")[1:]:
        if isinstance(node, Mapping):
            member = node.members.get(token.replace("~1", "/").replace("~0", "~"))
            if member is None:
                return None
            node = member.value
        elif isinstance(node, Sequence) and _is_index(token, len(node.items)):
            member, node = None, node.items[int(token)]
        else:
            return None
    return member, node


def _is_index(token: str, length: int) -> bool:
    """Tell whether a token names an entry of a list so long (RFC 6901, section 4)."""
    return (
        token.isdecimal()
        and token.isascii()
        and int(token[:9]) < length
        and token == str(int(token[:9]))
    )


def plain(node: Node) -> object:
    """Return the value alone: dict, list, str, bool or None."""
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {member.name: plain(member.value) for member in node.members.values()}
    return node.value

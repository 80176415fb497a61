"""Insert, replace or delete one part of a text, at a JSON Pointer (RFC 6901)."""

from collections.abc import Iterator
from typing import Any

from askfirst.editing.changing import changes
from askfirst.editing.edits import Edit, EditFailed
from askfirst.editing.manuscript import Manuscript
from askfirst.errors import NoSuchPart
from askfirst.reading import locate, plain

__all__ = ["deleted", "inserted", "replaced"]


def inserted(
    page: Manuscript,
    pointer: str,
    held: Any,  # noqa: ANN401 - as JSON is
    *,
    behind: str | None = None,
    note: str = "",
) -> list[Edit]:
    """Return the edits that insert a member or an entry at a JSON Pointer.

    A member comes behind the member that is named, else last; an entry comes before the one that
    stands there, and last where the pointer ends with `/-`. Raises `NoSuchPart` where there is
    nothing to insert into, and `EditFailed` where a member of the name stands already.
    """
    whole, parent, token = _opened(page, pointer)
    if isinstance(parent, dict):
        if token in parent:
            raise EditFailed(f"{pointer} stands there already")
        members = [*_with(parent, token, held, behind)]
        parent.clear()
        parent.update(members)
    else:
        parent.insert(_place(parent, token, pointer), held)
    return changes(page, whole, {token: note})


def replaced(page: Manuscript, pointer: str, held: Any) -> list[Edit]:  # noqa: ANN401 - as above
    """Return the edits that put a value in the place of one. Raises `NoSuchPart`."""
    if not pointer:
        return changes(page, held)
    whole, parent, token = _opened(page, pointer)
    _found(page, pointer)
    parent[token if isinstance(parent, dict) else int(token)] = held
    return changes(page, whole)


def deleted(page: Manuscript, pointer: str) -> list[Edit]:
    """Return the edits that delete a member or an entry, with its comment. Raises `NoSuchPart`."""
    whole, parent, token = _opened(page, pointer)
    _found(page, pointer)
    del parent[token if isinstance(parent, dict) else int(token)]
    return changes(page, whole)


def _opened(page: Manuscript, pointer: str) -> tuple[Any, Any, str]:
    """Return the value of a text, what in it holds a part, and the name or the index of the part.

    Raises `NoSuchPart` where nothing can hold it.
    """
    above, slash, token = pointer.rpartition("/")
    _found(page, above)
    whole: Any = plain(page.root)
    holder = whole
    for name in map(_unescaped, above.split("/")[1:]):
        holder = holder[int(name) if isinstance(holder, list) else name]
    if not slash or not isinstance(holder, dict | list):
        raise NoSuchPart(f"nothing can stand at {pointer or 'the top'}")
    return whole, holder, _unescaped(token)


def _found(page: Manuscript, pointer: str) -> None:
    if locate(page.root, pointer) is None:
        raise NoSuchPart(f"nothing stands at {pointer}")


def _unescaped(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")


def _with(
    members: dict[str, Any],
    name: str,
    held: Any,  # noqa: ANN401 - as above
    behind: str | None,
) -> Iterator[tuple[str, Any]]:
    """Yield the members of an object and a new one behind one of them, else last."""
    for one, value in members.items():
        yield one, value
        if one == behind:
            yield name, held
    if behind not in members:
        yield name, held


def _place(entries: list[Any], token: str, pointer: str) -> int:
    if token == "-":  # noqa: S105 - RFC 6901, section 4
        return len(entries)
    if not token.isdecimal() or not token.isascii() or int(token[:9]) > len(entries):
        raise NoSuchPart(f"nothing can stand at {pointer}")
    return int(token)

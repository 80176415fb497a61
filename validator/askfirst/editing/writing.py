"""Write a document as YAML that every program reads alike (spec 4.2.3)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, NamedTuple

from askfirst.editing.scalars import kept, scalar

__all__ = ["WIDTH", "BlockStyle", "block", "flow", "member", "value", "yaml_text"]

_NO_NOTES: Mapping[str, str] = {}
#: A list of texts takes one line if it is shorter.
WIDTH = 100


class BlockStyle(NamedTuple):
    """How far members and entries are indented below a name, and whether texts may have lines."""

    members: str = "  "
    entries: str = "  "
    literals: bool = True


_OURS = BlockStyle()


def yaml_text(document: Mapping[str, Any], notes: Mapping[str, str], heading: str = "") -> str:
    """Return a document as YAML in blocks, each member with a note where there is one.

    `heading` and `notes` are our own words; they end up in comments. A note on a member inside
    another one has both names, as in `track.isrc`; in a list it stands at the first entry.
    """
    above = "".join(f"# {line}\n" for line in heading.splitlines())
    return above + "".join(f"{line}\n" for line in _object(document, notes, _OURS))


def block(
    collection: Mapping[str, Any] | Sequence[Any],
    style: BlockStyle,
    notes: Mapping[str, str] = _NO_NOTES,
) -> list[str]:
    """Return the lines of an object or a list that is not empty, in blocks."""
    if isinstance(collection, Mapping):
        return [*_object(collection, notes, style)]
    told = (notes, *repeat(_NO_NOTES, len(collection) - 1))
    entries = zip(collection, told, strict=True)
    return [line for entry, inner in entries for line in _entry(entry, style, inner)]


def member(
    name: str,
    held: object,
    note: str,
    style: BlockStyle,
    notes: Mapping[str, str] = _NO_NOTES,
) -> Iterator[str]:
    """Yield the lines of a member in blocks, with a note behind the first unless it is empty."""
    first, *rest = value(held, style, notes)
    yield f"{scalar(name, flow=True)}:{first}{f'  # {note}' if note else ''}"
    yield from rest


def value(held: object, style: BlockStyle, notes: Mapping[str, str] = _NO_NOTES) -> Iterator[str]:
    """Yield what stands behind the colon, and the lines below it, indented from the name on."""
    if isinstance(held, str):
        yield from _text(held, style)
    elif isinstance(held, Mapping | Sequence) and _is_block(held):
        yield ""
        indent = style.members if isinstance(held, Mapping) else style.entries
        yield from _indented(block(held, style, notes), indent)
    else:
        yield f" {flow(held)}"


def flow(held: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """Return any value on one line."""
    if isinstance(held, Mapping):
        members = (f"{scalar(name, flow=True)}: {flow(one)}" for name, one in held.items())
        return f"{{{', '.join(members)}}}"
    if isinstance(held, Sequence) and not isinstance(held, str):
        return f"[{', '.join(map(flow, held))}]"
    return scalar(held, flow=True)


def _is_block(held: Mapping[str, Any] | Sequence[Any]) -> bool:
    """Tell whether an object or a list takes lines: not where it is empty, or texts on one line."""
    if isinstance(held, Mapping):
        return bool(held)
    return not all(isinstance(one, str) for one in held) or len(flow(held)) >= WIDTH


def _object(
    members: Mapping[str, Any], notes: Mapping[str, str], style: BlockStyle
) -> Iterator[str]:
    for name, held in members.items():
        inner = {
            path.removeprefix(f"{name}."): note
            for path, note in notes.items()
            if path.startswith(f"{name}.")
        }
        yield from member(name, held, notes.get(name, ""), style, inner)


def _entry(entry: object, style: BlockStyle, notes: Mapping[str, str]) -> Iterator[str]:
    """Yield an entry of a list in blocks."""
    if isinstance(entry, str):
        lines = [scalar(entry)]
    elif isinstance(entry, Mapping | Sequence) and _is_block(entry):
        lines = block(entry, style, notes)
    else:
        lines = [flow(entry)]
    yield f"- {lines[0]}"
    yield from _indented(lines[1:], "  ")


def _text(text: str, style: BlockStyle) -> Iterator[str]:
    """Yield a text: as a literal block where it has several lines that such a block keeps."""
    lines = text.split("\n")
    if (
        style.literals
        and len(lines) > 1
        and text[0] not in " \n"
        and lines[-1]
        and all(map(kept, lines))
    ):
        yield " |-"
        yield from _indented(lines, style.members)
    else:
        yield f" {scalar(text)}"


def _indented(lines: Iterable[str], indent: str) -> Iterator[str]:
    return (f"{indent}{line}" if line else "" for line in lines)

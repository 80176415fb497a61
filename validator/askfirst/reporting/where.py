"""Show what to paste where, each text alone on its lines so that it is easy to copy."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from askfirst.deed.where import Block
from askfirst.reporting.visible import visible

__all__ = ["where_brief", "where_text"]

_WIDTH = 78


def where_text(blocks: Iterable[Block]) -> str:
    """Return each block: the field, what is known of it, and between empty lines what to paste."""
    return "\n".join("\n".join(_lines(block)) for block in blocks)


def where_brief(blocks: Iterable[Block]) -> str:
    """Return each text once, below the fields that it goes into."""
    fields: dict[str, list[str]] = {}
    for block in blocks:
        fields.setdefault(block.text, []).append(_field(block))
    return "\n".join("\n".join([*named, "", visible(text), ""]) for text, named in fields.items())


def _field(block: Block) -> str:
    """Return the name of a field, and its limit as far as it is known."""
    limit = f" ({block.length:,} of {block.limit:,} {block.counted})" if block.limit else ""
    return f"{block.platform}: {block.field}{limit}"


def _filled(text: str, indent: str = "") -> str:
    return fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)


def _lines(block: Block) -> Iterator[str]:
    yield f"{block.platform}: {block.field}"
    if block.note:
        yield _filled(block.note, "  ")
    yield from (f"  {line}" for line in _known(block))
    yield from ("", visible(block.text), "")


def _known(block: Block) -> Iterator[str]:
    """Yield what is known of a field: its limit, and where and when that was read."""
    if block.limit is not None:
        yield f"{block.length:,} of at most {block.limit:,} {block.counted}"
    elif block.source:
        yield "no limit found"
    if block.source:
        yield f"read {block.read}: {block.source}"

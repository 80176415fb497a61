"""Show what was put into a store."""

from collections.abc import Iterator

from askfirst.catalog.storing import Stored
from askfirst.reporting.visible import visible
from askfirst.vocabulary import DocumentType

__all__ = ["text"]

#: The types that bear on tracks: of these, what does not conform still restricts.
_RESTRICTING = (
    *(DocumentType.DECLARATION, DocumentType.RELEASE, DocumentType.WITHDRAWAL),
    None,
)


def text(stored: Stored, path: str) -> str:
    """Return the documents by type, what does not conform, and the digest of the content."""
    return "".join(f"{line}\n" for line in _lines(stored, path))


def _lines(stored: Stored, path: str) -> Iterator[str]:
    types = [f"{stored.types[kind]:,} {kind}" for kind in sorted(stored.types)]
    yield f"Documents by type: {', '.join(types) or 'none conforms'}."
    restricting = sum(stored.broken.get(kind, 0) for kind in _RESTRICTING)
    others = sum(stored.broken.values()) - restricting
    if restricting:
        yield f"Do not conform, and restrict all the same: {restricting:,}."
    if others:
        yield f"Do not conform, and count for nothing: {others:,}."
    if stored.everywhere:
        yield (
            f"Of these, {stored.everywhere:,} bear on every track, because nobody can read on "
            "which: mend them, or nothing is permitted."
        )
    if stored.duplicates:
        yield f"There more than once, and counted once: {stored.duplicates:,}."
    yield f"Digest of the content: {stored.content_digest}"
    yield f"Written: {visible(path)}"

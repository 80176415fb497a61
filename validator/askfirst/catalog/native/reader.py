"""Read documents with the native reader, where it was built.

It takes what the published schema takes, or less, and hands out what the rules read; names that
stand twice, depth, and texts that are no Unicode it refuses as JSON. What it does not take may be
right all the same. With `ASKFIRST_PURE=1` in the environment it is not used.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from askfirst.catalog.native.patterns import NotKnown
from askfirst.catalog.native.tables import tables
from askfirst.schema import bundle
from askfirst.vocabulary import DocumentType

if TYPE_CHECKING:
    from askfirst.catalog.native._reader import Form

__all__ = ["Reader", "readers"]

#: The types that are read, the most frequent first.
_KINDS = (
    DocumentType.DECLARATION,
    DocumentType.RELEASE,
    DocumentType.CONSENT,
    DocumentType.WITHDRAWAL,
)
_PURE = "ASKFIRST_PURE"


class Reader(NamedTuple):
    """How documents of a type are read: bytes that stand in each of them, and what takes them.

    It returns the members that rules read of a document that stands alone, or None for what it
    does not surely take.
    """

    marker: bytes
    kind: str
    take: Callable[[bytes], dict[str, Any] | None]


@cache
def readers() -> tuple[Reader, ...]:
    """Return how documents are read; nothing where there is no native reader, or it is not used."""
    form = None if os.environ.get(_PURE) else _form()
    if form is None:
        return ()
    found = []
    for kind in _KINDS:
        with suppress(NotKnown):
            take = form(*tables(bundle(kind.lower()))).read
            found.append(Reader(f'"{kind}"'.encode(), str(kind), take))
    return tuple(found)


def _form() -> "type[Form] | None":
    try:
        from askfirst.catalog.native._reader import Form  # noqa: PLC0415 - where it was built
    except ImportError:
        return None
    return Form

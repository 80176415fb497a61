"""Say what is asked about every row, so that each process can open it for itself."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from askfirst.catalog.answers import Auditor
from askfirst.catalog.store import NotAStore, Store
from askfirst.checking import read, read_trust

if TYPE_CHECKING:
    from askfirst.model.documents import Request

__all__ = ["Asking", "auditor", "released"]


class Asking(NamedTuple):
    """The question, as the canonical bytes of its documents, and the store it is answered from.

    `content` is the digest of what the store holds.
    """

    store: str
    content: str
    request: bytes
    at: str
    assurance: str
    trust: bytes | None


def auditor(asking: Asking) -> Auditor:
    """Return what answers in this process, the same for the same question.

    Raises `NotAStore` where the store is no longer what it was.
    """
    return _opened(asking)[0]


def released() -> None:
    """Close what this process holds open."""
    if _opened.cache_info().currsize:
        _last[0].close()
    _opened.cache_clear()
    _last.clear()


_last: list[Store] = []


@lru_cache(maxsize=1)
def _opened(asking: Asking) -> tuple[Auditor, Store]:
    for before in _last:
        before.close()
    store = Store(asking.store, verified=True)  # it was, before there was any worker
    _last[:] = [store]
    if store.content_digest != asking.content:
        raise NotAStore(f"{asking.store} changed while it was read; start again")
    # both were checked before they were asked
    request = cast("Request", read(asking.request))
    trust = read_trust(asking.trust) if asking.trust else None
    how = {"at": asking.at, "assurance": asking.assurance}
    return Auditor(store, request, trust=trust, **how), store

"""Tell the addresses of parties that no rule has anything to say about (AF204, AF205, AF209)."""

from collections.abc import Iterable
from functools import lru_cache

from askfirst.catalog.suspicion import repeated
from askfirst.identifiers import party

__all__ = ["CODES", "is_plain", "screen"]

CODES = ("AF204", "AF205", "AF209")


def screen(addresses: Iterable[str], found: list[str]) -> None:
    """Add the codes that addresses get."""
    for address in addresses:
        if not is_plain(address):
            found += repeated.spelt(address)


@lru_cache(maxsize=2**16)
def is_plain(address: str) -> bool:
    """Tell whether an address is no number of a registry."""
    folded = address.lower()
    return "isni.org" not in folded and not folded.startswith(party.IPI)

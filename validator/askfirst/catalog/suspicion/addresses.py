"""Tell the addresses of parties that no rule has anything to say about (AF204, AF205, AF209)."""

from collections.abc import Iterable

from askfirst.catalog.suspicion import repeated
from askfirst.identifiers import party
from askfirst.identifiers.remembering import remembered

__all__ = ["CODES", "is_plain", "screen"]

CODES = ("AF204", "AF205", "AF209")


def screen(addresses: Iterable[str], found: list[str]) -> None:
    """Add the codes that addresses get."""
    for address in addresses:
        if not is_plain(address):
            found += repeated.spelt(address)


@remembered
def is_plain(address: str) -> bool:
    """Tell whether an address is no number of a registry."""
    folded = address.lower()
    return "isni.org" not in folded and not folded.startswith(party.IPI)

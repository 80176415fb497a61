"""Compare the addresses of parties (reading rule 10; RFC 3987, ISO 27729, IPI)."""

from askfirst.identifiers import ipi, iri, isni
from askfirst.identifiers.remembering import remembered

__all__ = ["IPI", "ISNI", "identified", "isni_in", "normal"]

ISNI = "https://isni.org/isni/"
IPI = "ipi:"
_ISNI_FORMS = tuple(
    f"{scheme}://{host}/isni/"
    for scheme in ("https", "http")
    for host in ("isni.org", "www.isni.org")
)


@remembered
def normal(address: str) -> str:
    """Return the form of an address in which two of them are one party.

    >>> normal("HTTP://www.ISNI.org/isni/000000012281955x")
    'https://isni.org/isni/000000012281955X'
    """
    return iri.normal(identified(address))


@remembered
def identified(address: str) -> str:
    """Return the normal form of an address that is an ISNI or an IPI name number; others as is."""
    number = isni_in(address)
    if number is not None and isni.is_valid(number):
        return ISNI + isni.compact(number)
    if address.lower().startswith(IPI) and ipi.is_valid(address[len(IPI) :]):
        return IPI + ipi.compact(address[len(IPI) :])
    return address


@remembered
def isni_in(address: str) -> str | None:
    """Return what stands for the ISNI in an address of its registry; None in any other."""
    known = iri.normal(address)
    form = next((form for form in _ISNI_FORMS if known.startswith(form)), None)
    return known.removeprefix(form) if form else None

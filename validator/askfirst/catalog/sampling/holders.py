"""Make up the people and firms that hold rights in a sample, few large and many small ones."""

from functools import lru_cache
from typing import Any, NamedTuple

from askfirst.catalog.sampling.draws import Draws
from askfirst.catalog.sampling.words import FIRMS, TONGUES, Tongue
from askfirst.identifiers import ipi, isni

__all__ = ["Holder", "holder", "well_known"]

_SYLLABLES = ("ka", "lo", "mi", "ter", "su", "na", "vel", "ro", "di", "fo", "ha", "lin", "be")
#: How many of each there are, as a power of two.
_BITS = {
    "artist": 20,
    "writer": 18,
    "label": 14,
    "publisher": 13,
    "distributor": 8,
    "society": 5,
    "platform": 4,
}
#: So many publishers are known by an IPI name number.
_WITH_IPI = 500


class Holder(NamedTuple):
    """Somebody with an address, a name, a site, and an address to ask."""

    id: str
    name: str
    site: str
    contact: str

    @property
    def party(self) -> dict[str, Any]:
        """The holder as a party of a document."""
        return {"id": self.id, "name": self.name}


def well_known(draws: Draws, seed: int, role: str, tongue: Tongue | None = None) -> Holder:
    """Draw somebody of a role; who is large is drawn often."""
    number = draws.skewed(_BITS[role])
    # people have names of where they are from: one in so many of a role
    home = TONGUES[number % len(TONGUES)] if tongue is None else tongue
    return holder(seed, role, number, TONGUES.index(home))


@lru_cache(maxsize=8192)
def holder(seed: int, role: str, number: int, home: int) -> Holder:
    """Make up who has a number within a role."""
    draws = Draws(seed, f"{role}:{home}", number)
    tongue = TONGUES[home]
    person = f"{draws.one(tongue.given)}{tongue.space}{draws.one(tongue.family)}"
    name = _firm(draws, role, tongue) if role in FIRMS else person
    site = f"https://{_spoken(number * len(TONGUES) + home)}-{role}.example.org/"
    address = _address(draws, role, number, site)
    asked = f"mailto:rights@{site[8:-1]}" if draws.below(2) else f"{site}licensing"
    return Holder(address, name, site, asked)


def _firm(draws: Draws, role: str, tongue: Tongue) -> str:
    called = draws.one((draws.one(tongue.family), draws.one(tongue.titles)))
    return f"{called} {draws.one(FIRMS[role])}"


def _spoken(number: int) -> str:
    """Write a number in syllables, for a host that looks like one."""
    text = ""
    while number or not text:
        number, digit = divmod(number, len(_SYLLABLES))
        text += _SYLLABLES[digit]
    return text


def _address(draws: Draws, role: str, number: int, site: str) -> str:
    if role == "publisher" and number < _WITH_IPI and draws.often("holders", "ipi"):
        digits = f"{draws.below(10**9):09}"
        return next(f"ipi:{code}" for n in range(100) if ipi.is_valid(code := f"{digits}{n:02}"))
    if draws.often("holders", "isni"):
        digits = f"{draws.below(10**12):015}"
        known = (f"{digits}{last}" for last in "0123456789X")
        return f"https://isni.org/isni/{next(code for code in known if isni.is_valid(code))}"
    if role not in FIRMS and draws.often("holders", "urn:uuid"):
        return f"urn:uuid:{draws.uuid()}"
    return site

"""Group the numbers of a sample into deliveries: what one label or artist delivers at a time.

Whatever refers to another document of the sample refers to one of the same delivery, so each can
be made alone.
"""

from functools import lru_cache
from typing import NamedTuple

from askfirst.catalog.sampling.draws import Draws
from askfirst.catalog.sampling.frequencies import SHARES
from askfirst.catalog.sampling.holders import Holder, well_known
from askfirst.catalog.sampling.words import TONGUES, Tongue

__all__ = ["CONSENTS", "SIZE", "Begun", "Delivery", "Share", "begun", "delivery"]

#: How many documents a delivery has, and how many Consents there are for it.
SIZE, CONSENTS = 16, 4
#: The first of a delivery are the ones that later ones refer to.
_FIRST = 4
_WITH_OWN_TRACK = frozenset({"Declaration", "Release", "other recording"})


class Share(NamedTuple):
    """A holder, the rights held, and who is mandated."""

    holder: Holder
    rights: tuple[str, ...]
    mandate: Holder | None = None

    @property
    def speaker(self) -> Holder:
        """Who has to consent: the mandated party, where there is one."""
        return self.mandate or self.holder


class Delivery(NamedTuple):
    """The language, the artist and the holders of some tracks; whether all of them consent."""

    number: int
    tongue: Tongue
    artist: Holder
    maker: Holder
    shares: tuple[Share, ...]
    platform: Holder
    agreed: bool


class Begun(NamedTuple):
    """What a document is before anything else of it is drawn; `about` is whose track it has."""

    number: int
    id: str
    kind: str
    about: int
    draws: Draws

    @property
    def own_track(self) -> bool:
        """Whether it declares a track that no earlier document has."""
        return self.kind in _WITH_OWN_TRACK


@lru_cache(maxsize=16384)
def delivery(seed: int, number: int) -> Delivery:
    """Make up a delivery."""
    draws = Draws(seed, "delivery", number)
    tongue = draws.one(TONGUES)
    artist = well_known(draws, seed, "artist", tongue)
    label = well_known(draws, seed, "label") if draws.often("holders", "label") else None
    shares = _shares(draws, seed, artist, label)
    platform = well_known(draws, seed, "platform")
    agreed = draws.often("consent", "all agree")
    return Delivery(number, tongue, artist, label or artist, shares, platform, agreed)


def _shares(draws: Draws, seed: int, artist: Holder, label: Holder | None) -> tuple[Share, ...]:
    """Share the rights of the tracks among the holders."""
    own, shares = ["performance", "voice", "likeness"], list[Share]()
    if label is None:
        own.insert(0, "recording")
    else:
        shares.append(Share(label, ("recording",)))
    if draws.often("holders", "publisher"):
        mandate = draws.often("holders", "mandate")
        society = well_known(draws, seed, "society") if mandate else None
        publisher = well_known(draws, seed, "publisher")
        shares.append(Share(publisher, ("composition", "lyrics"), society))
    else:
        own[:0] = ["composition", "lyrics"]
    if draws.often("holders", "writer"):
        shares.append(Share(well_known(draws, seed, "writer"), ("lyrics",)))
    return (Share(artist, tuple(own)), *shares)


def begun(seed: int, number: int) -> Begun:
    """Begin a document: draw its id, what kind it is, and which of its delivery it is about."""
    draws = Draws(seed, "declaration", number)
    name, drawn = f"urn:uuid:{draws.uuid()}", draws.below(10_000) / 10_000
    place = number % SIZE
    about = number - place + draws.below(_FIRST)
    if place >= _FIRST:
        for kind, share in SHARES["kind"].items():
            # the first of a delivery have none of these, so the others have more
            drawn -= share * SIZE / (SIZE - _FIRST)
            if drawn < 0:
                return Begun(number, name, kind, about, draws)
    return Begun(number, name, "Declaration", number, draws)

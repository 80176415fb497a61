"""Generate small worlds: a Request, documents that meet in few tracks and parties, an instant."""

from random import Random

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.property.naive.tables import Object
from tests.property.worlds_alphabet import INSTANTS, NOW, World, chance, some, until
from tests.property.worlds_changes import changed, damaged
from tests.property.worlds_consents import asked_leaves, consent, request
from tests.property.worlds_documents import Holding, declaration, holding, release

__all__ = ["World", "valid_world", "world", "worlds"]

KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
#: A proof that has the right form, and that no key made.
PROOF = {
    "type": "DataIntegrityProof",
    "cryptosuite": "eddsa-jcs-2022",
    "created": NOW,
    "verificationMethod": f"did:key:{KEY}#{KEY}",
    "proofPurpose": "assertionMethod",
    "proofValue": f"z{88 * '2'}",
}


def world(random: Random) -> World:
    """Return a world in which, now and then, a document is invalid."""
    found = valid_world(random)
    return damaged(random, found) if chance(random, 18) else found


def valid_world(random: Random) -> World:
    """Return a world of documents that conform: a story in which all fits, and some changes."""
    at = NOW if chance(random, 70) else random.choice(INSTANTS)
    asked = request(random)
    absent = some(random, ["composition", "lyrics"], 1, 1) if chance(random, 20) else []
    shares = holding(random, absent)
    said = _said(random, shares, asked, at)
    documents = [*said, *_agreed(random, said, asked, at)]
    assurance = "trusted" if chance(random, 8) else "unsigned"
    count = random.choices(range(7), [20, 20, 20, 15, 10, 10, 5])[0]
    found = changed(random, World(asked, documents, at, assurance), count)
    signed = [{**one, "proof": PROOF} if chance(random, 2) else one for one in found.documents]
    return found._replace(documents=random.sample(signed, len(signed)))


def _said(random: Random, shares: Holding, asked: Object, at: str) -> list[Object]:
    """Return what the holders say: one of them for all, or each of them."""
    opened = asked_leaves(asked) if chance(random, 40) else []
    if chance(random, 20):
        songs = [0, *some(random, range(3), 0, 1)]
        issued = until(random, at)
        return [release(random, shares, songs=songs, issued=issued, opened=opened)]
    makers = range(len(shares)) if opened and chance(random, 75) else [0]
    return [
        declaration(random, shares, song=0, issued=until(random, at), opened=opened, maker=maker)
        for maker in makers
    ]


def _agreed(random: Random, said: list[Object], asked: Object, at: str) -> list[Object]:
    """Return the Consents of all parties that are named, or of some of them."""
    entries = [one for document in said for part in _parts(document) for one in part]
    named = [one["holder"] for one in entries]
    named += [one["mandate"]["id"] for one in entries if "mandate" in one]
    parties = sorted(set(named))
    agreeing = parties if chance(random, 60) else some(random, parties, 0)
    return [consent(random, (one,), asked, at) for one in agreeing]


def _parts(document: Object) -> list[list[Object]]:
    tracks = document.get("tracks", [])
    return [part["rightsholders"] for part in (document, *tracks) if "rightsholders" in part]


@st.composite
def worlds(draw: DrawFn) -> World:
    """Return worlds for hypothesis, which can leave out documents to find a smaller one."""
    found = world(Random(draw(st.integers(0, 2**32))))  # noqa: S311 - it guards nothing
    kept = [one for one in found.documents if draw(st.integers(0, 9))]
    return found._replace(documents=kept)

"""Generate small worlds: a Request, documents that meet in few tracks and parties, an instant."""

from random import Random

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.property.naive.tables import Object
from tests.property.worlds_alphabet import (
    INSTANTS,
    LABS,
    NOW,
    World,
    chance,
    party,
    some,
    until,
)
from tests.property.worlds_changes import bridged, changed, damaged, superseded
from tests.property.worlds_consents import asked_leaves, consent, request
from tests.property.worlds_documents import Holding, declaration, holding, release
from tests.property.worlds_signed import PLATFORM, signed
from tests.property.worlds_trust import aliased, trust_file, with_aside

__all__ = [
    "World",
    "any_worlds",
    "trusting_world",
    "trusting_worlds",
    "valid_world",
    "world",
    "worlds",
]

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
    count = random.choices(range(7), [20, 20, 20, 15, 10, 10, 5])[0]
    found = changed(random, _story(random), count)
    several = [{**one, "proof": PROOF} if chance(random, 2) else one for one in found.documents]
    return found._replace(documents=random.sample(several, len(several)))


def _story(random: Random) -> World:
    """Return a world in which all fits."""
    at = NOW if chance(random, 70) else random.choice(INSTANTS)
    asked = request(random)
    absent = some(random, ["composition", "lyrics"], 1, 1) if chance(random, 20) else []
    said = _said(random, holding(random, absent), asked, at)
    assurance = "trusted" if chance(random, 8) else "unsigned"
    return World(asked, [*said, *_agreed(random, said, asked, at)], at, assurance)


def trusting_world(random: Random) -> World:
    """Return a world with a trust file, in which most documents are signed."""
    count = random.choices(range(5), [35, 25, 20, 12, 8])[0]
    found = changed(random, _story(random), count)
    for change, percent in ((bridged, 18), (superseded, 25), (aliased, 20)):
        found = change(random, found) if chance(random, percent) else found
    documents = [signed(random, _witnessed(random, one), found.at) for one in found.documents]
    found = found._replace(
        documents=random.sample(documents, len(documents)),
        assurance="trusted" if chance(random, 85) else "unsigned",
        trust=trust_file(random, found.at),
    )
    found = damaged(random, found) if chance(random, 8) else found
    return with_aside(random, found) if chance(random, 20) else found


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


def _witnessed(random: Random, document: Object) -> Object:
    """Let some documents be made before a platform, or before who asks."""
    named = "witness" in document or document["type"] not in ("Consent", "Declaration", "Release")
    if named or not chance(random, 30):
        return document
    return {**document, "witness": party(random, random.choice([PLATFORM, LABS[0]]), named=True)}


@st.composite
def worlds(draw: DrawFn) -> World:
    """Return worlds for hypothesis, which can leave out documents to find a smaller one."""
    found = world(Random(draw(st.integers(0, 2**32))))  # noqa: S311 - it guards nothing
    kept = [one for one in found.documents if draw(st.integers(0, 9))]
    return found._replace(documents=kept)


@st.composite
def trusting_worlds(draw: DrawFn) -> World:
    """Return worlds with a trust file, of which entries can be left out too."""
    found = trusting_world(Random(draw(st.integers(0, 2**32))))  # noqa: S311 - it guards nothing
    kept = [one for one in found.documents if draw(st.integers(0, 19))]
    trust = {
        name: [one for one in entries if draw(st.integers(0, 19))]
        if isinstance(entries, list)
        else entries
        for name, entries in (found.trust or {}).items()
    }
    return found._replace(documents=kept, trust=trust)


def any_worlds() -> SearchStrategy[World]:
    """Return worlds with a trust file and without one."""
    return worlds() | trusting_worlds()

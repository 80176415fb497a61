"""Somebody takes the song for hers, or names herself beside its holder."""

from tests.acceptance.attacking import (
    EVE,
    HASH,
    HERS,
    ISRC,
    ISWC,
    OURS,
    URL,
    VOICE,
    Attack,
    agreed,
    by,
    declared,
    withdrawn,
)
from tests.property.naive.tables import Object
from tests.property.worlds_by_hand import ALL, LABEL, MARA, held

__all__ = ["ATTACKS"]

OTHER = "consent-required"
FILE: Object = {"files": [{"packetsSha256": HASH}]}
COVER = {"isrc": "GBCVR2600001", "iswc": ISWC}
CONSENT = by("mara", agreed())
#: An address with a Cyrillic letter where Mara's has a Latin one.
LOOKALIKE = "https://m\u0430ra.example.org/"
PROHIBITS = declared(EVE, prohibits=["training"], requiresConsent=[])
FURTHER, ENDED = declared(EVE), withdrawn(MARA, CONSENT)
ESTATE = {"id": EVE, "name": "Eve", "capacity": "estate"}
NOTHING: Object = {"absentRights": ["composition", "lyrics", "performance"]}


def _hers(track: Object) -> list[Object | str]:
    """Return how Eve takes a track for hers and consents."""
    return [by("eve", declared(EVE, track)), by("eve", agreed(EVE, tracks=[track]))]


ATTACKS = [
    Attack("nobody attacks, the holder agreed", [OURS, CONSENT], "permitted", "AF550"),
    Attack("Eve takes the song for hers, by its ISRC", _hers({"isrc": ISRC}), OTHER, "AF750"),
    Attack("the same beside the true one", [OURS, *_hers({"isrc": ISRC})], OTHER, "AF451"),
    Attack("by the hash of the true file", _hers(FILE), OTHER, "AF750"),
    Attack("by that hash, with an ISRC of hers", _hers({**FILE, "isrc": HERS}), OTHER, "AF450"),
    Attack("by the address of its page", _hers({"urls": [URL]}), OTHER, "AF750"),
    Attack(
        "she gives the true file an ISRC of hers",
        [OURS, by("eve", declared(EVE, {**FILE, "isrc": HERS})), by("eve", agreed(EVE))],
        OTHER,
        "AF450",
        track=FILE,
    ),
    Attack(
        "she says that nothing was composed, sung or played",
        [by("eve", declared(EVE, rightsholders=[held(EVE, "recording")], **NOTHING))],
        OTHER,
        "AF750",
    ),
    Attack(
        "she names herself the estate of the holder",
        [OURS, declared(EVE, rightsholders=[held(MARA, mandate=ESTATE)]), by("eve", agreed(EVE))],
        OTHER,
        "AF451",
    ),
    Attack(
        "her name is the holder's",
        [OURS, by("eve", {**agreed(EVE), "by": {"id": EVE, "name": "Mara"}})],
        OTHER,
        "AF451",
    ),
    Attack(
        "her address looks like the holder's", [OURS, by("mara", agreed(LOOKALIKE))], OTHER, "AF451"
    ),
    Attack(
        "a cover is opened by a Consent for the work",
        [by("label", declared(LABEL, COVER)), by("label", agreed(LABEL, tracks=[{"iswc": ISWC}]))],
        OTHER,
        "AF554",
        track=COVER,
    ),
    Attack(
        "a label gives away a voice",
        [OURS, by("label", agreed(uses=[VOICE])), by("label", agreed(LABEL, uses=[VOICE]))],
        OTHER,
        "AF750",
        use=VOICE,
    ),
    Attack(
        "a society gives away a voice",
        [OURS, by("society", agreed(uses=[VOICE]))],
        OTHER,
        "AF750",
        use=VOICE,
    ),
    Attack(
        "a Consent of the society is stretched to the recording",
        [OURS, by("society", agreed(rights=["composition", "lyrics"]))],
        OTHER,
        "AF552",
    ),
    Attack("a stranger withdraws", [OURS, CONSENT, withdrawn(EVE, CONSENT)], "permitted", "AF550"),
    Attack("he withdraws in her name", [OURS, CONSENT, ENDED], OTHER, "AF652"),
    Attack("that is set aside", [OURS, CONSENT, ENDED], "permitted", "AF752", aside=(2,)),
    Attack("a stranger prohibits", [OURS, CONSENT, PROHIBITS], "prohibited", "AF350"),
    Attack("that is set aside too", [OURS, CONSENT, PROHIBITS], "permitted", "AF752", aside=(2,)),
    Attack("a stranger is one more holder", [OURS, CONSENT, FURTHER], OTHER, "AF451"),
    Attack("that is set aside as well", [OURS, CONSENT, FURTHER], "permitted", "AF752", aside=(2,)),
    Attack(
        "all her rights but one",
        [OURS, by("mara", agreed(rights=[one for one in ALL if one != "recording"]))],
        OTHER,
        "AF552",
    ),
]

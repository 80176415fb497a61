"""Somebody shows a true Consent where it does not belong, or a document that is not what it was."""

import json

from tests.acceptance.attacking import (
    EVE,
    HASH,
    ISSUED,
    MUSIC,
    OURS,
    VOICE,
    Attack,
    agreed,
    by,
    declared,
)
from tests.property.naive.tables import Object
from tests.property.worlds_by_hand import LABEL

__all__ = ["ATTACKS"]

OTHER, AHEAD, LATER = "consent-required", "2028-01-01T00:00:00Z", "2027-02-01T00:00:00Z"
CONTEXT = "https://w3id.org/askfirst/1.0/context.jsonld"
CONSENT = by("mara", agreed())
NO: Object = {"prohibits": ["training"], "requiresConsent": []}
PROHIBITED = by("mara", declared(**NO))
REPLACES: Object = {"supersedes": [PROHIBITED["id"]]}
ENCODE: Object = {"files": [{"packetsSha256": "b2" * 32}]}
SIGNAL = {"signal": "tdmrep", "sha256": "0c" * 32}

ATTACKS = [
    Attack(
        "a Consent for another song is shown",
        [OURS, by("mara", agreed(tracks=[{"isrc": "SEXYZ2600099"}]))],
        OTHER,
        "AF451",
    ),
    Attack(
        "a Consent for another encode is shown",
        [
            by("label", declared(LABEL, ENCODE)),
            by("label", agreed(LABEL, tracks=[{"files": [{"packetsSha256": HASH}]}])),
        ],
        OTHER,
        "AF451",
        track=ENCODE,
    ),
    Attack("another lab shows it", [OURS, CONSENT], OTHER, "AF555", party="https://b.example.com/"),
    Attack(
        "a use is added afterwards",
        [OURS, {**CONSENT, "uses": [MUSIC, VOICE]}],
        OTHER,
        "AF751",
        use=VOICE,
    ),
    Attack("it is to anyone afterwards", [OURS, {**CONSENT, "to": "anyone"}], OTHER, "AF751"),
    Attack(
        "a context is appended afterwards",
        [OURS, {**CONSENT, "@context": [CONTEXT, {"uses": "never"}]}],
        OTHER,
        "AF050",
    ),
    Attack(
        "somebody else replaces a prohibition",
        [PROHIBITED, by("eve", declared(EVE, **REPLACES))],
        "prohibited",
        "AF350",
    ),
    Attack(
        "somebody else replaces it in the holder's name",
        [PROHIBITED, by("eve", declared(issued=LATER, **REPLACES), LATER)],
        "prohibited",
        "AF750",
    ),
    Attack(
        "two Declarations replace each other",
        [
            by("mara", declared(id="urn:x:1", supersedes=["urn:x:2"], **NO)),
            by("mara", declared(id="urn:x:2", supersedes=["urn:x:1"], issued=LATER, **NO), LATER),
        ],
        "prohibited",
        "AF350",
    ),
    Attack(
        "a replacement is dated ahead",
        [PROHIBITED, by("mara", declared(issued=AHEAD, **REPLACES))],
        "prohibited",
        "AF350",
    ),
    Attack("a Consent is dated ahead", [OURS, by("mara", agreed(validFrom=AHEAD))], OTHER, "AF650"),
    Attack(
        "a member stands twice and hides another",
        [OURS, json.dumps(CONSENT)[:-1] + f', "uses": ["{VOICE}"]}}'],
        OTHER,
        "AF050",
        use=VOICE,
    ),
    Attack("a limit that nobody knows", [OURS, {**CONSENT, "x-not": "me"}], OTHER, "AF050"),
    Attack("a version to come", [OURS, {**CONSENT, "askfirst": "9.0.0"}], OTHER, "AF050"),
    Attack("a version that never was", [OURS, {**CONSENT, "askfirst": "0.9.0"}], OTHER, "AF050"),
    Attack(
        "a signal is read as a permission",
        [by("nobody", declared(permits=["analytic-training"], source=SIGNAL))],
        "unspecified",
        "AF750",
        use="tagging-training",
    ),
    Attack(
        "consent before there was anything to consent to",
        [OURS, by("mara", agreed(expression={**agreed()["expression"], "at": AHEAD}), ISSUED)],
        OTHER,
        "AF650",
    ),
]

"""Ask what each of the six steps of rule 10 decides, met and missed."""

from typing import Any

from tests.consistency.trust_documents import (
    AT,
    LAB,
    LABEL,
    MARA,
    PLATFORM,
    SIGNED,
    SOCIETY,
    VOICE,
    Json,
    agreed,
    ask,
    by_mara,
    by_proof,
    consent,
    declaration,
    held,
    trusts,
)
from tests.property.signers import holder, key, mandate, trusting, witness

__all__ = ["STEPS"]

YES, NO = "permitted", "consent-required"
BEFORE, AFTER = "2026-05-31T23:59:59Z", "2026-06-01T00:00:01Z"
EARLIER, LATER = "2026-01-31T23:59:59Z", "2026-02-01T00:00:01Z"


def entry(**members: object) -> Json:
    """Return a trust file with Mara's entry as it has to be, but for some members."""
    speaks = {"rights": ["composition"], "identifiers": ["isrc:SEXYZ*"], **members}
    return trusting(holders=[holder(MARA["id"], "Mara", **speaks)])


def signed_by(name: str, **members: Any) -> list[Json]:  # noqa: ANN401 - JSON
    """Return what Mara declares, and a Consent of hers that another key signed, by its name."""
    return [by_mara(declaration()), by_proof(consent(**members), name)]


def taken(of: Json) -> Json:
    """Return a Consent with the proof of another document."""
    return {**consent(), "proof": by_mara(of)["proof"]}


#: A song known by its work only.
WORK = {"iswc": "T9271833400"}
SONG = {"title": "Night Bus", "artists": ["Mara Lindqvist"], **WORK}
SUNG = [
    by_mara(declaration(rightsholders=[held(MARA, "composition", "voice")])),
    by_mara(consent(rights=["composition", "voice"], uses=[VOICE])),
]
BY_WORK = [by_mara(declaration(track=SONG)), by_mara(consent(tracks=[WORK]))]

_VERIFIED: list[Json] = [
    ask(
        "Step 1: a Consent and a Declaration with proofs that verify count.", YES, agreed(), entry()
    ),
    ask(
        "Step 1: a proof that was made for another document does not verify.",
        NO,
        [by_mara(declaration()), taken(consent(number=2))],
        entry(),
    ),
    ask(
        "Step 1: every other proof has to verify too.",
        NO,
        [
            by_mara(declaration()),
            {
                **consent(),
                "proof": [by_mara(consent())["proof"], taken(consent(number=2))["proof"]],
            },
        ],
        entry(),
    ),
]
_LISTED: list[Json] = [
    ask("Step 2: a key that is not listed counts for nothing.", NO, signed_by("Stranger"), entry()),
    ask(
        "Step 2: a key that is listed for another party does not count for this one.",
        NO,
        signed_by("Label"),
        trusts(holder(LABEL["id"], "Label")),
    ),
    ask(
        "Step 2: a key is not trusted because it is the id of the party.",
        NO,
        [
            by_mara(declaration({"id": key("Mara").did, "name": "Mara Lindqvist"})),
            by_mara(consent({"id": key("Mara").did, "name": "Mara Lindqvist"})),
        ],
        entry(),
    ),
    ask(
        "Step 2: the key of a party that has a mandate for the maker counts.",
        YES,
        signed_by("Society"),
        trusts(mandates=[mandate(SOCIETY["id"], "Society", **{"for": [MARA["id"]]})]),
    ),
    ask(
        "Step 2: a mandate for somebody else does not count.",
        NO,
        signed_by("Society"),
        trusts(mandates=[mandate(SOCIETY["id"], "Society", **{"for": [LABEL["id"]]})]),
    ),
    ask(
        "Step 2: the key of the witness that the document names counts for its maker.",
        YES,
        signed_by("Platform", witness=PLATFORM),
        trusts(witnesses=[witness(PLATFORM["id"], "Platform")]),
    ),
    ask(
        "Step 2: a witness that the document does not name does not count.",
        NO,
        signed_by("Platform"),
        trusts(witnesses=[witness(PLATFORM["id"], "Platform")]),
    ),
]
_RIGHTS: list[Json] = [
    ask(
        "Step 3: an entry for another right does not count.", NO, agreed(), entry(rights=["lyrics"])
    ),
    ask("Step 3: any stands for the composition.", YES, agreed(), entry(rights=["any"])),
    ask("Step 3: any does not stand for a voice.", NO, SUNG, entry(rights=["any"]), use=VOICE),
    ask(
        "Step 3: a voice counts where the entry names it.",
        YES,
        SUNG,
        entry(rights=["composition", "voice"]),
        use=VOICE,
    ),
    ask("Step 3: an entry that names no rights speaks for none.", NO, agreed(), entry(rights=[])),
]
_IDENTIFIERS: list[Json] = [
    ask(
        "Step 4: the identifier itself, in another spelling, counts.",
        YES,
        agreed(),
        entry(identifiers=["isrc:SE-XYZ-26-00012"]),
    ),
    ask("Step 4: another prefix does not count.", NO, agreed(), entry(identifiers=["isrc:SEXYA*"])),
    ask("Step 4: any counts.", YES, agreed(), entry(identifiers=["any"])),
    ask(
        "Step 4: an entry that names no identifiers speaks for none.",
        NO,
        agreed(),
        entry(identifiers=[]),
    ),
    ask(
        "Step 4: what a document applies through is what counts: not the recording of a work.",
        NO,
        BY_WORK,
        entry(),
        track={"isrc": "SEXYZ2600012", **WORK},
    ),
    ask(
        "Step 4: a work is listed by its own identifier.",
        YES,
        BY_WORK,
        entry(identifiers=["iswc:T-927.183.340-0"]),
        track={"isrc": "SEXYZ2600012", **WORK},
    ),
]
_PERIOD: list[Json] = [
    ask("Step 5: a proof that is created at the instant counts.", YES, agreed(AT), entry()),
    ask("Step 5: a proof that is created later does not count yet.", NO, agreed(AFTER), entry()),
    *(
        ask(f"Step 5: {said}", outcome, agreed(), entry(**{name: moment}))
        for said, name, moment, outcome in (
            ("the beginning of a period is in it.", "from", SIGNED, YES),
            ("a proof from before the period does not count.", "from", LATER, NO),
            ("the instant is before the end of the period.", "until", AFTER, YES),
            ("the end of a period is not in it.", "until", AT, NO),
            (
                "after the end of the period what was signed in it does not count.",
                "until",
                BEFORE,
                NO,
            ),
        )
    ),
    ask(
        "Step 5: an earlier created is no way out of a period that is over.",
        NO,
        agreed(EARLIER),
        entry(until=BEFORE),
    ),
]
_OWN_USES: list[Json] = [
    ask(
        "Step 6: who asks cannot witness the Consent.",
        NO,
        signed_by("Lab", witness=LAB),
        trusts(witnesses=[witness(LAB["id"], "Lab")]),
    ),
    ask(
        "Step 6: who asks can witness the Consent where the entry says so.",
        YES,
        signed_by("Lab", witness=LAB),
        trusts(witnesses=[witness(LAB["id"], "Lab", ownUses=True)]),
    ),
    ask(
        "Step 6: who asks is who asks under another id too.",
        NO,
        signed_by("Lab", witness={"id": "https://lab.example.org/", "name": "Example Lab"}),
        trusts(
            {"holder": LAB["id"], "sameAs": ["https://lab.example.org/"]},
            witnesses=[witness("https://lab.example.org/", "Lab")],
        ),
    ),
]
STEPS = [*_VERIFIED, *_LISTED, *_RIGHTS, *_IDENTIFIERS, *_PERIOD, *_OWN_USES]

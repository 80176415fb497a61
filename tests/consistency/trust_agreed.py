"""Ask who agrees by which proof: a holder's own Declaration, imports, mandates, absent rights."""

from tests.consistency.trust_documents import (
    LABEL,
    MARA,
    RECOMMENDATION,
    SOCIETY,
    Json,
    ask,
    by_mara,
    by_proof,
    consent,
    declaration,
    held,
    label,
    of_both,
    trusts,
)
from tests.property.signers import holder

__all__ = ["AGREED"]

YES, NO, SILENT = "permitted", "consent-required", "unspecified"

OPENED: Json = {"permits": [RECOMMENDATION]}
ASKED = {"use": RECOMMENDATION, "rules": ["7", "10"]}
BY_LABEL = of_both(LABEL, 2, **OPENED)
_OWN: list[Json] = [
    ask(
        "A Declaration of another maker with a proof that counts for a holder is the holder's own.",
        YES,
        [by_proof(BY_LABEL, "Mara", "Label")],
        trusts(label("recording", "composition")),
        **ASKED,
    ),
    ask(
        "A Declaration of another maker without a proof of the holder is not.",
        SILENT,
        [by_proof(BY_LABEL, "Label")],
        trusts(label("recording", "composition")),
        **ASKED,
    ),
    ask(
        "At the assurance unsigned, a proof that counts makes it the holder's own too.",
        YES,
        [by_mara(BY_LABEL)],
        trusts(),
        assurance="unsigned",
        **ASKED,
    ),
    ask(
        "At the assurance unsigned, it is not the holder's own without one.",
        SILENT,
        [BY_LABEL],
        trusts(),
        assurance="unsigned",
        **ASKED,
    ),
    ask(
        "A proof for one right names the first holder of no other right.",
        SILENT,
        [by_mara(declaration(rightsholders=[held(MARA, "composition", "lyrics")], **OPENED))],
        trusts(),
        material="lyrics-text",
        **ASKED,
    ),
]

SOURCE = {"signal": "aipref", "url": "https://mara.example.org/night-bus", "sha256": "0a" * 32}
IMPORTED = declaration(source=SOURCE, **OPENED)
_IMPORTED: list[Json] = [
    ask(
        f"An import that a trusted key signed loosens at the assurance {assurance}.",
        YES,
        [by_mara(IMPORTED)],
        trusts(),
        assurance=assurance,
        **ASKED,
    )
    for assurance in ("trusted", "unsigned")
] + [
    ask(
        "An import that no listed key signed loosens nothing at the assurance unsigned.",
        SILENT,
        [by_proof(IMPORTED, "Stranger")],
        trusts(),
        assurance="unsigned",
        **ASKED,
    )
]

STANDS = {**SOCIETY, "capacity": "society"}
MANDATED = declaration(
    LABEL, 2, rightsholders=[held(MARA, "composition", mandate=STANDS), held(LABEL, "recording")]
)
BY_SOCIETY = by_proof(consent(SOCIETY), "Society")
SPEAKING = trusts(label("composition", "recording"), holder(SOCIETY["id"], "Society"))
_MANDATES: list[Json] = [
    ask(
        "A mandate counts by a proof of the holder that it stands beside.",
        YES,
        [by_proof(MANDATED, "Label", "Mara"), BY_SOCIETY],
        SPEAKING,
        rules=["7", "10"],
    ),
    ask(
        "A mandate does not count by a proof of the maker for itself.",
        NO,
        [by_proof(MANDATED, "Label"), BY_SOCIETY],
        SPEAKING,
        rules=["7", "10"],
    ),
]

SUNG = ["composition", "recording", "performance"]
NO_WORDS = by_mara(
    declaration(rightsholders=[held(MARA, *SUNG)], absentRights=["lyrics"], **OPENED)
)
_ABSENT: list[Json] = [
    ask(
        "A right is absent where the Declaration that says so counts for it.",
        YES,
        [NO_WORDS],
        trusts(holder(MARA["id"], "Mara", rights=[*SUNG, "lyrics"])),
        material="audio",
        **ASKED,
    ),
    ask(
        "A right is not absent where the Declaration that says so does not count for it.",
        SILENT,
        [NO_WORDS],
        trusts(holder(MARA["id"], "Mara", rights=SUNG)),
        material="audio",
        **ASKED,
    ),
]
AGREED = [*_OWN, *_IMPORTED, *_MANDATES, *_ABSENT]

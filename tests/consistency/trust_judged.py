"""Ask for whom and for which right a document is judged: parties, and what loosens (rule 10)."""

from askfirst.canonical import digest
from tests.consistency.trust_documents import (
    LABEL,
    MARA,
    SIGNED,
    Json,
    agreed,
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

__all__ = ["JUDGED"]

YES, NO, SILENT = "permitted", "consent-required", "unspecified"
ELSE = {"id": "https://isni.org/isni/0000000121032683", "name": "Mara Lindqvist"}
THIRD = {"id": "a:mara", "name": "Mara Lindqvist"}
PLACE = "https://mara.example.org/night-bus"
SONG = {"title": "Night Bus", "artists": ["Mara Lindqvist"], "isrc": "SEXYZ2600012"}
LATER = "2026-03-01T00:00:00Z"


def same(one: Json, *others: Json) -> Json:
    return {"holder": one["id"], "sameAs": [other["id"] for other in others]}


def aside(document: Json, *more: Json, **lists: object) -> Json:
    """Return a trust file that sets a document aside."""
    why = {"reason": "Not by the holder.", "name": "Ines Roth", "at": "2026-05-01T00:00:00Z"}
    return trusts(*more, setAside=[{"sha256": digest(document), **why}], **lists)


ELSEWHERE = [by_mara(declaration()), by_mara(consent(ELSE))]
_PARTIES: list[Json] = [
    ask(
        "An id that the trust file lists as sameAs is the holder.",
        YES,
        ELSEWHERE,
        trusts(same(MARA, ELSE)),
    ),
    ask("Without sameAs it is somebody else, with whatever key.", NO, ELSEWHERE, trusts()),
    ask(
        "Entries that share an id are one party.",
        YES,
        ELSEWHERE,
        trusts(same(THIRD, MARA), same(THIRD, ELSE)),
    ),
    ask(
        "A party is named by the first of the ids that stand as holder.",
        NO,
        [by_mara(declaration())],
        trusts(same(THIRD, MARA)),
    ),
    ask(
        "A Withdrawal by another id of the maker ends a Consent, signed or not.",
        NO,
        [
            *agreed(),
            {
                **{name: consent()[name] for name in ("askfirst", "issued")},
                "type": "Withdrawal",
                "id": "urn:uuid:e0000000-0000-4000-8000-000000000001",
                "by": ELSE,
                "consent": consent()["id"],
                "effective": SIGNED,
            },
        ],
        trusts(same(MARA, ELSE)),
        rules=["9", "10"],
    ),
]

FORBIDS = declaration(LABEL, 2, prohibits=["any-ai-use"])
ABOUT_ELSE = declaration(LABEL, 2, track={**SONG, "isrc": "SEXYZ2600099"}, prohibits=["any-ai-use"])
_ASIDE: list[Json] = [
    ask("A restriction by anybody counts.", "prohibited", [*agreed(), FORBIDS], trusts()),
    ask(
        "What is set aside counts for nothing, and the answer says so.",
        YES,
        [*agreed(), FORBIDS],
        aside(FORBIDS),
    ),
    ask(
        "What is set aside and changes nothing is no reason.",
        YES,
        [*agreed(), ABOUT_ELSE],
        aside(ABOUT_ELSE),
    ),
    ask(
        "A document is set aside at the assurance unsigned too.",
        YES,
        [declaration(), consent(), FORBIDS],
        aside(FORBIDS),
        assurance="unsigned",
    ),
    ask(
        "A document that does not conform can be set aside.",
        YES,
        [*agreed(), {**FORBIDS, "exclusive": "yes"}],
        aside({**FORBIDS, "exclusive": "yes"}),
        rules=["10", "11"],
    ),
    ask(
        "A Consent that is set aside opens nothing, and the answer says so.",
        NO,
        agreed(),
        aside(agreed()[1]),
    ),
]

FIRST = declaration(
    rightsholders=[held(MARA, "composition", "lyrics")], prohibits=["generative-training"]
)
SECOND = by_mara(declaration(number=2, issued=LATER, supersedes=[FIRST["id"]]), LATER)
AGREED = [by_mara(consent(number=1)), FIRST, SECOND]
_REPLACED: list[Json] = [
    ask(
        "A later Declaration replaces where it counts for every right of the earlier one.",
        YES,
        AGREED,
        trusts(holder(MARA["id"], "Mara", rights=["composition", "lyrics"])),
        rules=["3", "10"],
    ),
    ask(
        "A later Declaration that counts for one right of two replaces nothing.",
        "prohibited",
        AGREED,
        trusts(),
        rules=["3", "10"],
    ),
]

WORDS = held(MARA, "composition", "lyrics")
LENDS = of_both(LABEL, 2, track={**SONG, "urls": [PLACE]})
LENT = [
    by_mara(declaration(rightsholders=[WORDS, held(LABEL, "recording")])),
    by_proof(LENDS, "Label"),
    by_mara(
        consent(
            rights=["composition", "lyrics"],
            tracks=[{"urls": [PLACE]}],
            material=["sheet-music", "lyrics-text"],
        )
    ),
]
WRITER = holder(MARA["id"], "Mara", rights=["composition", "lyrics"], identifiers=["any"])
_LENT: list[Json] = [
    ask(
        "An identifier is lent for a right for which the lending Declaration counts.",
        YES,
        LENT,
        trusts(WRITER, label("composition")),
        rules=["6", "10"],
    ),
    ask(
        "An identifier is not lent for a right for which the lending Declaration does not count.",
        NO,
        LENT,
        trusts(WRITER, label("composition")),
        rules=["6", "10"],
        material="lyrics-text",
    ),
]

JUDGED = [*_PARTIES, *_ASIDE, *_REPLACED, *_LENT]

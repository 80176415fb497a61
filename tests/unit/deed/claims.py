"""Read a line back: which leaves does it say are prohibited, and which need consent."""

import re

from askfirst.vocabulary import Status, Use, leaves

__all__ = ["LINE", "MEANINGS", "claims"]

VOICES = ("voice-replication-training", "voice-replication-input")
LIKENESSES = ("likeness-replication-training", "likeness-replication-input")

#: What each phrase says, by hand: the leaves of these uses and no other one.
MEANINGS: dict[str, tuple[str, ...]] = {
    "AI training": ("training",),
    "generative AI training": ("generative-training",),
    "input to AI": ("input",),
    "input to generative AI": ("generative-input",),
    "search indexing": ("search-indexing",),
    "distribution in data sets": ("dataset-distribution",),
    # both stand behind everything else that automated analysis can be
    "other data mining": ("other-data-mining",),
    "data mining other than for search": ("other-data-mining",),
    "AI imitation of voice, name, image or persona": (*VOICES, *LIKENESSES),
    "AI imitation of the voice": VOICES,
    "AI imitation of the artist's name, image or persona": LIKENESSES,
    "training of AI to imitate voice, name, image or persona": (VOICES[0], LIKENESSES[0]),
    "training of AI to imitate the voice": VOICES[:1],
    "training of AI to imitate the artist's name, image or persona": LIKENESSES[:1],
    "training of AI to imitate the artist's style": ("style-replication-training",),
    "AI-träning": ("training",),
    "träning av generativ AI": ("generative-training",),
    "inmatning i AI": ("input",),
    "inmatning i generativ AI": ("generative-input",),
    "sökindexering": ("search-indexing",),
    "spridning i datamängder": ("dataset-distribution",),
    "annan datautvinning": ("other-data-mining",),
    "annan datautvinning än för sökning": ("other-data-mining",),
    "AI-imitation av röst, namn, bild eller person": (*VOICES, *LIKENESSES),
    "AI-imitation av rösten": VOICES,
    "AI-imitation av artistens namn, bild eller person": LIKENESSES,
    "träning av AI för att imitera röst, namn, bild eller person": (VOICES[0], LIKENESSES[0]),
    "träning av AI för att imitera rösten": VOICES[:1],
    "träning av AI för att imitera artistens namn, bild eller person": LIKENESSES[:1],
    "träning av AI för att imitera artistens stil": ("style-replication-training",),
}
NOUN = "|".join(map(re.escape, sorted(MEANINGS, key=len, reverse=True)))
NOUNS = f"(?:{NOUN})(?:(?:, | or | eller )(?:{NOUN}))*"
LINE = re.compile(
    rf"(?:© )?(?:(?P<year>\d{{4}}) (?P<names>.+?)\. )?"
    rf"(?:(?:No|Ingen) (?P<prohibited>{NOUNS})(?:\. |(?=\.$| - )))?"
    rf"(?:(?:No|Ingen) (?P<consent>{NOUNS}) (?:without explicit consent|utan uttryckligt samtycke)"
    rf"(?:: (?:ask|fråga) (?P<addresses>\S+(?:, \S+)*(?: (?:and|och) \S+)?))?)?"
    rf"(?: - verify at (?P<url>\S+)|\.)?"
)


def claims(text: str) -> dict[Status, set[Use]]:
    """Return the leaves that a text says to be prohibited, and those it says to need consent."""
    match = LINE.fullmatch(text)
    assert match, text
    said = {Status.PROHIBITED: match["prohibited"], Status.CONSENT_REQUIRED: match["consent"]}
    return {
        status: {
            leaf
            for noun in re.findall(NOUN, nouns or "")
            for use in MEANINGS[noun]
            for leaf in leaves(Use(use))
        }
        for status, nouns in said.items()
    }

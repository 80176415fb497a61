"""Write the Withdrawal of a Consent (spec 4.6)."""

from typing import Any

from askfirst.authoring.phrases import act, bullets, one_line, paragraph, somebody, track
from askfirst.authoring.requests import identified
from askfirst.deed.catalogs import english
from askfirst.editing.writing import yaml_text
from askfirst.model.documents import Consent
from askfirst.model.parts import Party
from askfirst.vocabulary import Use

__all__ = ["in_words", "withdrawal", "written"]

_HEADING = "A Withdrawal: a Consent ends."
_NOTES = {
    "issued": "when this was written",
    "by": "who gave the Consent and takes it back",
    "consent": "the Consent that ends",
    "effective": "from this moment on; nothing is undone for the time before",
    "reason": "for people; it changes nothing",
}


def withdrawal(consent: Consent, issued: str, effective: str, reason: str | None) -> dict[str, Any]:
    """Return the Withdrawal of a Consent by the party that gave it."""
    name = {"name": consent.by.name} if consent.by.name else {}
    return identified(
        {
            "askfirst": "1.0.0",
            "type": "Withdrawal",
            "id": "",
            "issued": issued,
            "by": {"id": consent.by.id, **name},
            "consent": consent.id,
            "effective": effective,
            **({"reason": reason} if reason else {}),
        }
    )


def in_words(consent: Consent, effective: str) -> str:
    """Return what a Withdrawal ends, from when on, and what the other side then has to do."""
    to = consent.to
    who = one_line(to.name or to.id) if isinstance(to, Party) else "everybody"
    then = english().words[consent.at_end]
    return "\n".join(
        [
            paragraph(f"From {effective} on, {who} may no longer, under this Consent,"),
            bullets(act(use, consent.rights) for use in Use if use in consent.leaves),
            paragraph(f"with {'; '.join(track(one) for one in consent.tracks)}."),
            "",
            paragraph(f"When it ends, {who} {then}. Nothing is undone for the time before."),
            paragraph(f"The Consent: {consent.id}, given by {somebody(consent.by)}."),
        ]
    )


def written(document: dict[str, Any]) -> str:
    """Return a Withdrawal as YAML, with a note on each line."""
    return yaml_text(document, _NOTES, _HEADING)

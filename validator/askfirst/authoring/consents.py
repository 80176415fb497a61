"""Write the Consent that answers a Request, and say it in everyday words (spec 4.5)."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from askfirst.authoring.holders import Holder
from askfirst.authoring.phrases import (
    act,
    bullets,
    conditions,
    joined,
    materials,
    model,
    one_line,
    paragraph,
    purpose,
    rights,
    somebody,
    territories,
    track,
)
from askfirst.deed.catalogs import english
from askfirst.editing.writing import yaml_text
from askfirst.identifiers import party
from askfirst.model.documents import Consent, Request
from askfirst.model.parts import Model, Party
from askfirst.vocabulary import (
    ANY,
    ANYONE,
    UNTIL_WITHDRAWN,
    WORLDWIDE,
    Material,
    Right,
    Use,
    leaves,
    touched_by_material,
    touched_by_use,
)

__all__ = ["asked_leaves", "exceeds", "granted", "statement", "touched", "written"]

_HEADING = "A Consent: it covers what it names and nothing more. `askfirst withdraw` ends it."
_NOTES = {
    "issued": "when this was written",
    "by": "who consents",
    "to": "who may do it",
    "rights": "for which rights",
    "tracks": "with which tracks",
    "material": "with what of the tracks",
    "uses": "what may be done",
    "models": "for which models",
    "territories": "where",
    "purpose": "for what",
    "validFrom": "from when on",
    "validUntil": "until when",
    "conditions": "what the other side must keep",
    "expression": "the act of consent, with the words that were affirmed",
    "atEnd": "what the other side must do when this ends",
    "inReplyTo": "the Request that this answers",
}


def asked_leaves(request: Request) -> tuple[Use, ...]:
    """Return every leaf that a Request asks for, in tree order."""
    asked = {leaf for use in request.uses for leaf in leaves(use)}
    return tuple(leaf for leaf in Use if leaf in asked)


def granted(named: Collection[Use], asked: Collection[Use]) -> list[Use]:
    """Return the leaves that named uses grant: of a group, what is asked.

    A leaf that is marked by name only is granted where it is named itself. A group of which
    nothing is asked means all of it.
    """
    meant = {leaf for use in named for leaf in _meant(use, asked)}
    return [use for use in Use if use in meant]


def _meant(use: Use, asked: Collection[Use]) -> list[Use]:
    if use.leaf:
        return [use]
    parts = [leaf for leaf in leaves(use) if not leaf.by_name_only]
    return [leaf for leaf in parts if leaf in asked] or parts


def touched(uses: Collection[Use], material: Collection[Material]) -> list[Right]:
    """Return the rights that uses of materials touch."""
    found = {right for one in material for right in touched_by_material(one)}
    found.update(right for use in uses for leaf in leaves(use) for right in touched_by_use(leaf))
    return [right for right in Right if right in found]


def exceeds(member: str, value: Any, request: Request) -> bool:  # noqa: ANN401 - as members are
    """Tell whether a member of a Consent reaches further than the Request asks."""
    if member == "to":
        return not isinstance(value, Mapping) or party.normal(value["id"]) != request.by.id
    if member == "models":
        asked = request.model
        return asked is not None and (value == ANY or not all(_within(one, asked) for one in value))
    if member == "territories":
        return bool(request.territories) and not set(value) <= set(request.territories)
    if member == "purpose":
        return request.purpose not in (ANY, value)
    asked_words = {"uses": asked_leaves(request), "material": request.material}
    return member in asked_words and not set(value) <= set(asked_words[member])


def _within(one: Mapping[str, str], asked: Model) -> bool:
    """Tell whether an entry of the models is no wider than the model that is asked for."""
    return one["name"] == asked.name and asked.version in (ANY, one["version"])


def statement(consent: Consent, request: Request, by: Holder) -> str:
    """Return the whole Consent in everyday words, and what is not allowed."""
    refused = [leaf for leaf in asked_leaves(request) if leaf not in consent.uses]
    return "\n".join(
        [
            paragraph(f"I, {somebody(consent.by)},{_standing(by)} allow {_to(consent)}"),
            bullets(f"to {act(leaf, by.own, 'my')}" for leaf in consent.uses),
            "",
            "within these limits:",
            bullets(_limits(consent)),
            "",
            *_conditions(consent),
            paragraph(f"When this ends, {_them(consent)} {english().words[consent.at_end]}."),
            "I can take this back at any time.",
            "",
            "I do not allow",
            bullets([*(f"to {act(leaf, by.own, 'my')}" for leaf in refused), _REST]),
        ]
    )


def _standing(by: Holder) -> str:
    return "".join(
        f" {english().words[capacity]} {one_line(name)}," for capacity, name in by.stands_for
    )


_REST = "anything else that is not named here."


def _conditions(consent: Consent) -> Iterator[str]:
    kept = conditions(consent.conditions, _them(consent), consent.agreement)
    if kept:
        yield "on these conditions:"
        yield bullets(kept)
        yield ""


def _them(consent: Consent) -> str:
    """Return how the other side is called in a sentence."""
    to = consent.to
    return one_line(to.name or to.id) if isinstance(to, Party) else "whoever does so"


def _to(consent: Consent) -> str:
    return somebody(consent.to) if isinstance(consent.to, Party) else f"everybody ({ANYONE})"


def _limits(consent: Consent) -> Iterator[str]:
    """Yield every dimension in which the Consent is limited, and say where it is not."""
    everywhere = WORLDWIDE in consent.territories
    end = consent.valid_until
    until = "until I take it back" if end == UNTIL_WITHDRAWN else f"until {end}"
    yield from (f"Track: {track(one)}." for one in consent.tracks)
    yield f"Of the track: {materials(consent.material)}."
    yield f"With: {_models(consent)}."
    yield f"Where: {territories(() if everywhere else consent.territories)}."
    yield f"For what: {purpose(consent.purpose)}."
    yield f"For how long: from {consent.valid_from} {until}."
    yield f"For these rights: {rights(consent.rights)}."
    if not consent.conditions:
        yield "Conditions: none."


def _models(consent: Consent) -> str:
    if isinstance(consent.models, str):
        return "any model, whoever makes it"
    return joined([model(one) for one in consent.models])


def written(document: Mapping[str, Any]) -> str:
    """Return a Consent as YAML, with a note on each line."""
    return yaml_text(document, _NOTES, _HEADING)

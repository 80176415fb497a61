"""Say the dimensions that a Consent and a Request have in common (spec 4.5, 4.8)."""

from collections.abc import Sequence

from askfirst.deed.kinds import Kind
from askfirst.deed.parties import track
from askfirst.deed.statements import Plain, Quote, Statement, Token, Value, Word
from askfirst.model.parts import Model, Track
from askfirst.vocabulary import ANY, WORLDWIDE, Condition, Material

__all__ = ["condition", "material", "models", "purpose", "territories", "tracks"]


def tracks(several: Sequence[Track]) -> Statement:
    """Return with which tracks."""
    parts = tuple(track(one) for one in several)
    return Statement(Kind.LIMIT_TRACKS, {"count": len(parts)}, parts)


def material(several: tuple[Material, ...]) -> Statement:
    """Return with what of the tracks."""
    return Statement(Kind.LIMIT_MATERIAL, {"materials": several})


def models(several: Sequence[Model]) -> Statement:
    """Return with which models; none means every one."""
    named = tuple(_model(one) for one in several)
    return Statement(Kind.LIMIT_MODELS, {"models": named or Statement(Kind.ANY_MODEL)})


def _model(one: Model) -> Statement:
    name = {"name": Quote(one.name)}
    if one.version == ANY:
        return Statement(Kind.MODEL_ANY_VERSION, name)
    return Statement(Kind.MODEL, {**name, "version": Quote(one.version)})


def territories(several: Sequence[str]) -> Statement:
    """Return where; none means everywhere."""
    where: Value = Word(WORLDWIDE)
    if several and WORLDWIDE not in several:
        codes = tuple(Plain(code) for code in several)
        where = Statement(Kind.COUNTRIES, {"codes": codes})
    return Statement(Kind.LIMIT_TERRITORIES, {"territories": where})


def purpose(text: str) -> Statement:
    """Return for what."""
    what: Value = Statement(Kind.ANY_PURPOSE) if text == ANY else Quote(text)
    return Statement(Kind.LIMIT_PURPOSE, {"purpose": what})


def condition(one: Condition, who: Value) -> Statement:
    """Return what a party does under a condition."""
    return Statement(Kind.CONDITION, {"who": who, "condition": one, "word": Token(one)})

"""Say in plain language what a preset means for a track that it is copied to (spec 3.4)."""

from askfirst.deed.kinds import Kind, Part
from askfirst.deed.standing import sections, standing
from askfirst.deed.statements import Deed, Section, Statement, Token
from askfirst.model.parts import Statements
from askfirst.vocabulary import Preset

__all__ = ["preset_deed"]


def preset_deed(preset: Preset) -> Deed:
    """Return the deed of a preset."""
    lists = preset.statements
    means = Statements(
        permits=(),
        requires_consent=lists.get("requiresConsent", ()),
        prohibits=lists.get("prohibits", ()),
    )
    members = tuple(
        Statement(Kind.PRESET_MEMBER, {"member": Token(member), "uses": tuple(map(Token, uses))})
        for member, uses in lists.items()
    )
    written = Statement(Kind.PRESET_LISTS, {"preset": Token(preset)}, members)
    return Deed(
        type=None,
        title=Statement(Kind(f"preset-{preset}")),
        lead=(Statement(Kind(f"means-{preset}")),),
        sections=(*sections(standing(means)), Section(Part.WRITTEN, (written,))),
    )

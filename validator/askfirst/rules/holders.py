"""Check who holds which right, and who speaks for them (AF4)."""

from collections.abc import Iterator

from askfirst.identifiers import party
from askfirst.rules.anatomy import claims, rightsholders
from askfirst.rules.part import Part, words
from askfirst.rules.registry import Fault, rule
from askfirst.vocabulary import Capacity, DocumentType, Right

__all__: list[str] = []

_DECLARING = (DocumentType.DECLARATION, DocumentType.RELEASE)


@rule("AF401", *_DECLARING)
def maker_is_named_among_several_holders(document: Part) -> Iterator[Fault]:
    """A document whose rightsholders are several MUST name its maker in by."""
    named = [entry["holder"].text for entry in rightsholders(document)]
    holders = {party.normal(address) for address in named if address}
    if len(holders) > 1 and not document["by"].present:
        advice = "add `by: {id: …}` with the holder who makes this document"
        yield Fault(document, "it is not said which of the holders makes this document", advice)


@rule("AF402", *_DECLARING)
def maker_is_a_holder(document: Part) -> Iterator[Fault]:
    """The maker of a Declaration or Release that is not imported MUST be one of its holders or mandated parties."""
    maker = document["by"]["id"]
    known = {
        party.normal(entry.text)
        for holder in rightsholders(document)
        for entry in (holder["holder"], holder["mandate"]["id"])
        if entry.text
    }
    if (
        maker.text
        and known
        and not document["source"].present
        and party.normal(maker.text) not in known
    ):
        advice = "let a holder make it; whoever saw it being made is the `witness`"
        yield Fault(maker, f"`{maker.text}` holds no right here and has no mandate", advice)


@rule("AF404", *_DECLARING)
def rights_have_holders(document: Part) -> Iterator[Fault]:
    """A right of the track that is not absent SHOULD have a holder."""
    unheld: dict[str, set[Right]] = {}
    for claim in claims(document):
        if claim.rightsholders.value and isinstance(claim.rightsholders.value, list):
            lacking = unheld.setdefault(claim.rightsholders.pointer, set())
            lacking.update(set(Right) - claim.held - claim.absent)
    for pointer, rights in unheld.items():
        if rights:
            names = ", ".join(f"`{right}`" for right in Right if right in rights)
            message = f"nobody is named as holder of {names}"
            advice = "until somebody is, nobody can consent to a use that touches it"
            yield Fault(Part(None, pointer), message, advice)


@rule("AF405", *_DECLARING)
def absent_rights_have_no_holder(document: Part) -> Iterator[Fault]:
    """A right MUST NOT be absent where the same document names a holder for it."""
    held: dict[str, set[Right]] = {}
    lists = {}
    for claim in claims(document):
        lists[claim.absent_rights.pointer] = claim.absent_rights
        held.setdefault(claim.absent_rights.pointer, set()).update(claim.held)
    for pointer, absent in lists.items():
        for right, entry in words(absent, Right):
            if right in held[pointer]:
                message = f"`{right}` is absent and has a holder"
                yield Fault(entry, message, "take one of the two out")


@rule("AF407", *_DECLARING)
def societies_hold_no_voice(document: Part) -> Iterator[Fault]:
    """A society or agent MUST NOT be mandated by an entry that holds voice or likeness."""
    for entry in rightsholders(document):
        capacity = entry["mandate"]["capacity"]
        personal = [right for right, _ in words(entry["rights"], Right) if right.personal]
        if capacity.text in (Capacity.SOCIETY, Capacity.AGENT) and personal:
            article = "an" if capacity.text == Capacity.AGENT else "a"
            message = f"{article} {capacity.text} cannot stand for a person's {personal[0]}"
            advice = (
                "list the holder twice: with the mandate for the other rights, without it for these"
            )
            yield Fault(capacity, message, advice)


@rule("AF408", *_DECLARING)
def holders_can_be_asked(document: Part) -> Iterator[Fault]:
    """Every holder SHOULD have an address where consent can be asked."""
    lists = {claim.rightsholders.pointer: claim.rightsholders for claim in claims(document)}
    for entry in (entry for named in lists.values() for entry in named):
        holder = entry["holder"]
        asked = entry["contact"].present or document["askAt"].present
        if holder.text and not asked and not holder.text.lower().startswith(("https:", "mailto:")):
            message = "there is no address where this holder can be asked"
            yield Fault(holder, message, "add a `contact`")

"""Check what is permitted, prohibited, or must be asked for (AF3)."""

from collections.abc import Iterator

from askfirst.identifiers import iri
from askfirst.rules.anatomy import STATEMENTS, stating, tracks, use_lists
from askfirst.rules.part import Part, words
from askfirst.rules.registry import Fault, rule
from askfirst.vocabulary import DocumentType, Use, path

__all__: list[str] = []

_STATING = (DocumentType.DECLARATION, DocumentType.RELEASE)


@rule("AF301", *_STATING)
def use_stands_in_one_list(document: Part) -> Iterator[Fault]:
    """A use MUST NOT stand in two of the three lists."""
    for part in stating(document):
        first: dict[Use, str] = {}
        for name in reversed(STATEMENTS):
            for use, entry in words(part[name], Use):
                if first.setdefault(use, name) != name:
                    message = f"`{use}` stands in `{name}` and in `{first[use]}`"
                    yield Fault(
                        entry, message, f"leave it in one; until then `{first[use]}` counts"
                    )


@rule("AF304", *_STATING, DocumentType.CONSENT, DocumentType.POLICY, DocumentType.REQUEST)
def no_use_is_covered_by_another(document: Part) -> Iterator[Fault]:
    """A list SHOULD NOT hold a use that another use in it already covers."""
    named_only = document["type"].text == DocumentType.CONSENT
    for uses in use_lists(document):
        permits = uses.pointer.endswith("/permits")
        # what may not stand there covers nothing there
        named = {u for u, _ in words(uses, Use) if not permits or u.permittable}
        for use, entry in words(uses, Use):
            wide = next((other for other in reversed(path(use)[1:]) if other in named), None)
            if wide and not (use.by_name_only and named_only):
                yield Fault(
                    entry, f"`{wide}` in the same list covers `{use}`", "it can be taken out"
                )


@rule("AF305", *_STATING)
def narrower_statements_are_no_milder(document: Part) -> Iterator[Fault]:
    """A statement SHOULD NOT be milder than one that the same document makes for a wider use."""
    around = _stated(document)
    for part in stating(document):
        own = _stated(part)
        general = {} if part is document else around
        for rank, name in enumerate(STATEMENTS):
            here, around_it = _stricter(own, rank), _stricter(general, rank)
            for use, entry in words(part[name], Use):
                wider = (w for w in path(use) if w in around_it or (w in here and w is not use))
                wide = next(wider, None)
                if wide:
                    message = f"`{use}` is an exception from `{wide}`, which is stricter"
                    yield Fault(entry, message, "nothing to do if the exception is meant")


def _stricter(stated: dict[Use, int], rank: int) -> set[Use]:
    return {use for use, other in stated.items() if other > rank}


def _stated(part: Part) -> dict[Use, int]:
    """Return the uses in the lists of a part, each with the rank of its strictest list."""
    return {use: rank for rank, name in enumerate(STATEMENTS) for use, _ in words(part[name], Use)}


@rule("AF306", *_STATING)
def nothing_supersedes_itself(document: Part) -> Iterator[Fault]:
    """A document MUST NOT supersede itself."""
    for entry in document["supersedes"]:
        if entry.text and iri.normal(entry.text) == iri.normal(document["id"].text):
            yield Fault(entry, "the document supersedes itself", "name the earlier document")


@rule("AF307", *_STATING)
def creative_commons_is_not_restricted(document: Part) -> Iterator[Fault]:
    """A track under a Creative Commons license SHOULD NOT be restricted further."""
    for track in tracks(document):
        if _is_creative_commons(track["license"].text) and (
            _restricts(document) or _restricts(track)
        ):
            message = "Creative Commons allows no further restrictions on what it covers"
            advice = "people who got the track under that license may go by it alone"
            yield Fault(track["license"], message, advice)


def _is_creative_commons(address: str) -> bool:
    return iri.host(address).removeprefix("www.") == "creativecommons.org"


def _restricts(part: Part) -> bool:
    return any(True for name in STATEMENTS[1:] for _ in part[name])

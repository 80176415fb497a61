"""Check that a Policy asks first before generative training (AF3)."""

from collections.abc import Iterator

from askfirst.rules.part import Part, words
from askfirst.rules.registry import Fault, rule
from askfirst.vocabulary import DocumentType, Use, leaves
from askfirst.vocabulary.promises import PROMISES, WITHOUT_ASKING, promised

__all__: list[str] = []

_ASKED = leaves(Use.GENERATIVE_TRAINING)


@rule("AF309", DocumentType.POLICY)
def generative_training_is_not_done_unasked(document: Part) -> Iterator[Fault]:
    """A Policy MUST NOT do a leaf under generative-training without asking."""
    lists = _lists(document)
    for leaf in _ASKED:
        found = promised(leaf, lists)
        if found and found.kind == WITHOUT_ASKING:
            entry = lists[found.stands_in][found.term]
            through = "" if found.term is leaf else f", as part of `{found.term}`"
            message = f"`{leaf}` is done without asking{through}"
            advice = (
                "put `generative-training` into `asksFirst` or `never`, and nothing under it here"
            )
            yield Fault(entry, message, advice)


@rule("AF310", DocumentType.POLICY)
def generative_training_is_not_left_silent(document: Part) -> Iterator[Fault]:
    """A Policy MUST NOT leave a leaf under generative-training silent."""
    lists = _lists(document)
    for leaf in _ASKED if all(_readable(document[name]) for name in PROMISES) else ():
        if promised(leaf, lists) is None:
            message = f"nothing is said about `{leaf}`"
            yield Fault(document, message, "put `generative-training` into `asksFirst` or `never`")


def _lists(document: Part) -> dict[str, dict[Use, Part]]:
    """Return the lists of the Policy, what is read first first, with the entry of each use."""
    return {name: dict(words(document[name], Use)) for name in PROMISES}


def _readable(uses: Part) -> bool:
    """Tell whether a list is left out or holds uses only; another word could be the one missed."""
    known = sum(1 for _ in words(uses, Use))
    return not uses.present or (isinstance(uses.value, list) and known == len(uses.value))

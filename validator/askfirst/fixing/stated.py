"""Find out what a document states for each leaf, as far as it can be read."""

from collections.abc import Collection

from askfirst.decision.broken import statements
from askfirst.decision.statement import stated as stated_for
from askfirst.rules.part import Part, words
from askfirst.vocabulary import AnyType, DocumentType, Use
from askfirst.vocabulary.promises import PROMISES, promised

__all__ = ["stated"]


def stated(kind: AnyType | None, value: object, about: Collection[Use]) -> list[int]:
    """Return how strict each of some leaves is stated to be, for one track after the other.

    Of a Policy it is which of its lists holds for each leaf; other documents state nothing.
    """
    document = Part(value)
    if kind is DocumentType.POLICY:
        return _promises(document, about)
    if kind not in (DocumentType.DECLARATION, DocumentType.RELEASE):
        return []
    general = statements(document)
    if kind is DocumentType.DECLARATION:
        return [stated_for(leaf, general, None).status.strictness for leaf in about]
    owns = map(statements, document["tracks"])
    return [stated_for(leaf, own, general).status.strictness for own in owns for leaf in about]


def _promises(policy: Part, about: Collection[Use]) -> list[int]:
    lists = {name: frozenset(use for use, _ in words(policy[name], Use)) for name in PROMISES}
    said = [promised(leaf, lists) for leaf in about]
    return [0 if one is None else 1 + PROMISES.index(one.kind) for one in said]

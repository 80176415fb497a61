"""Register each rule under the code of the sentence it checks."""

from collections.abc import Callable, Container, Iterator
from typing import NamedTuple, TypeAlias

from askfirst.model.findings import Finding
from askfirst.rules.part import Part
from askfirst.vocabulary import AnyType, DocumentType

__all__ = ["RULES", "Check", "Fault", "Rule", "check", "rule"]


class Fault(NamedTuple):
    """A part of a document that breaks a rule, why, and what would be right; `meant` is the one text that can be."""

    part: Part
    message: str
    help: str | None = None
    meant: str | None = None


Check: TypeAlias = Callable[[Part], Iterator[Fault]]


class Rule(NamedTuple):
    """A sentence of the specification that can be checked; its text is the check's docstring."""

    code: str
    kinds: tuple[AnyType, ...]
    check: Check


RULES: list[Rule] = []


def rule(code: str, *kinds: AnyType) -> Callable[[Check], Check]:
    """Register a check of documents of some types; without types, of all documents."""

    def register(check: Check) -> Check:
        RULES.append(Rule(code, kinds or tuple(DocumentType), check))
        return check

    return register


def check(kind: AnyType, document: Part, only: Container[str] | None = None) -> Iterator[Finding]:
    """Yield what every rule for documents of this type finds; no rule stops another.

    With `only` the rules are those of these codes.
    """
    for one in RULES:
        if kind in one.kinds and (only is None or one.code in only):
            for fault in one.check(document):
                yield Finding(
                    code=one.code,
                    pointer=fault.part.pointer,
                    message=fault.message,
                    help=fault.help,
                    meant=fault.meant,
                )

"""Write the command line that asks for what is missing."""

import shlex
from collections.abc import Iterator

from askfirst.decision import Answer
from askfirst.decision.question import Question
from askfirst.reporting.given import Given
from askfirst.reporting.visible import visible
from askfirst.reporting.wording import NOBODY, identifier, model
from askfirst.vocabulary import ANY, Assurance, Material, Status, groups

__all__ = ["command"]

#: What a person can look over before running it.
_LONGEST = 600
_TOO_LONG = "askfirst ask DOCUMENT... --use USE... --by ID --track IDENTIFIER"


def command(answer: Answer, given: Given) -> str:
    """Return the `askfirst ask` that asks for what is open; it leaves out what is prohibited."""
    asked = [*_words(answer), *(("--trust", given.trusted.path) if given.trusted else ())]
    line = shlex.join(["askfirst", "ask", *given.paths, *asked])
    if len(line) > _LONGEST:
        line = f"askfirst ask DOCUMENT... {shlex.join(asked)}"
    return visible(line) if len(line) <= 2 * _LONGEST else _TOO_LONG


def _words(answer: Answer) -> Iterator[str]:
    question = answer.case.question
    outcomes = answer.outcomes.items()
    for use in groups(leaf for leaf, status in outcomes if status is not Status.PERMITTED):
        yield from ("--use", use)
    yield from ("--by", "YOUR-ADDRESS" if question.party == NOBODY else question.party)
    yield from ("--track", identifier(question.track))
    for material in question.materials if question.materials != (Material.AUDIO,) else ():
        yield from ("--material", material)
    yield from _limits(question)
    if answer.case.assurance is not Assurance.TRUSTED:
        yield from ("--assurance", answer.case.assurance)


def _limits(question: Question) -> Iterator[str]:
    if question.model:
        yield from ("--model", model(question.model))
    for territory in question.territories:
        yield from ("--territory", territory)
    for condition in question.accepts:
        yield from ("--accepts", condition)
    if question.purpose != ANY:
        yield from ("--purpose", question.purpose)

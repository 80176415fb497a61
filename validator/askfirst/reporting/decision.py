"""Write answers for people, the answer first, then why, then what to do; or as Decisions."""

import json
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from askfirst.decision import Answer
from askfirst.decision.question import Question
from askfirst.reporting.command import command
from askfirst.reporting.given import Given
from askfirst.reporting.owed import owed
from askfirst.reporting.places import Places
from askfirst.reporting.style import PLAIN, Paint, Style
from askfirst.reporting.trust import aside, keys
from askfirst.reporting.visible import visible
from askfirst.reporting.whom import whom
from askfirst.reporting.why import telling, why
from askfirst.reporting.wording import NOBODY, label, model, sentence, shown, terms
from askfirst.vocabulary import ANY, Because, Status, Use

__all__ = ["as_json", "as_json_lines", "broken", "concise", "full", "headline"]

_ANSWERS = {
    Status.PERMITTED: "Yes",
    Status.UNSPECIFIED: "Nobody said yes",
    Status.CONSENT_REQUIRED: "Ask first",
    Status.PROHIBITED: "No",
}
_TOO_LOW = """\
Nothing unsigned opens anything at the assurance `trusted`. If you have the documents from the
rightsholders themselves and answer for that, `--assurance unsigned` takes them at their word.
Whose signatures count is yours to say: `askfirst trust add FILE` and `--trust FILE`."""
_AGAIN = "Ask again before each use: a Withdrawal or a new Declaration can end a yes."
_EXPLAIN = "`askfirst explain CODE` says more about a reason."


@dataclass
class _Seen:
    """What was in the answers, for the words after the last of them."""

    outcomes: Counter[Status] = field(default_factory=Counter)
    codes: set[str] = field(default_factory=set)
    question: str = ""
    as_of: str = ""

    def see(self, answers: Iterable[Answer], *, reasons: bool = False) -> Iterator[Answer]:
        """Yield the answers, remembering what is told about all of them."""
        for answer in answers:
            self.outcomes[answer.outcome] += 1
            self.question, self.as_of = _asked(answer.case.question), _as_of(answer)
            if reasons:
                self.codes |= {one.code for leaf in answer.leaves for one in telling(leaf)}
            yield answer


def full(
    answers: Iterable[Answer], given: Given, style: Style = PLAIN, *, quiet: bool = False
) -> str:
    """Return each answer with its reasons and what to do, then what holds for all of them."""
    places, seen = Places(given.files), _Seen()
    blocks = ["\n".join(broken(given, style))]
    blocks += [
        "\n".join(_block(answer, given, places, style))
        for answer in seen.see(answers, reasons=True)
        if not (quiet and answer.outcome is Status.PERMITTED)
    ]
    blocks.append("" if quiet else "\n".join(_closing(seen, given)))
    text = "\n\n".join(filter(None, blocks))
    return f"{text}\n" if text else ""


def concise(
    answers: Iterable[Answer], given: Given, style: Style = PLAIN, *, quiet: bool = False
) -> str:
    """Return one line for each answer, then how many there are of each."""
    seen = _Seen()
    lines = list(broken(given, style))
    lines += [
        headline(answer, style)
        for answer in seen.see(answers)
        if not (quiet and answer.outcome is Status.PERMITTED)
    ]
    lines += [] if quiet else _summary(seen)
    return "".join(f"{line}\n" for line in lines)


def as_json(answers: Iterable[Answer], *, several: bool) -> str:
    """Return a Decision, or a list of several, as JSON text that ends with a newline."""
    if several:  # each on one line, which takes a third of the time
        lines = [json.dumps(answer.to_dict()) for answer in answers]
        return "[\n" + ",\n".join(lines) + "\n]\n"
    return "".join(json.dumps(answer.to_dict(), indent=2) + "\n" for answer in answers)


def as_json_lines(answers: Iterable[Answer]) -> str:
    """Return each Decision as a line of JSON."""
    return "".join(json.dumps(answer.to_dict()) + "\n" for answer in answers)


def broken(given: Given, style: Style = PLAIN) -> Iterator[str]:
    """Yield which files do not conform, and what that means."""
    errors = given.broken
    for path, error in errors.items():
        place = f"{visible(path)}:{error.position}:" if error.position else f"{visible(path)}:"
        yield f"{style.place(place)} {style.error(error.code)} {sentence(error.message)}"
    if errors:
        file = visible(shlex.quote(next(iter(errors)))) if len(errors) == 1 else "FILE"
        does = "does not conform: it opens" if len(errors) == 1 else "do not conform: they open"
        count = f"{len(errors):,} of {len(given.files):,} file{'s' * (len(given.files) != 1)}"
        yield f"{count} {does} nothing, and can only close. See `askfirst check {file}`."


def _block(answer: Answer, given: Given, places: Places, style: Style) -> Iterator[str]:
    yield headline(answer, style)
    yield from _differing(answer, style)
    for title, lines in (
        ("Why:", why(answer, places, style)),
        ("What to do:", _to_do(answer, given, style)),
        ("What it rests on:", owed(answer, places, style)),
    ):
        told = [f"  {line}" for line in lines]
        yield from [title, *told] if told else []


def headline(answer: Answer, style: Style = PLAIN) -> str:
    """Return the answer in a sentence: of what track, as of when, at what assurance."""
    said = _paint(answer.outcome, style)(f"{_ANSWERS[answer.outcome]}:")
    what = f"{terms(answer.outcomes)} of {label(answer.case)}"
    return f"{said} {what} is {answer.outcome}, {_as_of(answer)}."


def _as_of(answer: Answer) -> str:
    return f"as of {answer.case.at}, assurance {answer.case.assurance}"


def _asked(question: Question) -> str:
    """Return how the question is read: what it leaves out is the widest (reading rule 4)."""
    by = "nobody in particular" if question.party == NOBODY else shown(question.party)
    which = f"the model {shown(model(question.model))}" if question.model else "any model"
    where = f"in {', '.join(question.territories)}" if question.territories else "worldwide"
    to_what_end = "" if question.purpose == ANY else f" `{shown(question.purpose)}`"
    accepted = ", ".join(question.accepts) or "nothing"
    return (
        f"Asked by {by}: material {', '.join(question.materials)}; {which}; {where}; "
        f"{'purpose' if to_what_end else 'any purpose'}{to_what_end}; accepting {accepted}."
    )


def _differing(answer: Answer, style: Style) -> Iterator[str]:
    """Yield the leaves by their outcome, where they differ."""
    by_status: dict[Status, list[Use]] = {}
    for leaf, status in answer.outcomes.items():
        by_status.setdefault(status, []).append(leaf)
    open_ = {one.use for one in answer.missing}
    for status in reversed(Status) if len(by_status) > 1 else ():
        if status in by_status:
            told = " (open to asking)" if open_.intersection(by_status[status]) else ""
            yield f"  {_paint(status, style)(status)}{told}: {terms(by_status[status])}"


def _to_do(answer: Answer, given: Given, style: Style) -> Iterator[str]:
    prohibited = [leaf for leaf, status in answer.outcomes.items() if status is Status.PROHIBITED]
    if prohibited:
        yield f"Leave out {terms(prohibited)}: no Consent opens it, only who prohibits it can."
    if answer.case.closing and answer.outcome is not Status.PROHIBITED:
        yield "Have mended what does not conform (AF050): until then nothing here can open."
    yield from whom(answer, style)
    if any(one.holder or one.claimed_by for one in answer.missing):
        yield f"Write to them: {style.advice(command(answer, given))}"


def _closing(seen: _Seen, given: Given) -> Iterator[str]:
    if given.trusted:
        yield f"Trust file {visible(given.trusted.path)}: {keys(given.trusted.trust)}."
        yield from (
            f"  {visible(path)}: set aside: {aside(one)}" for path, one in given.aside.items()
        )
    elif Because.TOO_LOW in seen.codes:
        yield _TOO_LOW
    if seen.outcomes[Status.PERMITTED]:
        yield _AGAIN
    yield _EXPLAIN
    yield seen.question
    yield from _summary(seen)


def _summary(seen: _Seen) -> Iterator[str]:
    if seen.outcomes.total() > 1:
        counts = [f"{seen.outcomes[one]:,} {one}" for one in Status if seen.outcomes[one]]
        yield f"{seen.outcomes.total():,} tracks: {', '.join(counts)}, {seen.as_of}."


def _paint(status: Status, style: Style) -> Paint:
    return {
        Status.PERMITTED: style.advice,
        Status.UNSPECIFIED: style.note,
        Status.CONSENT_REQUIRED: style.warning,
        Status.PROHIBITED: style.error,
    }[status]

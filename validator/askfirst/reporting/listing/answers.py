"""List the answers of a decision, track by track."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from askfirst.decision import Answer
from askfirst.model.decisions import Reason
from askfirst.reporting.decision import broken, headline
from askfirst.reporting.given import Given
from askfirst.reporting.listing.diagnostics import Diagnostic, Listing, Subject
from askfirst.reporting.places import Places
from askfirst.reporting.why import telling
from askfirst.reporting.wording import label
from askfirst.vocabulary import Severity, Status

__all__ = ["listed"]


def listed(answers: Iterable[Answer], given: Given, place: Callable[[str], str] = str) -> Listing:
    """Return the answers as a listing; whatever is not permitted is an error.

    Each points at the sentence in a document that decided; where the rules alone did, at a file.
    """
    places, seen, subjects = Places(given.files), Counter[Status](), []
    for answer in answers:
        seen[answer.outcome] += 1
        told = _diagnostic(answer, given, places, place)
        found = () if answer.outcome is Status.PERMITTED else (told,)
        subjects.append(Subject(told.path, label(answer.case), found))
    return Listing("decide", _summary(seen), subjects, remarks=broken(given))


def _summary(seen: Counter[Status]) -> str:
    counts = ", ".join(f"{seen[one]:,} {one}" for one in Status if seen[one])
    return f"{seen.total():,} track{'s' * (seen.total() != 1)}: {counts}."


def _diagnostic(
    answer: Answer, given: Given, places: Places, place: Callable[[str], str]
) -> Diagnostic:
    """Return an answer with the first reason that stands in a file."""
    texts = {file.path: file.report.text for file in given.files}
    told = Diagnostic(
        path=place(next(iter(texts))),
        code=answer.outcome,
        severity=Severity.NOTE if answer.outcome is Status.PERMITTED else Severity.ERROR,
        message=headline(answer).removesuffix("."),
    )
    for reason in _deciding(answer):
        at = places.of(reason.sha256, reason.pointer or "") if reason.sha256 else None
        if at is not None:
            return told._replace(
                path=place(at.path),
                help=f"{reason.code} {reason.sentence}",
                pointer=reason.pointer,
                position=at.position,
                text=texts[at.path],
            )
    return told


def _deciding(answer: Answer) -> Iterator[Reason]:
    """Yield the reasons of the leaves that have the outcome of the whole."""
    for leaf in answer.leaves:
        yield from telling(leaf) if leaf.outcome is answer.outcome else ()

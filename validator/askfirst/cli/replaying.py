"""Look again at the evidence of an audit, for somebody who did not make it."""

import tempfile
from pathlib import Path

from askfirst.catalog.audits.asking import Asking
from askfirst.catalog.audits.bundles import Bundle, bundle
from askfirst.catalog.audits.evidence import signed_by
from askfirst.catalog.audits.replaying import chosen, compared, counted, faults, foreign
from askfirst.catalog.audits.working import Job
from askfirst.cli.audit_asked import Asked, Flags, stop
from askfirst.cli.audit_running import folders, inputs_of, telling
from askfirst.cli.audit_store import Given, documents
from askfirst.cli.exits import CONFORMS, ERRORS
from askfirst.cli.streams import style_for, write
from askfirst.reporting.audit_json import replay_as_json
from askfirst.reporting.replay import Replay, text

__all__ = ["replayed"]

_ROWS = 1_000


def replayed(flags: Flags, asked: Asked) -> int:
    """Replay the audit with evidence in a folder, and return the exit code."""
    _number(flags.sample)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        parts, made = Path(place, "parts"), Path(place, "documents.sqlite")
        with telling(flags, parts, ""):
            found = bundle(flags.places.replay or Path())
            _refuse_others(found, asked)
            others = [one.path for one in asked.files]
            others += [path for path in (flags.request, flags.trust) if path is not None]
            with documents(flags.documents, others, made, flags.processes) as given:
                replay = _replay(flags, asked, found, given, parts)
    if flags.shown.json:
        write(replay_as_json(replay), flags.shown.output)
    else:
        write(
            text(replay, style_for(flags.shown.output), quiet=flags.shown.quiet), flags.shown.output
        )
    return CONFORMS if replay.same else ERRORS


def _replay(flags: Flags, asked: Asked, found: Bundle, given: Given, parts: Path) -> Replay:
    told, figures = found.evidence, counted(found)
    choice = chosen(found, _number(flags.sample), flags.seed or 0)
    asking = Asking(
        store=given.store,
        content=given.content,
        request=asked.request,
        at=told["at"],
        assurance=told["assurance"],
        trust=asked.trust,
    )
    again = folders(Job(asking, choice), asked, parts, flags.processes)
    return Replay(
        evidence=told,
        signed=signed_by(told),
        faults=tuple(faults(found, figures, given.period)),
        compared=compared(found, again, choice),
        foreign=tuple(foreign(found, inputs_of(flags, asked, given))),
    )


def _number(sample: str | None) -> int | None:
    """Return how many rows are decided again, None for all. Exits for anything else."""
    if sample == "all":
        return None
    text = str(_ROWS) if sample is None else sample
    if not text.isascii() or not text.isdigit() or not int(text):
        stop(f"--sample {sample}: it is a number of rows, or all")
    return int(text)


def _refuse_others(found: Bundle, asked: Asked) -> None:
    """Exit where the evidence rests on a trust file and none is given, or the other way round."""
    rests = "trust" in found.evidence
    if rests and asked.trust is None:
        stop("the evidence rests on a trust file; give it with --trust")
    if not rests and asked.trust is not None:
        stop("the evidence rests on no trust file; leave --trust out")

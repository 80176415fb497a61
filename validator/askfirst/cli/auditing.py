"""Audit a manifest, and write what was found: files that are whole or not there."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from askfirst.catalog.audits import bundles
from askfirst.catalog.audits.asking import Asking
from askfirst.catalog.audits.changes import Change, Changes
from askfirst.catalog.audits.evidence import evidence
from askfirst.catalog.audits.merging import Drafts, Merged, merged
from askfirst.catalog.audits.working import Job
from askfirst.catalog.runs import finished, synced
from askfirst.cli.audit_asked import Asked, Flags, stop
from askfirst.cli.audit_running import folders, inputs_of, place, telling
from askfirst.cli.audit_store import Given, documents
from askfirst.cli.exits import CONFORMS, ERRORS
from askfirst.cli.moments import now
from askfirst.cli.questions import instant
from askfirst.cli.streams import style_for, write
from askfirst.proof.suite import prove, with_proof
from askfirst.reporting.audit import Audit, text
from askfirst.reporting.audit_json import as_json
from askfirst.reporting.audit_summary import summary
from askfirst.reporting.visible import visible

__all__ = ["audited"]

_STORE = "documents.sqlite"


class _Found(NamedTuple):
    """What an audit found, before it is written."""

    evidence: dict[str, Any]
    figures: dict[str, Any]
    merged: Merged


def audited(flags: Flags, asked: Asked) -> int:
    """Audit a manifest, write what was asked for, and return the exit code."""
    at = instant(flags.at)
    with place(flags) as parts, telling(flags, parts, at):
        earlier = bundles.bundle(flags.places.again) if flags.places.again else None
        others = [*(one.path for one in asked.files), flags.request, flags.trust or flags.request]
        made = parts.with_name(f"{parts.name}.{_STORE}")
        with documents(flags.documents, others, made, flags.processes) as given:
            asking = _asking(flags, asked, given, at)
            found = _found(flags, asked, asking, given, parts)
            audit = _written(flags, asked, found, parts, earlier)
        finished(parts)
    if flags.shown.json:
        write(as_json(audit), flags.shown.output)
    else:
        write(
            text(audit, style_for(flags.shown.output), quiet=flags.shown.quiet), flags.shown.output
        )
    return CONFORMS if audit.permitted else ERRORS


def _asking(flags: Flags, asked: Asked, given: Given, at: str) -> Asking:
    return Asking(
        store=given.store,
        content=given.content,
        request=asked.request,
        at=at,
        assurance=flags.assurance or "trusted",
        trust=asked.trust,
    )


def _found(flags: Flags, asked: Asked, asking: Asking, given: Given, parts: Path) -> _Found:
    """Return what is found in the rows. Exits where there is none."""
    whole = merged(folders(Job(asking), asked, parts, flags.processes), Drafts.in_(parts), visible)
    if not whole.figures.rows:
        finished(parts)
        stop(f"{flags.manifest}: there is no row in it")
    inputs = inputs_of(flags, asked, given)
    told = evidence(asking, whole.figures, whole.root, inputs)
    return _Found(told, whole.figures.to_dict(whole.root, given.period), whole)


def _written(
    flags: Flags, asked: Asked, found: _Found, parts: Path, earlier: bundles.Bundle | None
) -> Audit:
    """Write what was asked for: what may be used comes last."""
    drafts, told = Drafts.in_(parts), _signed(found.evidence, asked)
    changed = _changed(earlier, drafts, parts) if earlier else None
    if flags.places.missing is not None:
        _place(drafts.sheet, flags.places.missing)
    if flags.places.evidence is not None:
        files = _files(told, found.figures, asked)
        bundles.put(flags.places.evidence, parts / ".bundle", drafts.rows, files)
    if flags.places.keep is not None:
        _place(drafts.kept, flags.places.keep)
    written = (flags.places.missing, flags.places.evidence, flags.places.keep)
    return Audit(
        evidence=told,
        figures=found.figures,
        merged=found.merged,
        written=tuple(str(path) for path in written if path is not None),
        changed=changed,
        earlier=earlier.evidence if earlier else None,
    )


def _signed(told: dict[str, Any], asked: Asked) -> dict[str, Any]:
    if asked.key is None:
        return told
    return with_proof(told, prove(told, asked.key.key, now()))


def _files(told: dict[str, Any], figures: dict[str, Any], asked: Asked) -> dict[str, bytes]:
    values = {
        bundles.EVIDENCE: told,
        bundles.REQUEST: json.loads(asked.request),
        bundles.FIGURES: figures,
    }
    texts = {name: f"{json.dumps(value, indent=2)}\n" for name, value in values.items()}
    texts[bundles.SUMMARY] = summary(told, figures)
    return {name: one.encode() for name, one in texts.items()}


def _changed(earlier: bundles.Bundle, drafts: Drafts, parts: Path) -> tuple[Change, ...]:
    """Return the rows with another outcome than in an earlier audit. Raises `NotABundle`."""
    if earlier.root() != earlier.evidence["merkleRoot"]:
        raise bundles.NotABundle(f"{earlier.rows} was changed: it has not the root it had")
    table = parts / ".changes.sqlite"
    table.unlink(missing_ok=True)
    with Changes(table, _outcomes(earlier.rows), _outcomes(drafts.rows)) as found:
        return tuple(found)


def _outcomes(path: Path) -> Iterator[tuple[str, str]]:
    return ((row["row"], row["outcome"]) for row in bundles.rows(path))


def _place(draft: Path, target: Path) -> None:
    """Put a file in place, whole or not at all, also where that is another disk."""
    near = target.with_name(f".{target.name}.draft")
    try:
        shutil.copyfile(draft, near)
        synced(near)
        near.replace(target)
    finally:
        near.unlink(missing_ok=True)
    synced(target.absolute().parent)

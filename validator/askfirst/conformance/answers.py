"""Answer vectors, as every implementation under test does (spec 15)."""

from base64 import b64decode
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, TypeAlias

from askfirst.audio import UnreadableAudio, coded_audio
from askfirst.checking import Checked, InvalidDocument, Report, check, read
from askfirst.checking.making import AnyDocument
from askfirst.comparison import Change, compare
from askfirst.conformance.signals import signal_answer
from askfirst.conformance.vectors import Kind
from askfirst.decision import NoDocument, NoQuestion, NothingAsked, decide, expand
from askfirst.decision.expanded import expanded
from askfirst.model.declarations import Release
from askfirst.reading import Syntax

__all__ = ["answer"]

_Object: TypeAlias = dict[str, Any]


def answer(asked: Mapping[str, Any]) -> _Object:
    """Return the answer to a vector. Raises `KeyError` or `ValueError` where it is none."""
    return {"id": asked["id"], **_ANSWERS[Kind(asked["kind"])](asked)}


def _findings(asked: Mapping[str, Any]) -> _Object:
    report = _report(asked) if _has_text(asked) else check(asked["documents"][0])
    return {
        "findings": [
            {"code": f.code, "severity": f.severity, "pointer": f.pointer} for f in report.findings
        ]
    }


def _has_text(asked: Mapping[str, Any]) -> bool:
    return "text" in asked or "base64" in asked


def _report(asked: Mapping[str, Any]) -> Report:
    data = (
        b64decode(asked["base64"], validate=True) if "base64" in asked else asked["text"].encode()
    )
    return check(data, syntax=Syntax(asked["syntax"]))


def _decision(asked: Mapping[str, Any]) -> _Object:
    """Return what a Decision says; an outcome of None where there is no question to answer."""
    try:
        given = [*asked["documents"], *_given(asked)]
        how = {"at": asked["at"], "assurance": asked["assurance"]}
        trust, track = asked.get("trust"), asked.get("track")
        said = decide(asked["request"], given, **how, trust=trust, track=track).to_dict()
    except (InvalidDocument, NoDocument, NoQuestion, NothingAsked):
        return {"outcome": None}
    return {name: said[name] for name in ("outcome", "leaves", "missing")}


def _given(asked: Mapping[str, Any]) -> tuple[Checked, ...]:
    """Return the documents in a text that is given beside the others."""
    if not _has_text(asked):
        return ()
    report = _report(asked)
    if not report.documents:
        raise InvalidDocument(report)
    return report.documents


def _expanded(asked: Mapping[str, Any]) -> _Object:
    release = read(asked["documents"][0])
    found = expand(release) if isinstance(release, Release) else ()
    return {"expanded": [expanded(one) for one in found]}


def _hostile(asked: Mapping[str, Any]) -> _Object:
    return _decision(asked) if "request" in asked else _findings(asked)


def _difference(asked: Mapping[str, Any]) -> _Object:
    found = compare(*(_stated(value) for value in asked["documents"]))
    changes = [_changed(change) for change in found.changes if change.use]
    return {"widened": found.widened, "changes": changes}


def _stated(value: Mapping[str, object]) -> AnyDocument:
    """Return a document, also a Policy that breaks nothing but the license."""
    report = check(value)
    document = report.documents[0].document if len(report.documents) == 1 else None
    if document is None:
        raise InvalidDocument(report)
    return document


def _changed(change: Change) -> _Object:
    where = {"track": change.track} if change.track else {}
    return {"use": change.use, "before": change.before, "after": change.after, **where}


def _coded_audio(asked: Mapping[str, Any]) -> _Object:
    """Return the hashes of an audio file; a container of None where it is refused."""
    try:
        found = coded_audio(BytesIO(b64decode(asked["audio"], validate=True)))
    except UnreadableAudio:
        return {"container": None}
    hashes = {"packetsSha256": found.packets_sha256, "pcmMd5": found.pcm_md5}
    return {"container": found.container, **hashes}


_ANSWERS: dict[Kind, Callable[[Mapping[str, Any]], _Object]] = {
    Kind.CHECK: _findings,
    Kind.DECISIONS: _decision,
    Kind.EXPAND: _expanded,
    Kind.DIFF: _difference,
    Kind.HOSTILE: _hostile,
    Kind.AUDIO: _coded_audio,
    Kind.SIGNALS: signal_answer,
}

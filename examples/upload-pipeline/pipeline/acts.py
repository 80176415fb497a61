"""Witness what rightsholders do here: consent by an opt-in, and take it back."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast
from uuid import uuid4

import askfirst
from askfirst import Checked
from askfirst.model.declarations import Declaration
from askfirst.reading import Syntax, plain, read_bytes
from askfirst.vocabulary import Method
from pipeline.parties import Account, Platform
from pipeline.problems import Problem, error_at, errors_of, unread
from pipeline.store import Kept, kept, read

__all__ = ["opt_in", "withdrawal"]

#: What we say of an opt-in ourselves, because we saw it; nobody else says it.
_OURS = ("askfirst", "type", "id", "issued", "by", "tracks", "witness", "proof", "@context")
_OURS_OF_THE_ACT = ("method", "at")
_SHARED = ("title", "artists", "isrc", "mbid", "iswc", "urls", "files")


def opt_in(track: str, body: bytes, platform: Platform, by: Account, now: str) -> Kept:
    """Keep and return the Consent of who is logged in, with our proof that they gave it here.

    The body has what they agreed to, member by member as a Consent has it (spec 4.5), with the
    words that stood beside the box. Nothing is filled in for them.
    """
    current = platform.store.current(track)
    declaration = cast("Declaration", read(current.text))
    said = _members(body)
    errors = [error_at(body, *fault) for fault in _faults(said, declaration, by)]
    if errors:
        raise Problem(422, "the opt-in was not taken", errors)
    document = _consent(said, current, platform, by, now)
    checked = _checked(document, body)
    one = kept(platform.witnessed(checked, now), document["id"], track, by.id)
    platform.store.add(one)
    return one


def _consent(
    said: Mapping[str, Any], current: Kept, platform: Platform, by: Account, now: str
) -> dict[str, Any]:
    track = json.loads(current.text)["track"]
    act = {**said["expression"], "method": Method.OPT_IN, "at": now}
    return {
        **_head("Consent", by, now),
        "tracks": [{name: track[name] for name in _SHARED if name in track}],
        **said,
        "expression": act,
        "witness": platform.account.party,
    }


def _faults(
    said: Mapping[str, Any], declaration: Declaration, by: Account
) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with an opt-in before it is a Consent."""
    (declared,) = declaration.declared
    held = {right for holder, right in declared.claims if holder == by.id}
    if not held:
        raise Problem(403, f"the Declaration of this track names no rights of {by.id}")
    for name in _OURS:
        if name in said:
            yield f"/{name}", "ours", "we say this ourselves"
    act = said.get("expression")
    if not isinstance(act, dict):
        yield "/expression", "no-expression", "the statement beside the box is needed"
        return
    for name in _OURS_OF_THE_ACT:
        if name in act:
            yield f"/expression/{name}", "ours", "we say this ourselves"
    rights = said.get("rights")
    for n, right in enumerate(rights if isinstance(rights, list) else ()):
        if right not in held:
            yield f"/rights/{n}", "not-held", "the Declaration does not name you for this right"


def withdrawal(body: bytes, platform: Platform, by: Account, now: str) -> Kept:
    """Keep and return the Withdrawal of a Consent that who is logged in gave here (spec 4.6)."""
    said = _members(body)
    consent = platform.store.consent(str(said.get("consent")), by.id)
    if consent is None:
        raise Problem(404, "you gave no such Consent here")
    document = {"effective": now, **said, **_head("Withdrawal", by, now)}
    _checked(document, body)
    one = kept(document, document["id"], consent.track, by.id)
    platform.store.add(one)
    return one


def _head(kind: str, by: Account, now: str) -> dict[str, Any]:
    named = {"askfirst": askfirst.SPEC_VERSION, "type": kind, "id": f"urn:uuid:{uuid4()}"}
    return {**named, "issued": now, "by": by.party}


def _checked(document: Mapping[str, Any], body: bytes) -> Checked:
    """Return a document that conforms.

    Raises `Problem` for any other, with the places in the body it is from.
    """
    report = askfirst.check(document)
    if not report.conforms:
        found = [(one["pointer"], one["code"], one["detail"]) for one in errors_of(report)]
        errors = [error_at(body, *one) for one in found]
        raise Problem(422, f"this makes no {document['type']}", errors)
    return report.documents[0]


def _members(body: bytes) -> dict[str, Any]:
    """Return the object in a body, read as strictly as a document is (spec 4.2)."""
    source = read_bytes(body, Syntax.JSON)
    if source.problems or source.root is None:
        raise Problem(400, "the body cannot be read", unread(source))
    value = plain(source.root)
    if not isinstance(value, dict):
        raise Problem(400, "the body has to be an object")
    return value

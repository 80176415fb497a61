"""Make values of Requests, Policies and Decisions that conform."""

from typing import Any

from askfirst.checking.pieces import Object, model, named, optional, track
from askfirst.identifiers import iri
from askfirst.model.decisions import Claimant, Decision, Given, Leaf, Missing, Question, Reason
from askfirst.model.documents import Policy, Request
from askfirst.model.parts import Terms
from askfirst.vocabulary import (
    ANY,
    WORLDWIDE,
    Assurance,
    Condition,
    DocumentType,
    Material,
    Right,
    Status,
    Use,
)

__all__ = ["decision", "policy", "request"]


def request(value: Object, head: dict[str, Any]) -> Request:
    """Return a Request; what it leaves out is there as the widest (reading rule 4)."""
    return Request(
        **head,
        by=named(value["by"]),
        uses=tuple(map(Use, value["uses"])),
        track=track(value["track"]),
        material=tuple(map(Material, value["material"])),
        model=optional(model, value.get("model")),
        territories=tuple(t for t in value.get("territories", ()) if t != WORLDWIDE),
        accepts=tuple(map(Condition, value.get("accepts", ()))),
        purpose=value.get("purpose", ANY),
        contact=value.get("contact"),
    )


def policy(value: Object, head: dict[str, Any]) -> Policy:
    """Return a Policy, also one that breaks the license."""
    return Policy(
        **head,
        by=named(value["by"]),
        without_asking=tuple(map(Use, value.get("withoutAsking", ()))),
        asks_first=tuple(map(Use, value.get("asksFirst", ()))),
        never=tuple(map(Use, value.get("never", ()))),
        effective=value["effective"],
        notice=value.get("notice"),
        terms=optional(_terms, value.get("terms")),
        how_to_opt_out=value.get("howToOptOut"),
        contact=value.get("contact"),
    )


def _terms(value: Object) -> Terms:
    return Terms(url=value["url"], quote=value.get("quote"), language=value.get("language"))


def decision(value: Object, head: dict[str, Any]) -> Decision:
    """Return a Decision as it was read."""
    return Decision(
        **head,
        request=Question(id=iri.normal(value["request"]["id"]), sha256=value["request"]["sha256"]),
        track=optional(track, value.get("track")),
        assurance=Assurance(value["assurance"]),
        trust=value.get("trust"),
        documents=tuple(map(_given, value["documents"])),
        outcome=Status(value["outcome"]),
        leaves=tuple(map(_leaf, value["leaves"])),
        missing=tuple(map(_missing, value["missing"])),
    )


def _given(value: Object) -> Given:
    return Given(
        id=value.get("id"),
        type=optional(DocumentType, value.get("type")),
        sha256=value["sha256"],
        assurance=Assurance(value["assurance"]),
        set_aside=value.get("setAside"),
    )


def _leaf(value: Object) -> Leaf:
    reasons = tuple(map(_reason, value["reasons"]))
    return Leaf(use=Use(value["use"]), outcome=Status(value["outcome"]), reasons=reasons)


def _reason(value: Object) -> Reason:
    return Reason(
        code=value["code"],
        document=value.get("document"),
        sha256=value.get("sha256"),
        pointer=value.get("pointer"),
        sentence=value["sentence"],
    )


def _missing(value: Object) -> Missing:
    return Missing(
        right=Right(value["right"]),
        holder=value.get("holder"),
        use=Use(value["use"]),
        ask_at=tuple(value["askAt"]),
        claimed_by=tuple(map(_claimant, value.get("claimedBy", ()))),
    )


def _claimant(value: Object) -> Claimant:
    return Claimant(holder=value["holder"], name=value["name"], contact=value.get("contact"))

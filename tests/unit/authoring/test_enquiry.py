"""Nobody is left out of an enquiry, and whoever is asked can together open what is asked for."""

from typing import Any

from hypothesis import assume, given

from askfirst.authoring.enquiry import enquire
from askfirst.authoring.letter import Enclosed, letter
from askfirst.checking import check, read
from askfirst.decision import decide, gather
from askfirst.model.documents import Request
from askfirst.vocabulary import Assurance, Identifies, Right, Status, Use, leaves
from tests.property.worlds import World, worlds


@given(worlds())
def test_whoever_is_named_for_what_is_touched_is_asked(given: World) -> None:
    documents = gather(given.documents)

    found = enquire(given.request, documents, at=given.at, assurance=Assurance.TRUSTED)

    entries = [
        entry
        for one in found.proposed.case.applying
        if one.restricts is Identifies.RECORDING
        for entry in one.declared.rightsholders
    ]
    touched = {missing.right for missing in found.proposed.missing}
    named = [entry for entry in entries if touched.intersection(entry.rights)]
    parties = {one.holder for one in named} | {one.mandate.id for one in named if one.mandate}
    assert parties <= {one.id for one in found.people}


@given(worlds())
def test_nothing_is_asked_for_that_asking_does_not_open(given: World) -> None:
    documents = gather(given.documents)

    found = enquire(given.request, documents, at=given.at, assurance=given.assurance)

    asked = {leaf for use in found.request["uses"] for leaf in leaves(Use(use))}
    outcomes = found.proposed.outcomes
    assert asked == {leaf for leaf in outcomes if outcomes[leaf] is not Status.PROHIBITED}


@given(worlds())
def test_when_all_holders_who_are_asked_agree_it_is_permitted(given: World) -> None:
    documents = gather(given.documents)
    found = enquire(given.request, documents, at=given.at, assurance=Assurance.UNSIGNED)
    assume(found.people and all(one.holder for one in found.proposed.missing))
    assume(not found.proposed.case.closing and not documents.ends)

    agreed = [_yes(found.request, one.id, given.at) for one in found.people]
    answer = decide(
        found.request, [*given.documents, *agreed], at=given.at, assurance=Assurance.UNSIGNED
    )

    assert answer.outcome is Status.PERMITTED


@given(worlds())
def test_every_letter_can_be_written_and_names_what_is_asked(given: World) -> None:
    documents = gather(given.documents)
    found = enquire(given.request, documents, at=given.at, assurance=given.assurance)
    assume(found.people)
    request = read(found.request)
    assert isinstance(request, Request)

    for to in found.people:
        text = letter(request, to, len(found.people) - 1, Enclosed("r", ("d",)))
        assert all(leaf in text for leaf in to.leaves)
        assert to.id in text


def _yes(request: dict[str, Any], by: str, at: str) -> dict[str, Any]:
    """Return a Consent to all that is asked."""
    consent = {
        "askfirst": "1.0.0",
        "type": "Consent",
        "id": f"urn:x:{by}",
        "issued": at,
        "by": {"id": by},
        "to": "anyone",
        "rights": list(Right),
        "tracks": [request["track"]],
        "material": request["material"],
        "uses": [str(leaf) for use in request["uses"] for leaf in leaves(Use(use))],
        "models": "any",
        "territories": ["worldwide"],
        "purpose": "any",
        "validFrom": at,
        "validUntil": "until-withdrawn",
        "conditions": [],
        "expression": {"method": "opt-in", "statement": "yes", "language": "en", "at": at},
        "atEnd": "stop-new-training",
    }
    consent["uses"] = list(dict.fromkeys(consent["uses"]))
    assert check(consent).conforms
    return consent

"""Write and read the policy that a TDM reservation points at: an offer in ODRL.

Read on 2026-11-22 in the section on policies of the final report of 2024-05-10 (see `tdmrep`). An
offer grants nothing: the best that it says is that the rightsholder can be asked.
"""

import json
from collections.abc import Iterator
from hashlib import sha256

from askfirst.signals.json_value import Json, NotJson, json_value
from askfirst.signals.signal import Trouble, Wanted
from askfirst.signals.terms import Answer

__all__ = ["PROFILE", "contact", "is_policy", "read_policy", "written_policy"]

PROFILE = "http://www.w3.org/ns/tdmrep"

_CONTEXT = ["http://www.w3.org/ns/odrl.jsonld", "http://www.w3.org/ns/tdmrep.jsonld"]
_MINE = ("tdm:mine", "mine", f"{PROFILE}#mine")
_DUTIES = ("obtainConsent", "compensate")
_CONTACTS = {"mailto": "vcard:hasEmail", "tel": "vcard:hasTelephone"}


def written_policy(wanted: Wanted, site: str) -> tuple[str, str]:
    """Return the path and the text of the policy by which a holder wants to be asked.

    It names no track, so that all tracks of one holder on a site have one policy.
    """
    name = {"vcard:fn": wanted.holder} if wanted.holder else {}
    assigner = {"uid": f"{site}/", **name, **contact(wanted)}
    rule = {"action": _MINE[0], "duty": [{"action": _DUTIES[0]}]}
    path = f"/policies/{sha256(json.dumps(assigner).encode()).hexdigest()[:16]}.json"
    policy = {
        "@context": _CONTEXT,
        "@type": "Offer",
        "profile": PROFILE,
        "uid": f"{site}{path}",
        "assigner": assigner,
        "permission": [rule],
    }
    return path, json.dumps(policy, indent=2) + "\n"


def contact(wanted: Wanted) -> dict[str, str]:
    """Return where one can ask, as a member of vCard; nothing where nobody knows it."""
    scheme = (wanted.ask or "").partition(":")[0].lower()
    return {_CONTACTS.get(scheme, "vcard:hasURL"): wanted.ask} if wanted.ask else {}


def is_policy(text: str) -> bool:
    """Tell whether a text is meant as such a policy, well-formed or not."""
    return text.lstrip("\ufeff \t\r\n").startswith("{") and f'"{PROFILE}"' in text


def read_policy(text: str) -> tuple[Answer | None, tuple[Trouble, ...]]:
    """Return what a policy says of mining, and what is wrong with it."""
    try:
        policy = json_value(text)
    except NotJson as error:
        return None, (Trouble("AF901", f"the TDM policy cannot be read: {error}"),)
    faults = tuple(Trouble("AF901", sentence) for sentence in _faults(policy))
    if faults:
        return None, faults
    return _answer(policy), tuple(Trouble("AF903", sentence) for sentence in _oddities(policy))


def _faults(policy: Json) -> Iterator[str]:
    if policy.get("@context") != _CONTEXT:
        yield "the `@context` of a TDM policy is the list of that of ODRL and that of TDMRep"
    for name, value in (("@type", "Offer"), ("profile", PROFILE)):
        if policy.get(name) != value:
            yield f"the `{name}` of a TDM policy is `{value}`"
    if not isinstance(policy.get("uid"), str):
        yield "a TDM policy has a `uid`, which is an address"
    if not isinstance(policy.get("assigner"), dict | str):
        yield "a TDM policy names its `assigner`"
    if not _rules(policy, "permission"):
        yield "a TDM policy has a list `permission`, of objects"


def _rules(policy: Json, name: str) -> list[dict[str, Json]]:
    """Return the rules under a name, or none where one of them is no object."""
    rules = policy.get(name)
    whole = isinstance(rules, list) and all(isinstance(rule, dict) for rule in rules)
    return rules if whole else []


def _answer(policy: Json) -> Answer | None:
    if "prohibition" in policy:
        return Answer.REFUSED  # a policy should hold none, so nobody knows how much it takes back
    offered = any(_offers(rule) for rule in policy["permission"])
    return Answer.ASK if offered else None


def _offers(rule: Json) -> bool:
    """Tell whether a permission offers mining to whoever asks; one with a limit offers a part."""
    return rule.get("action") in _MINE and not {"constraint", "refinement"} & set(rule)


def _oddities(policy: Json) -> Iterator[str]:
    if "prohibition" in policy:
        yield "a TDM policy should hold no `prohibition`; it is read as a refusal"
    for rule in policy["permission"]:
        if rule.get("action") not in _MINE:
            yield "the only action of a TDM policy is `tdm:mine`"
        elif not _offers(rule):
            yield "mining is offered within limits only, which is read as nothing"
        if not all(_known(duty) for duty in _rules(rule, "duty")):
            yield f"the duties of a TDM policy are {' and '.join(_DUTIES)}"


def _known(duty: Json) -> bool:
    return duty.get("action") in _DUTIES

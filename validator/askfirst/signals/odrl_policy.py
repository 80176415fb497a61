"""Write a policy of our profile of ODRL 2.2: a rule for each leaf, as JSON-LD and as Turtle.

Leaves, because permissions are independent of each other in ODRL: one for a group would pass by the
duty that one of its parts has. To be asked is a permission with a duty and no prohibition, which no
later agreement could ever lift.
"""

import json
from collections.abc import Iterator, Mapping
from uuid import NAMESPACE_URL, uuid5

from askfirst.signals.json_value import Json
from askfirst.signals.signal import Wanted
from askfirst.signals.tdmrep_policy import contact
from askfirst.signals.terms import Answer

__all__ = ["AF", "CONTEXT", "ODRL", "PROFILE", "json_ld", "policy", "turtle"]

AF = "https://w3id.org/askfirst/ns#"
CONTEXT = "http://www.w3.org/ns/odrl.jsonld"
ODRL = "http://www.w3.org/ns/odrl/2/"
PROFILE = "https://w3id.org/askfirst/1.0/odrl-profile"

_PREFIXES = {
    "af": AF,
    "dct": "http://purl.org/dc/terms/",
    "odrl": ODRL,
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: What does not stand in an IRI (Turtle, section 6.5).
_ENDING = frozenset(map(chr, range(0x21))) | frozenset('<>"{}|^`\\')
_RULES = {Answer.REFUSED: "prohibition", Answer.ASK: "permission", Answer.ALLOWED: "permission"}


def policy(wanted: Wanted, said: Mapping[str, Answer]) -> Json:
    """Return the policy of a track as JSON-LD; every node has a name, and equal content one `uid`.

    A track without an address on the web is named by the policy and described by its identifiers.
    """
    content = [wanted.title, wanted.isrc, wanted.place, wanted.document, wanted.holder, wanted.ask]
    named = json.dumps([*content, wanted.issued, list(said.items())])
    uid = f"urn:uuid:{uuid5(NAMESPACE_URL, PROFILE + named)}"
    target = _target(wanted, uid)
    rules: dict[str, list[Json]] = {}
    for leaf, answer in said.items():
        rules.setdefault(_RULES[answer], []).append(_rule(uid, leaf, answer, target["uid"]))
    return {
        "@context": CONTEXT,
        "@type": "Set",
        "uid": uid,
        "profile": PROFILE,
        "conflict": "prohibit",
        **_about(wanted),
        "target": target,
        "assigner": {"uid": f"{uid}#assigner", "@type": "Party", **_party(wanted)},
        **rules,
    }


def _about(wanted: Wanted) -> Json:
    source = {"dct:source": {"@id": wanted.document}} if wanted.document else {}
    issued = {"@value": wanted.issued, "@type": "xsd:dateTime"}
    return {**source, **({"dct:issued": issued} if wanted.issued else {})}


def _target(wanted: Wanted, uid: str) -> Json:
    isrc = {f"{AF}isrc": wanted.isrc} if wanted.isrc else {}
    title = {"dct:title": wanted.title} if wanted.title else {}
    return {"uid": wanted.place or f"{uid}#track", "@type": "Asset", **title, **isrc}


def _party(wanted: Wanted) -> Json:
    name = {"vcard:fn": wanted.holder} if wanted.holder else {}
    return {**name, **{key: {"@id": address} for key, address in contact(wanted).items()}}


def _rule(uid: str, leaf: str, answer: Answer, target: str) -> Json:
    duty = {
        "uid": f"{uid}#{leaf}-duty",
        "action": "obtainConsent",
        "consentingParty": f"{uid}#assigner",
    }
    return {
        "uid": f"{uid}#{leaf}",
        "target": target,
        "assigner": f"{uid}#assigner",
        "action": f"{AF}{leaf}",
        **({"duty": [duty]} if answer is Answer.ASK else {}),
    }


def json_ld(made: Json) -> str:
    """Return a policy as the text of a JSON-LD file."""
    return json.dumps(made, indent=2) + "\n"


def turtle(made: Json) -> str:
    """Return a policy as the text of a Turtle file that says the same."""
    prefixes = [f"@prefix {name}: <{address}> ." for name, address in _PREFIXES.items()]
    text = "\n".join([*prefixes, "", *_nodes(made)])
    return text.encode(errors="replace").decode()


def _nodes(node: Json) -> Iterator[str]:
    """Yield the lines of a node, and then those of the nodes in it."""
    members = {key: value for key, value in node.items() if key not in ("@context", "uid")}
    inner = [one for value in members.values() for one in _listed(value) if _is_node(one)]
    ends = [" ;"] * (len(members) - 1) + [" ."]
    yield _iri(node["uid"])
    for end, (key, value) in zip(ends, members.items(), strict=True):
        yield f"    {_property(key)} {', '.join(_value(key, one) for one in _listed(value))}{end}"
    yield ""
    for one in inner:
        yield from _nodes(one)


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _is_node(value: Json) -> bool:
    return isinstance(value, dict) and "uid" in value


def _property(key: str) -> str:
    if key == "@type":
        return "a"
    if key.startswith(AF):
        return f"af:{key.removeprefix(AF)}"
    return key if ":" in key else f"odrl:{key}"


def _value(key: str, value: Json) -> str:
    if isinstance(value, dict):
        if "@value" in value:
            return f"{_text(value['@value'])}^^{value['@type']}"
        return _iri(value.get("uid") or value["@id"])
    if ":" in key:
        return _text(value)
    return _iri(value) if ":" in value else f"odrl:{value}"


def _text(value: str) -> str:
    """Return a literal; what JSON escapes inside quotes, Turtle escapes in the same way."""
    return json.dumps(value, ensure_ascii=False)


def _iri(value: str) -> str:
    """Return an IRI between its brackets; what could end it there is encoded."""
    return f"<{''.join(_encoded(one) if one in _ENDING else one for one in value)}>"


def _encoded(character: str) -> str:
    return f"%{ord(character):02X}"

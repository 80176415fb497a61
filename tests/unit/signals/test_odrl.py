"""ODRL: what restricts is heard anywhere, and what permits only as our profile has it."""

import json
import logging
from time import perf_counter

import pytest

from askfirst.signals import Answer, Channel, Found, Reading, answers, signal
from askfirst.vocabulary import Status, Use, leaves
from tests.consistency.shipped import Json
from tests.unit.signals.objects import track

ODRL = signal("odrl")
AF = "https://w3id.org/askfirst/ns#"
TRACK = "https://a.example/1.flac"
RULE = {"target": TRACK, "action": f"{AF}tagging-training"}
POLICY = {
    "@context": "http://www.w3.org/ns/odrl.jsonld",
    "@type": "Set",
    "uid": "urn:example:policy",
    "profile": "https://w3id.org/askfirst/1.0/odrl-profile",
    "conflict": "prohibit",
    "permission": [RULE],
}
PREFIX = "@prefix odrl: <http://www.w3.org/ns/odrl/2/> .\n@prefix af: <" + AF + "> .\n"
TURTLE = """<urn:example:policy> a odrl:Set ;
    odrl:profile <https://w3id.org/askfirst/1.0/odrl-profile> ; odrl:conflict odrl:prohibit ;
    odrl:permission [ odrl:target <https://a.example/1.flac> ; odrl:action af:tagging-training ] .
"""
STATUSES = [Status.CONSENT_REQUIRED, Status.PERMITTED, Status.PROHIBITED]


def file(value: Json, name: str | None = None) -> Found:
    text = value if isinstance(value, str) else json.dumps(value)
    return Found(Channel.FILE, text, name=name)


def read(value: Json, name: str | None = None) -> Reading:
    (found,) = ODRL.read(file(value, name))
    return found


def said(value: Json) -> Answer | None:
    return ODRL.combine(ODRL.read(file(value))).get("tagging-training")


def codes(value: Json) -> list[str]:
    return [trouble.code for trouble in read(value).troubles]


def test_what_is_written_is_heard_as_it_stands() -> None:
    stated = {Use.ANALYTIC_TRAINING: Status.PERMITTED, Use.GENERATIVE_INPUT: Status.PROHIBITED}
    wanted = track(stated | {Use.GENERATIVE_TRAINING: Status.CONSENT_REQUIRED}, place=TRACK)
    said = answers(wanted.standing, ODRL.terms, can_ask=True)
    for carrier in ODRL.write(wanted, said):
        assert ODRL.heard([carrier]) == wanted.standing


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("place", [TRACK, None])
@pytest.mark.parametrize(
    "text", ['"', "\\", "> .\n<a> <b> <c", '"""', "\x00\x1f\x7f", "\u2028", "\ud800", "}]", "é", ""]
)
def test_no_text_ends_what_it_stands_in(text: str, place: str | None, status: Status) -> None:
    wanted = track({Use.SEARCH_INDEXING: status}, holder=text, isrc=text, ask=f"urn:a:{text}")
    wanted = wanted._replace(title=text, place=place and place + text, issued=text)
    carriers = ODRL.write(wanted, answers(wanted.standing, ODRL.terms, can_ask=True))
    assert len(carriers) == 2
    for carrier in carriers:
        assert read(carrier.text, carrier.name).troubles == ()
        assert ODRL.heard([carrier]) == wanted.standing


def test_equal_policies_have_one_name_and_others_another() -> None:
    texts = [
        ODRL.write(track({Use.INPUT: status}, place=TRACK), {"analytic-input": answer})[0].text
        for status in STATUSES[:2]
        for answer in Answer
    ]
    names = [json.loads(text)["uid"] for text in texts]
    assert names[:3] == names[3:]
    assert len(set(names)) == 3


def test_a_policy_without_rules_is_not_written() -> None:
    assert ODRL.write(track({}), {}) == ()


def test_a_permission_counts_in_a_policy_of_the_profile() -> None:
    assert (said(POLICY), codes(POLICY)) == (Answer.ALLOWED, [])
    assert said([{"@context": POLICY["@context"], "@graph": [POLICY]}]) is Answer.ALLOWED
    assert said({**POLICY, "permission": RULE}) is Answer.ALLOWED
    assert said(PREFIX + TURTLE) is Answer.ALLOWED


@pytest.mark.parametrize(
    "change",
    [
        {"@context": None},
        {"@context": "https://www.w3.org/ns/odrl.jsonld"},
        {"@type": "Agreement"},
        {"@type": ["Set", "Offer"]},
        {"type": "Offer"},
        {"profile": None},
        {"profile": "https://w3id.org/askfirst/2.0/odrl-profile"},
        {"conflict": "invalid"},
        {"conflict": ["prohibit", "perm"]},
        {"uid": None},
        {"uid": ["urn:a", "urn:b"]},
        {"inheritFrom": "urn:a"},
        {"obligation": [{"action": "delete"}]},
        {"dct:isReplacedBy": "urn:a"},
        {"constraint": []},
        {"x": 1},
        {"target": "https://a.example/2.flac"},
        {"permission": [RULE, {"action": f"{AF}analytic-input"}]},
        {"permission": [RULE, RULE | {"target": {"uid": TRACK, "refinement": []}}]},
        {"permission": [RULE | {"target": [TRACK, "urn:a"]}]},
        {"permission": [RULE | {"constraint": []}]},
        {"permission": [RULE | {"assignee": "urn:a"}]},
        {"permission": [RULE | {"remedy": []}]},
        {"permission": [RULE | {"action": ["tagging-training"]}]},
        {"permission": [RULE | {"action": [RULE["action"], f"{AF}analytic-input"]}]},
        {"permission": [RULE | {"action": {"rdf:value": RULE["action"], "refinement": []}}]},
        {"permission": [RULE, "urn:a"]},
        {"permission": [RULE], "prohibition": [None]},
        {"permission": [RULE], "prohibition": {"@set": [RULE]}},
        {"permission": [RULE], "prohibition": [{"target": TRACK, "action": "unheard-of"}]},
    ],
    ids=str,
)
def test_whatever_is_odd_takes_the_permission(change: Json) -> None:
    changed = {key: value for key, value in {**POLICY, **change}.items() if value is not None}
    assert said(changed) is None
    assert codes(changed)


@pytest.mark.parametrize("kind", ["prohibition", "permission"])
@pytest.mark.parametrize(
    "policy",
    [
        {},
        {"@type": "Offer", "profile": "urn:a", "conflict": "perm"},
        {"@context": {"permission": "odrl:prohibition"}},
        {"odrl:permission": [RULE]},
    ],
)
@pytest.mark.parametrize("rule", [{}, {"constraint": [{}]}, {"assignee": "urn:a"}])
def test_whatever_restricts_is_heard(kind: str, policy: Json, rule: Json) -> None:
    duty = {"duty": [{"action": "obtainConsent"}]} if kind == "permission" else {}
    restricting = {"uid": "http://www.w3.org/ns/odrl/2/", **policy, kind: [RULE | rule | duty]}
    assert said(restricting) is (Answer.ASK if duty else Answer.REFUSED)


@pytest.mark.parametrize("use", Use)
def test_each_use_is_an_action_of_the_profile(use: Use) -> None:
    refused = POLICY | {"permission": [], "prohibition": [RULE | {"action": f"{AF}{use}"}]}
    assert read(refused) == Reading(dict.fromkeys(map(str, leaves(use)), Answer.REFUSED))


@pytest.mark.parametrize(
    "body",
    [
        TURTLE.replace("odrl:Set", "odrl:Offer"),
        TURTLE.replace("odrl:Set", "odrl:Set, odrl:Offer"),
        TURTLE.replace("odrl:prohibit ", '"prohibit" '),
        TURTLE.replace("<https://w3id.org/askfirst/1.0/odrl-profile>", "af:profile"),
        TURTLE.replace("[ odrl:target", "[ odrl:constraint [] ; odrl:target"),
        TURTLE.replace("af:tagging-training", "af:tagging-training, af:analytic-input"),
        TURTLE.replace("af:tagging-training", '"https://w3id.org/askfirst/ns#tagging-training"'),
        TURTLE.replace("<urn:example:policy>", "[]"),
        TURTLE + "<urn:example:policy> odrl:inheritFrom <urn:a> .",
    ],
)
def test_turtle_is_doubted_in_the_same_way(body: str) -> None:
    assert said(PREFIX + body) is None
    assert codes(PREFIX + body)


@pytest.mark.parametrize(
    "body",
    [
        "<a> odrl:permission " + "[" * 100_000,
        "<a> odrl:permission " + "[ odrl:duty " * 9_000,
        "<a> odrl:permission " + "(" * 100_000,
        "<a> odrl:permission " + "1" * 100_000 + " .",
        '<a> odrl:permission """' + '\\"' * 50_000,
        "@base <http://a/" + "x/" * 30_000 + "> . " + "<../b> odrl:permission <c> . " * 1_000,
        "".join(
            f"<n{n}> odrl:permission {', '.join(f'<n{m}>' for m in range(70))} .\n"
            for n in range(70)
        ),
        "#" * 2**20,
    ],
    ids=lambda body: body[:30],
)
def test_hostile_turtle_is_read_quickly(body: str) -> None:
    began = perf_counter()
    found = ODRL.read(file(PREFIX + body))
    assert perf_counter() - began < 5
    assert all(one.said == {} for one in found)


def test_strange_values_are_not_talked_about(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    body = '<urn:x y> odrl:permission "a"^^<http://www.w3.org/2001/XMLSchema#integer>, <b c> .'
    assert said(PREFIX + body) is None
    assert capsys.readouterr() == ("", "")


def test_a_relative_address_does_not_tell_where_the_program_runs() -> None:
    (found,) = ODRL.read(file(PREFIX + "<a> odrl:prohibition [ odrl:action <b> ] ."))
    assert "file:" not in str(found)


def test_nothing_else_is_read() -> None:
    others = [
        Found(Channel.HTML, json.dumps(POLICY)),
        file({"uid": "urn:a"}),
        file('{"see": "http://www.w3.org/ns/odrl/2/"}'),
        file("http://www.w3.org/ns/odrl/2/ is an address"),
        file(POLICY | {"profile": "http://www.w3.org/ns/tdmrep"}),
    ]
    assert [reading for one in others for reading in ODRL.read(one)] == []

"""Policies of any shape are read, and permit only where nothing in them is odd."""

import json

from hypothesis import given
from hypothesis import strategies as st

from askfirst.signals import Answer, Channel, Found, Reading, signal
from tests.consistency.shipped import Json

AF = "https://w3id.org/askfirst/ns#"
RULE = {"target": "urn:a", "action": f"{AF}tagging-training"}
POLICY = {
    "@context": "http://www.w3.org/ns/odrl.jsonld",
    "@type": "Set",
    "uid": "urn:a",
    "profile": "https://w3id.org/askfirst/1.0/odrl-profile",
    "conflict": "prohibit",
    "permission": [RULE],
}
OFFER = {
    "@context": ["http://www.w3.org/ns/odrl.jsonld", "http://www.w3.org/ns/tdmrep.jsonld"],
    "@type": "Offer",
    "profile": "http://www.w3.org/ns/tdmrep",
    "uid": "urn:a",
    "assigner": "urn:b",
    "permission": [{"action": "tdm:mine"}],
}
#: Every word that means something here, and some that do not.
WORDS = sorted(
    {
        "prohibition",
        "obligation",
        "duty",
        "constraint",
        "refinement",
        "assignee",
        "assigner",
        "type",
    }
    | {"uid", "@id", "@graph", "@set", "odrl:permission", "odrl:use", "use", "obtainConsent"}
    | {"rdf:value", "perm", "Offer", "location", "tdm-reservation", "tdm-policy", "tdm:mine", "x"}
    | {*POLICY, *RULE, RULE["action"], f"{AF}training", "http://www.w3.org/ns/odrl/2/permission"}
)
words = st.sampled_from(WORDS)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 2) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)
objects = st.dictionaries(words, values, max_size=5)


def read(name: str, value: Json, channel: Channel, file: str) -> tuple[Reading, ...]:
    return signal(name).read(Found(channel, json.dumps(value), name=file))


class TestPolicies:
    """It MUST NOT read a signal as permitting more than the signal permits."""

    @given(policy=objects, rule=objects, ours=st.booleans())
    def test_what_is_odd_permits_nothing(self, policy: Json, rule: Json, ours: bool) -> None:
        changed = {**POLICY, "permission": [RULE | rule]} | (policy if ours else {"x": policy})
        for reading in read("odrl", changed, Channel.FILE, "odrl.jsonld"):
            if Answer.ALLOWED in reading.said.values():
                assert {trouble.code for trouble in reading.troubles} <= {"AF904"}

    @given(changes=objects)
    def test_an_offer_permits_nothing(self, changes: Json) -> None:
        for reading in read("tdmrep", OFFER | changes, Channel.FILE, "policy.json"):
            assert Answer.ALLOWED not in reading.said.values()

    @given(rules=st.lists(objects | values, max_size=3))
    def test_only_the_number_0_opens_a_site(self, rules: Json) -> None:
        zeros = [one for one in rules if isinstance(one, dict) and one.get("tdm-reservation") == 0]
        for reading in read("tdmrep", rules, Channel.WELL_KNOWN, "tdmrep.json"):
            assert zeros or Answer.ALLOWED not in reading.said.values()

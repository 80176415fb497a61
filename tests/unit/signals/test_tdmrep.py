"""TDMRep: its four places, their precedence, and values that strangers chose."""

import json

import pytest

from askfirst.signals import Answer, Channel, Found, Wanted, answers, signal
from askfirst.vocabulary import Status, Use
from tests.unit.signals.objects import track

TDMREP = signal("tdmrep")
RESERVATION = "tdm-reservation"
PAGE = '<meta name="tdm-reservation" content="{}">'
POLICY = "https://label.example.com/policies/1"
OFFER = {
    "@context": ["http://www.w3.org/ns/odrl.jsonld", "http://www.w3.org/ns/tdmrep.jsonld"],
    "@type": "Offer",
    "profile": "http://www.w3.org/ns/tdmrep",
    "uid": POLICY,
    "assigner": {"vcard:fn": "Northline Records"},
    "permission": [{"action": "tdm:mine", "duty": [{"action": "obtainConsent"}]}],
}
REFUSAL = {**OFFER, "prohibition": [{"action": "tdm:mine"}]}


def header(name: str, text: str) -> Found:
    return Found(Channel.HTTP_HEADER, text, name=name)


def reserved(value: object) -> Found:
    return header(RESERVATION, str(value))


def page(value: object) -> Found:
    return Found(Channel.HTML, PAGE.format(value))


def site(*rules: object, url: str | None = None) -> Found:
    return Found(Channel.WELL_KNOWN, json.dumps(rules), url, "/.well-known/tdmrep.json")


def rule(value: object, location: str = "/", **more: str) -> dict[str, object]:
    return {"location": location, RESERVATION: value, **more}


def policy(value: object) -> Found:
    return Found(Channel.FILE, json.dumps(value), name="policy.json")


def said(*found: Found) -> Answer | None:
    return TDMREP.combine([one for text in found for one in TDMREP.read(text)]).get(RESERVATION)


def codes(*found: Found) -> list[str]:
    readings = [one for text in found for one in TDMREP.read(text)]
    return [trouble.code for one in readings for trouble in one.troubles]


def written(wanted: Wanted) -> dict[tuple[str, str], str]:
    asked = answers(wanted.standing, TDMREP.terms, can_ask=TDMREP.can_ask)
    return {(one.channel, one.name): one.text for one in TDMREP.write(wanted, asked)}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((site(rule(1)), reserved(0)), Answer.ALLOWED),
        ((site(rule(0)), reserved(1)), Answer.REFUSED),
        ((reserved(1), page(0)), Answer.ALLOWED),
        ((reserved(0), page(1)), Answer.REFUSED),
        ((site(rule(1)), reserved(0), page(1)), Answer.REFUSED),
        ((site(rule(1)), reserved("yes"), page("")), Answer.REFUSED),
        ((reserved(1), reserved(0)), Answer.REFUSED),
        ((), None),
    ],
)
def test_a_page_replaces_a_header_and_a_header_the_file(
    found: tuple[Found, ...], expected: Answer | None
) -> None:
    assert said(*found) is expected
    assert said(*reversed(found)) is expected


def test_a_policy_is_not_unset_by_a_place_that_names_none() -> None:
    assert said(site(rule(1, **{"tdm-policy": POLICY})), reserved(1)) is Answer.ASK


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([reserved(1), header("tdm-policy", POLICY)], Answer.ASK),
        ([reserved(1), header("tdm-policy", POLICY), policy(OFFER)], Answer.ASK),
        ([reserved(1), header("tdm-policy", POLICY), policy(REFUSAL)], Answer.REFUSED),
        ([reserved(1), policy(OFFER)], Answer.REFUSED),
        ([reserved(1), header("tdm-policy", "policies/1")], Answer.REFUSED),
        ([reserved(0), header("tdm-policy", POLICY), policy(REFUSAL)], Answer.ALLOWED),
        ([header("tdm-policy", POLICY)], None),
        ([policy(OFFER)], Answer.ASK),
        ([policy(OFFER), policy(REFUSAL)], Answer.REFUSED),
    ],
)
def test_a_policy_counts_where_a_reservation_points_at_it(
    found: list[Found], expected: Answer | None
) -> None:
    assert said(*found) is expected


@pytest.mark.parametrize("value", ["2", "true", "", "01", "1;0", "\uff11", "-1", "1.0"])
def test_any_other_value_of_a_header_is_unset(value: str) -> None:
    assert (said(reserved(value)), codes(reserved(value))) == (None, ["AF903"])


@pytest.mark.parametrize("value", ["0", True, False, None, 2, [0], 0.0, {}])
def test_any_other_value_in_the_file_is_unset(value: object) -> None:
    assert (said(site(rule(value))), codes(site(rule(value)))) == (None, ["AF903"])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/a/b.flac", Answer.ALLOWED),
        ("/a/c.flac", Answer.REFUSED),
        ("/b/x/y.mp3", Answer.ASK),
        ("/b/x/y.mp3?z", None),
        ("/c", None),
        ("", Answer.REFUSED),
        ("/.well-known/tdmrep.json", Answer.REFUSED),
    ],
)
def test_the_first_rule_that_matches_an_address_counts(path: str, expected: Answer | None) -> None:
    asked = rule(1, "/b/*.mp3$", **{"tdm-policy": POLICY})
    rules = (rule(0, "/a/b"), rule(1, "/a/"), rule(0, "/a/c"), asked, rule(0, "/d/"))
    assert said(site(*rules, url=f"https://label.example.com{path}")) is expected


@pytest.mark.parametrize(
    ("location", "expected"), [("/", Answer.ALLOWED), ("/*", Answer.ALLOWED), ("/a", None)]
)
def test_without_an_address_a_part_of_a_site_opens_nothing(
    location: str, expected: Answer | None
) -> None:
    assert said(site(rule(0, location))) is expected


@pytest.mark.parametrize(
    "rules", [[1], [{}], [{"location": "/"}], [{"location": 1, RESERVATION: 0}]]
)
def test_a_rule_without_its_members_is_none(rules: list[object]) -> None:
    assert (said(site(*rules)), codes(site(*rules))) == (None, ["AF901"])


@pytest.mark.parametrize(
    "change",
    [
        {"@context": "http://www.w3.org/ns/odrl.jsonld"},
        {"@type": "Agreement"},
        {"uid": None},
        {"assigner": None},
        {"permission": {"action": "tdm:mine"}},
        {"permission": ["tdm:mine"]},
    ],
)
def test_a_policy_that_is_not_as_it_must_be_says_nothing(change: dict[str, object]) -> None:
    assert (said(policy(OFFER | change)), codes(policy(OFFER | change))) == (None, ["AF901"])


@pytest.mark.parametrize("action", ["use", "odrl:use", None, [], {"@id": "tdm:mine"}])
def test_another_action_offers_nothing(action: object) -> None:
    found = policy(OFFER | {"permission": [{"action": action}]})
    assert (said(found), codes(found)) == (None, ["AF903"])


@pytest.mark.parametrize("duty", [{"action": "attribute"}, {"action": []}, {}])
def test_a_duty_of_another_kind_is_told(duty: object) -> None:
    found = policy(OFFER | {"permission": [{"action": "tdm:mine", "duty": [duty]}]})
    assert (said(found), codes(found)) == (Answer.ASK, ["AF903"])


def test_nothing_else_is_read() -> None:
    others = [
        header("content-usage", "1"),
        Found(Channel.ROBOTS, "tdm-reservation: 1"),
        Found(Channel.FILE, "[]", name="other.json"),
        Found(Channel.WELL_KNOWN, "[]", name="askfirst.json"),
        Found(Channel.FILE, "{}"),
    ]
    assert [reading for one in others for reading in TDMREP.read(one)] == []


@pytest.mark.parametrize(
    "place", [None, "https://x\r\ny.example/a", "ftp://x.example/a", "https://ä.example/a", "x"]
)
@pytest.mark.parametrize("ask", [None, "mailto:a@b.example", "https://a.example/\r\nset-cookie: a"])
def test_no_address_that_cannot_be_one_gets_into_a_header(
    place: str | None, ask: str | None
) -> None:
    wanted = track({Use.TRAINING: Status.CONSENT_REQUIRED})._replace(place=place, ask=ask)
    headers = {name: text for (channel, name), text in written(wanted).items() if "http" in channel}
    assert headers == {RESERVATION: "1"}


def test_all_tracks_of_a_holder_on_a_site_have_one_policy() -> None:
    asked = {Use.TRAINING: Status.CONSENT_REQUIRED}
    tracks = [track(asked, place=f"https://a.example/{n}.flac", holder="A") for n in range(2)]
    files = [[key for key in written(one) if key[0] == "file"] for one in tracks]
    assert files[0] == files[1]
    assert len(files[0]) == 1


def test_a_permission_is_written_as_one() -> None:
    wanted = track({Use.ANY_AI_USE: Status.PERMITTED}, place="https://a.example/1.flac")
    found = written(wanted)
    assert found["http-header", RESERVATION] == "0"
    assert json.loads(found["well-known", "/.well-known/tdmrep.json"]) == [rule(0, "/1.flac$")]
    assert not [name for _, name in found if "polic" in name]

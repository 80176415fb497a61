"""Identifiers are looked at wherever one may stand, and in whatever form they may have."""

import pytest

from askfirst.identifiers.party import normal as normal_party
from tests.consistency.shipped import Json
from tests.unit.rules.looking import HOLDER as MARA
from tests.unit.rules.looking import example, faults, holder, places, release, track

ISNI = "https://isni.org/isni/000000012281955X"
IPI = "ipi:00052210040"
WRONG_ISNI = "https://isni.org/isni/0000000122819550"
WRONG_IPI = "ipi:00052210041"
HASH = "0123456789abcdef0123456789abcdef"


def about(**members: Json) -> Json:
    """Return a Declaration about a track with these members."""
    return example("Declaration", track=track(**members))


def held_by(address: str) -> Json:
    return example("Declaration", rightsholders=[holder(holder=address)])


def product(code: str) -> Json:
    return example("Release", release={"title": "Last Stops", "artists": ["Mara"], "upc": code})


@pytest.mark.parametrize(
    "code", ["SEXYZ2600012", "se-xyz-26-00012", "QZABC2600001", "TCABC2600001"]
)
def test_a_prefix_of_the_list_is_known(code: str) -> None:
    assert places("AF202", about(isrc=code)) == []


def test_a_prefix_of_no_agency_is_named_in_capitals() -> None:
    assert "`XX`" in faults("AF202", about(isrc="xx-xyz-26-00012"))[0].message


@pytest.mark.parametrize("text", ["XXXYZ260001", "", "XX", "isrc:XXXYZ2600012"])
def test_the_prefix_of_what_is_no_isrc_is_not_judged(text: str) -> None:
    assert places("AF202", about(isrc=text)) == []


@pytest.mark.parametrize(
    ("code", "member", "text"),
    [
        ("AF202", "isrc", "XXXYZ2600012"),
        ("AF203", "iswc", "T0345246802"),
        ("AF208", "iscc", "ISCC:EIASCTPZO4QU36"),
        ("AF209", "mbid", "B9AD642E-B012-41C7-B72A-42CF4911F9FF"),
    ],
)
def test_every_track_of_a_document_is_looked_at(code: str, member: str, text: str) -> None:
    flawed, sound = track(**{member: text}), track()

    assert places(code, about(**{member: text})) == [f"/track/{member}"]
    assert places(code, release(flawed, sound, flawed)) == [
        f"/tracks/0/{member}",
        f"/tracks/2/{member}",
    ]
    assert places(code, example("Consent", tracks=[sound, flawed])) == [f"/tracks/1/{member}"]


@pytest.mark.parametrize("code", ["T0345246801", "t0345246801", "T-034.524.680-1"])
def test_an_iswc_is_taken_as_it_is_printed(code: str) -> None:
    assert places("AF203", about(iswc=code)) == []


@pytest.mark.parametrize("code", ["96385074", "036000291452", "5099749534728", "00602537518357"])
def test_a_product_code_has_one_of_four_lengths(code: str) -> None:
    assert places("AF206", product(code)) == []


@pytest.mark.parametrize("code", ["9638507", "963850740", "3600029145", "36000291452"])
def test_a_product_code_of_another_length_is_refused(code: str) -> None:
    assert places("AF206", product(code)) == ["/release/upc"]


@pytest.mark.parametrize(("code", "address"), [("AF204", WRONG_ISNI), ("AF205", WRONG_IPI)])
def test_every_party_of_a_document_is_looked_at(code: str, address: str) -> None:
    party = {"id": address, "name": "Somebody"}
    entry = holder(holder=address, mandate={**party, "capacity": "agent"})
    document = release(track(rightsholders=[entry]), by=party, witness=party, rightsholders=[entry])

    assert places(code, document) == [
        "/by/id",
        "/witness/id",
        "/rightsholders/0/holder",
        "/rightsholders/0/mandate/id",
        "/tracks/0/rightsholders/0/holder",
        "/tracks/0/rightsholders/0/mandate/id",
    ]


@pytest.mark.parametrize(("code", "address"), [("AF204", WRONG_ISNI), ("AF205", WRONG_IPI)])
def test_the_party_of_a_consent_is_looked_at(code: str, address: str) -> None:
    assert places(code, example("Consent", to={"id": address, "name": "Lab"})) == ["/to/id"]
    assert places(code, example("Consent", to="anyone")) == []


@pytest.mark.parametrize(("code", "address"), [("AF204", WRONG_ISNI), ("AF205", WRONG_IPI)])
def test_the_parties_that_a_decision_misses_are_looked_at(code: str, address: str) -> None:
    claimants = [{"holder": MARA, "name": "Mara"}, {"holder": address, "name": "Somebody"}]
    missing = [{"holder": address}, {"holder": MARA}, {"claimedBy": claimants}]

    assert places(code, example("Decision", missing=missing)) == [
        "/missing/0/holder",
        "/missing/2/claimedBy/1/holder",
    ]


@pytest.mark.parametrize("code", ["AF204", "AF205", "AF209"])
def test_only_parties_are_named_by_such_numbers(code: str) -> None:
    entries = [holder(contact=WRONG_ISNI)]
    document = release(track(urls=[WRONG_ISNI]), askAt=WRONG_IPI, rightsholders=entries)

    assert places(code, document) == []


@pytest.mark.parametrize("host", ["isni.org", "www.isni.org"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_isni_has_four_addresses(scheme: str, host: str) -> None:
    address = f"{scheme}://{host}/isni/"

    assert places("AF204", held_by(f"{address}000000012281955X")) == []
    assert places("AF204", held_by(f"{address}0000000122819550")) == ["/rightsholders/0/holder"]


@pytest.mark.parametrize(
    "address",
    ["https://isni.org/page/technical-documentation/", "https://example.org/isni/1", "isni:1"],
)
def test_another_address_is_no_isni(address: str) -> None:
    assert places("AF204", held_by(address)) == []


@pytest.mark.parametrize("scheme", ["ipi", "IPI", "Ipi"])
def test_the_scheme_of_an_ipi_has_any_letter_case(scheme: str) -> None:
    assert places("AF205", held_by(f"{scheme}:00052210040")) == []
    assert places("AF205", held_by(f"{scheme}:00052210041")) == ["/rightsholders/0/holder"]


def test_another_scheme_that_begins_alike_is_no_ipi() -> None:
    assert places("AF205", held_by("ipis:1")) == []


@pytest.mark.parametrize(
    "members",
    [
        {"isrc": "SEXYZ2600012"},
        {"iswc": "T0345246801"},
        {"mbid": "b9ad642e-b012-41c7-b72a-42cf4911f9ff"},
        {"iscc": "ISCC:EIASCTPZO4QU36LX"},
        {"files": [{"packetsSha256": 2 * HASH}, {"pcmMd5": HASH}, {"name": "TAKE 1.FLAC"}]},
        {"urls": ["HTTPS://MARA.example.org"]},
    ],
)
def test_a_normal_form_is_not_noted(members: Json) -> None:
    assert places("AF209", about(**members)) == []


@pytest.mark.parametrize("text", ["SE-XYZ-26-0001", "se", "T-034.524.680-2", "B9AD642E", ""])
@pytest.mark.parametrize("member", ["isrc", "iswc", "mbid"])
def test_what_is_no_identifier_has_no_normal_form(member: str, text: str) -> None:
    assert places("AF209", about(**{member: text})) == []


def test_the_advice_is_the_normal_form() -> None:
    fault = faults("AF209", held_by("http://www.isni.org/isni/0000-0001-2281-955x"))[0]

    assert fault.help == f"write `{ISNI}`"


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        (ISNI, ISNI),
        ("http://isni.org/isni/000000012281955x", ISNI),
        ("https://www.isni.org/isni/0000-0001-2281-955X", ISNI),
        ("http://www.isni.org/isni/0000.0001.2281.955X", ISNI),
        (WRONG_ISNI, WRONG_ISNI),
        ("IPI:00052210040", IPI),
        ("ipi:00052-2100-40", IPI),
        (WRONG_IPI, WRONG_IPI),
        ("did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",) * 2,
        ("mailto:Mara@Example.org",) * 2,
        ("", ""),
    ],
)
def test_a_party_has_one_normal_form(written: str, normal: str) -> None:
    assert normal_party(written) == normal


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        (
            "URN:UUID:6B0E9F0A-8F0D-4C57-9A7A-0A2F6F7F4B11",
            "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11",
        ),
        ("HTTPS://Mara.Example.org/About", "https://mara.example.org/About"),
        ("https://mara.example.org", "https://mara.example.org/"),
    ],
)
def test_letter_case_that_says_nothing_is_no_other_party(written: str, normal: str) -> None:
    """Identifiers are compared in their normal form."""
    assert normal_party(written) == normal

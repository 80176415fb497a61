"""Lists of uses are compared within one object, and licenses with the lists that hold for them."""

from itertools import combinations

import pytest

from askfirst.rules.anatomy import STATEMENTS
from askfirst.vocabulary import DocumentType, Use, covers
from tests.consistency.shipped import Json
from tests.unit.rules.looking import example, faults, places, release, track

#: Two of the three lists, the milder one first.
PAIRS = list(combinations(STATEMENTS, 2))
#: One use in each of the three lists.
EVERYWHERE = {name: ["input"] for name in STATEMENTS}
BY_NAME_ONLY = [use for use in Use if use.by_name_only]


def stating(**lists: Json) -> Json:
    """Return a Declaration with these lists and no other."""
    return {**example("Declaration", requiresConsent=[]), **lists}


def consenting(*uses: str) -> Json:
    return example("Consent", uses=list(uses))


def licensed(address: str, **lists: Json) -> Json:
    return {**stating(**lists), "track": track(license=address)}


@pytest.mark.parametrize("use", Use)
@pytest.mark.parametrize(("milder", "stricter"), PAIRS)
def test_a_use_in_two_lists_is_found_in_the_milder_one(
    milder: str, stricter: str, use: Use
) -> None:
    assert places("AF301", stating(**{stricter: [use], milder: [use]})) == [f"/{milder}/0"]


def test_a_use_in_three_lists_is_found_in_the_two_milder_ones() -> None:
    assert set(places("AF301", stating(**EVERYWHERE))) == {"/permits/0", "/requiresConsent/0"}


def test_the_strictest_list_is_said_to_count() -> None:
    found = faults("AF301", stating(**EVERYWHERE))

    assert ["`prohibits` counts" in str(fault.help) for fault in found] == [True, True]


def test_a_group_and_its_part_may_stand_in_two_lists() -> None:
    assert places("AF301", stating(permits=["analytic-input"], prohibits=["input"])) == []


def test_a_track_that_is_milder_than_its_release_is_an_exception() -> None:
    own = track(permits=["tagging-training"])
    document = release(own, prohibits=["training"], requiresConsent=[])

    assert places("AF305", document) == ["/tracks/0/permits/0"]


@pytest.mark.parametrize("code", ["AF301", "AF304"])
def test_a_track_and_its_release_are_compared_by_themselves(code: str) -> None:
    own = track(permits=["search-indexing", "tagging-training"])
    document = release(own, prohibits=["search-indexing", "training"], requiresConsent=[])

    assert places(code, document) == []


@pytest.mark.parametrize("code", ["AF301", "AF304", "AF305"])
def test_two_tracks_are_compared_by_themselves(code: str) -> None:
    document = release(track(permits=["input"]), track(prohibits=["input", "training"]))

    assert places(code, document) == []


def test_a_repeated_use_is_not_covered_by_itself() -> None:
    assert places("AF304", stating(prohibits=["training", "training"])) == []


def test_a_use_of_another_list_covers_nothing() -> None:
    assert places("AF304", stating(permits=["analytic-input"], prohibits=["input"])) == []


def test_what_may_not_be_permitted_covers_nothing_where_it_is() -> None:
    assert places("AF304", stating(permits=["training", "tagging-training"])) == []
    assert places("AF304", stating(permits=["analytic-training", "tagging-training"])) == [
        "/permits/1"
    ]


def test_a_use_is_found_once_however_many_cover_it() -> None:
    uses = ["any-ai-use", "training", "generative-training", "music-generation-training"]

    assert places("AF304", stating(prohibits=uses)) == [f"/prohibits/{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize("use", BY_NAME_ONLY)
@pytest.mark.parametrize("wide", Use)
def test_in_a_consent_no_group_covers_what_has_to_be_named(wide: Use, use: Use) -> None:
    assert places("AF304", consenting(wide, use)) == []


@pytest.mark.parametrize("use", BY_NAME_ONLY)
def test_in_a_declaration_a_group_covers_what_a_consent_has_to_name(use: Use) -> None:
    assert places("AF304", stating(prohibits=["any-ai-use", use])) == ["/prohibits/1"]


@pytest.mark.parametrize("use", [use for use in Use if not use.by_name_only])
@pytest.mark.parametrize("wide", Use)
def test_in_a_consent_a_group_covers_everything_else(wide: Use, use: Use) -> None:
    assert places("AF304", consenting(wide, use)).count("/uses/1") == covers(wide, use)


@pytest.mark.parametrize(("narrow", "wide"), PAIRS)
def test_a_milder_exception_is_noted_and_a_stricter_one_is_not(narrow: str, wide: str) -> None:
    exception = {narrow: ["tagging-training"], wide: ["training"]}
    stricter = {narrow: ["training"], wide: ["tagging-training"]}

    assert places("AF305", stating(**exception)) == [f"/{narrow}/0"]
    assert places("AF305", stating(**stricter)) == []


def test_an_exception_from_several_groups_is_noted_once() -> None:
    lists = {"permits": ["tagging-training"], "requiresConsent": ["analytic-training"]}

    assert places("AF305", stating(**lists, prohibits=["training"])).count("/permits/0") == 1


@pytest.mark.parametrize("name", ["permits", "requiresConsent", "prohibits"])
def test_what_a_track_states_as_its_release_does_is_no_exception(name: str) -> None:
    own = track(**{name: ["tagging-training"]})

    assert places("AF305", release(own, **{name: ["analytic-training"]})) == []


def test_a_use_that_stands_in_both_lists_is_no_exception() -> None:
    assert places("AF305", stating(permits=["input"], prohibits=["input"])) == []


def test_a_document_may_supersede_others() -> None:
    other = "urn:uuid:0f5c1f9e-3f7a-4f2e-9a55-4f0f2b9f6c21"

    assert places("AF306", stating(supersedes=[other])) == []


def test_a_document_supersedes_itself_in_any_letter_case_of_its_id() -> None:
    """Identifiers are compared in their normal form."""
    assert places("AF306", stating(supersedes=[stating()["id"].upper()])) == ["/supersedes/0"]


def test_an_id_of_another_shape_supersedes_nothing() -> None:
    assert places("AF306", stating(id="", supersedes=["", None])) == []


@pytest.mark.parametrize("scheme", ["http", "https", "HTTPS"])
@pytest.mark.parametrize("host", ["creativecommons.org", "www.creativecommons.org"])
def test_a_creative_commons_license_is_known_by_its_host(scheme: str, host: str) -> None:
    document = licensed(f"{scheme}://{host}/licenses/by/4.0/", prohibits=["training"])

    assert places("AF307", document) == ["/track/license"]


@pytest.mark.parametrize(
    "address",
    [
        "https://creativecommons.org.example.com/licenses/by/4.0/",
        "https://notcreativecommons.org/licenses/by/4.0/",
        "https://example.com/https://creativecommons.org/licenses/by/4.0/",
        "urn:creativecommons.org/licenses/by/4.0/",
        "",
    ],
)
def test_another_host_is_no_creative_commons_license(address: str) -> None:
    assert places("AF307", licensed(address, prohibits=["training"])) == []


@pytest.mark.parametrize(
    ("lists", "found"),
    [
        ({}, []),
        ({"permits": ["search-indexing"]}, []),
        ({"requiresConsent": [], "prohibits": []}, []),
        ({"requiresConsent": ["input"]}, ["/track/license"]),
        ({"prohibits": ["input"]}, ["/track/license"]),
    ],
)
def test_only_entries_of_the_restricting_lists_restrict(lists: Json, found: list[str]) -> None:
    document = licensed("https://creativecommons.org/licenses/by/4.0/", **lists)

    assert places("AF307", document) == found


def test_a_release_restricts_every_track_and_a_track_only_itself() -> None:
    free = track(license="https://creativecommons.org/licenses/by/4.0/")
    strict = {**free, "prohibits": ["training"]}

    assert places("AF307", release(free, strict, requiresConsent=[])) == ["/tracks/1/license"]
    assert places("AF307", release(free, prohibits=["training"])) == ["/tracks/0/license"]


@pytest.mark.parametrize("kind", [DocumentType.CONSENT, DocumentType.WITHDRAWAL])
@pytest.mark.parametrize("code", ["AF301", "AF305", "AF306", "AF307"])
def test_other_documents_state_nothing(kind: DocumentType, code: str) -> None:
    assert places(code, example(kind)) == []

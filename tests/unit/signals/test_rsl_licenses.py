"""The licenses of RSL 1.0: offers, closed lists, conditions, and what is wrong in them."""

import pytest

from askfirst.signals import Answer, imported
from askfirst.vocabulary import Status, Use, leaves
from tests.unit.signals.licenses import PERMITS, PROHIBITS, RSL, codes, licensed, reading
from tests.unit.signals.objects import file

AI = ("ai-train", "ai-input", "ai-index")
ALLOWED, ASKED, REFUSED = Answer.ALLOWED, Answer.ASK, Answer.REFUSED


@pytest.mark.parametrize(
    ("licenses", "said"),
    [
        ([PROHIBITS.format("ai-train")], {"ai-train": REFUSED}),
        ([PROHIBITS.format("ai-all")], dict.fromkeys(("ai-all", *AI), REFUSED)),
        ([PROHIBITS.format("all")], dict.fromkeys(("all", "ai-all", *AI, "search"), REFUSED)),
        (
            [PERMITS.format("search")],
            {"search": ALLOWED} | dict.fromkeys(("ai-all", *AI), REFUSED),
        ),
        ([PERMITS.format("all")], dict.fromkeys(("all", "ai-all", *AI, "search"), ALLOWED)),
        ([""], {}),
        (['<payment type="free"/>'], {}),
        (
            ['<payment type="crawl"><amount currency="USD">0.015</amount></payment>'],
            dict.fromkeys(("all", "ai-all", *AI, "search"), ASKED),
        ),
        (
            [PERMITS.format("search"), PERMITS.format("ai-all") + '<payment type="use"/>'],
            {"search": ALLOWED} | dict.fromkeys(("ai-all", *AI), ASKED),
        ),
        (
            [PERMITS.format("search"), PERMITS.format("search") + '<payment type="use"/>'],
            {"search": ALLOWED} | dict.fromkeys(("ai-all", *AI), REFUSED),
        ),
    ],
)
def test_licenses_are_offers_and_lists_are_closed(
    licenses: list[str], said: dict[str, Answer]
) -> None:
    found = reading(licensed(*licenses))
    assert (found.said, codes(found)) == (said, [])


@pytest.mark.parametrize(
    "condition",
    [
        '<payment type="attribution"/>',
        "<payment><standard>https://example.org/l</standard></payment>",
        '<payment type="free"><custom>/ask</custom></payment>',
        '<permits type="user">non-commercial</permits>',
        '<prohibits type="geo">US</prohibits>',
        '<reporting type="audit" profile="https://example.org/p"/>',
    ],
)
def test_a_permission_on_conditions_means_that_one_has_to_ask(condition: str) -> None:
    assert reading(licensed(PERMITS.format("search") + condition)).said["search"] is ASKED


@pytest.mark.parametrize("attribute", ['server="https://l.example.org"', 'encrypted="true"'])
def test_a_license_server_means_that_one_has_to_ask(attribute: str) -> None:
    text = licensed(PERMITS.format("search"), attributes=f'url="/" {attribute}')
    assert reading(text).said["search"] is ASKED


@pytest.mark.parametrize(
    ("license_", "code"),
    [
        (PERMITS.format("search ai-train") + PROHIBITS.format("ai-train"), "AF904"),
        (PERMITS.format("ai-input") + PROHIBITS.format("all"), "AF904"),
        (PROHIBITS.format("ai-train train-ai"), "AF902"),
        (PROHIBITS.format("ai-train cawg"), "AF903"),
        (PROHIBITS.format("ai-train AI-INPUT"), "AF903"),
        (PROHIBITS.format("ai-train") + '<payment type="inference"/>', "AF903"),
        (PROHIBITS.format("ai-train,search"), "AF901"),
        (PROHIBITS.format("ai-train") + PROHIBITS.format("search"), "AF901"),
        (PROHIBITS.format("ai-train") + "<permit/>", "AF901"),
        (PROHIBITS.format("ai-train").replace("usage", "use"), "AF901"),
        ("<prohibits>ai-train</prohibits>", "AF901"),
        (PROHIBITS.format("ai-train") + PERMITS.format(""), "AF901"),
    ],
)
def test_what_is_wrong_is_told_and_its_restrictions_hold(license_: str, code: str) -> None:
    found = reading(licensed(license_))
    assert codes(found) == [code]
    assert "usage" not in license_ or found.said["ai-train"] is REFUSED
    assert code != "AF901" or ALLOWED not in found.said.values()


def test_what_is_permitted_in_one_license_and_prohibited_in_another_is_not_licensed() -> None:
    found = reading(licensed(PERMITS.format("ai-train"), PROHIBITS.format("ai-train")))
    assert found.said["ai-train"] is REFUSED
    assert codes(found) == ["AF904"]


def test_tokens_of_extensions_are_passed_over_in_silence() -> None:
    found = reading(licensed(PROHIBITS.format("ai-train x:y"), attributes='url="/a*"'))
    assert (codes(found), found.place) == ([], "/a*")


def test_what_others_add_is_passed_over_with_all_it_holds() -> None:
    strange = f'<x:a xmlns:x="urn:x" b="c"><license>{PERMITS.format("all")}</license></x:a>'
    found = reading(licensed(PROHIBITS.format("ai-train") + strange))
    assert (found.said, codes(found)) == ({"ai-train": REFUSED}, [])


@pytest.mark.parametrize("namespace", ["", "http://rslstandard.org/rsl"])
def test_another_namespace_permits_nothing(namespace: str) -> None:
    text = licensed(PERMITS.format("search") + PROHIBITS.format("ai-train"))
    found = RSL.read(file(text.replace("https://rslstandard.org/rsl", namespace)))
    assert codes(*found) == ["AF901"]
    assert "search" not in RSL.combine(found)
    assert RSL.combine(found)["ai-train"] is REFUSED


def test_a_feed_and_metadata_hold_contents_too() -> None:
    inner = (
        f'<rsl:content url="/"><rsl:license>{PROHIBITS.format("all")}</rsl:license></rsl:content>'
    )
    inner = inner.replace("prohibits", "rsl:prohibits")
    feed = f'<rss xmlns:rsl="https://rslstandard.org/rsl"><item>{inner}</item>{inner}</rss>'
    found = RSL.read(file(feed))
    assert [one.said["all"] for one in found] == [REFUSED, REFUSED]


@pytest.mark.parametrize(
    ("text", "permitted"),
    [
        (licensed(PERMITS.format("all")), {*leaves(Use.ANALYTIC_TRAINING), Use.ANALYTIC_INPUT}),
        (licensed(PERMITS.format("ai-input")), set()),
        (licensed(PERMITS.format("all") + PROHIBITS.format("ai-all")), {Use.SEARCH_INDEXING}),
    ],
)
def test_nothing_under_the_floor_is_ever_permitted(text: str, permitted: set[Use]) -> None:
    standing = imported(reading(text).said, RSL.terms)
    found = {leaf for leaf, status in standing.items() if status is Status.PERMITTED}
    assert found >= permitted
    assert not any(leaf.floor for leaf in found)


def test_a_content_within_another_one_is_no_content() -> None:
    inner = licensed(PERMITS.format("all")).removesuffix("</rsl>").partition(">")[2]
    text = licensed(PROHIBITS.format("ai-train") + inner)
    feed = text.replace("<rsl ", "<rss ").replace("</rsl>", "</rss>")
    for each in (text, feed):
        found = reading(each)
        assert set(codes(found)) == {"AF901"}
        assert ALLOWED not in found.said.values()

"""What is pasted is true of the document, fits where it goes, and can be copied as it stands."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askfirst import decide, read
from askfirst.deed.where import Block, blocks
from askfirst.deed.where_places import places
from askfirst.model.declarations import Declaration, Release
from askfirst.reporting.visible import visible
from askfirst.reporting.where import where_text
from askfirst.vocabulary import Preset, Status, Use, leaves
from tests.property.worlds_by_hand import ISRC, MARA, SOUND, declaration, head, held, track
from tests.unit.decision.asking import asked
from tests.unit.deed.claims import LINE, claims

URL = "https://mara.example.org/song.askfirst.json"
MAIL = "mara@example.org"
WITHOUT, SETS = "without explicit consent", "distribution in data sets"
IMITATION = "AI imitation of voice, name, image or persona"
SAYING = {"line", "copyright", "credit"}
Json = dict[str, Any]


def document(**members: object) -> Declaration | Release:
    return _read({**declaration(), **members})


def album(*tracks: Json, **members: object) -> Json:
    listed = [{**track(isrc=f"SEXYZ26{n:05}"), **one} for n, one in enumerate(tracks)]
    named = {"release": {"title": "Album", "artists": ["Mara"]}, "rightsholders": [held(MARA)]}
    return {**head("Release", MARA), **named, "tracks": listed, **members}


def _read(value: Json) -> Declaration | Release:
    found = read(value)
    assert isinstance(found, Declaration | Release)
    return found


def block(platform: str, field: str, found: tuple[Block, ...]) -> str:
    return next(b.text for b in found if (b.platform, b.field[: len(field)]) == (platform, field))


def lines(found: tuple[Block, ...]) -> Iterator[str]:
    """Yield the texts that say something in words."""
    said = {(place.platform, place.field) for place in places() if place.puts in SAYING}
    yield from (b.text for b in found if (b.platform, b.field) in said)


def at_least(text: str, outcomes: dict[Use, Status]) -> bool:
    return all(
        outcomes[leaf].strictness >= status.strictness
        for status, those in claims(text).items()
        for leaf in those
    )


def outcomes(*documents: Json, isrc: str = ISRC) -> dict[Use, Status]:
    """Return the answer for every leaf, as whoever wants to use a track gets it."""
    request = asked("any-ai-use", track={"isrc": isrc})
    answer = decide(request, documents, at="2027-01-01T00:00:00Z", assurance="unsigned")
    return {leaf.use: leaf.outcome for leaf in answer.leaves}


uses = st.lists(st.sampled_from(Use), max_size=6, unique=True)


@st.composite
def statements(draw: st.DrawFn) -> Json:
    """Draw lists of uses, a use in one of them only, and nothing permitted that may not be."""
    lists: dict[str, list[str]] = {"permits": [], "requiresConsent": [], "prohibits": []}
    for use in draw(uses):
        permit = ["permits"] * use.permittable
        lists[draw(st.sampled_from(["requiresConsent", "prohibits", *permit]))].append(str(use))
    return {name: some for name, some in lists.items() if some}


@settings(max_examples=40)
@given(statements(), st.sampled_from(["en", "sv"]), st.sampled_from([None, URL]))
def test_a_text_says_no_more_than_the_document(said: Json, language: str, url: str | None) -> None:
    given_ = {**declaration(), **said}
    answered = outcomes(given_)

    for text in lines(blocks(document(**given_), language, url=url)):
        assert at_least(text, answered), text


@settings(max_examples=25)
@given(statements(), statements(), statements())
def test_a_text_for_an_album_is_true_of_every_track(one: Json, other: Json, general: Json) -> None:
    release = album(one, other, **general)
    answered = [outcomes(release, isrc=f"SEXYZ26{n:05}") for n in range(2)]

    for text in lines(blocks(_read(release))):
        assert generative(text)
        assert all(at_least(text, each) for each in answered), text


@settings(max_examples=50)
@given(statements(), st.sampled_from(["en", "sv"]))
def test_every_text_says_that_generative_training_is_not_free(said: Json, language: str) -> None:
    assert all(generative(text) for text in lines(blocks(document(**said), language)))


def generative(text: str) -> bool:
    return set(leaves(Use.GENERATIVE_TRAINING)) <= set().union(*claims(text).values())


@pytest.mark.parametrize("preset", Preset)
def test_the_line_of_a_preset_says_all_of_it(preset: Preset) -> None:
    said = {name: list(map(str, uses)) for name, uses in preset.statements.items()}
    stated = {
        Status.PROHIBITED: {x for u in preset.statements.get("prohibits", ()) for x in leaves(u)},
        Status.CONSENT_REQUIRED: {
            x for u in preset.statements.get("requiresConsent", ()) for x in leaves(u)
        },
    }

    assert claims(block("Anywhere", "Description", blocks(document(**said)))) == stated


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (
            {"requiresConsent": ["generative-training", "generative-input"]},
            f"No generative AI training or input to generative AI {WITHOUT}: ask {MAIL}",
        ),
        (
            {"prohibits": ["generative-training", "search-indexing"]},
            f"No generative AI training or search indexing. No {IMITATION} {WITHOUT}: ask {MAIL}",
        ),
        (
            {"prohibits": ["any-ai-use"]},
            f"No AI training, input to AI, search indexing, {SETS} or other data mining.",
        ),
    ],
)
def test_where_nothing_can_be_agreed_to_nobody_is_to_be_asked(said: Json, line: str) -> None:
    own = document(**said, rightsholders=[held(MARA, contact=f"mailto:{MAIL}?subject=Hi")])

    assert block("Anywhere", "Description", blocks(own)) == line


def test_the_credit_names_who_holds_the_copyright_and_where_it_can_be_verified() -> None:
    holders = [held(MARA, *sorted(SOUND)), held("https://sam.example/", "voice")]
    holders[0]["name"], holders[1]["name"] = "Mara  Lind\n", "Sam"
    own = document(rightsholders=holders, by={"id": MARA}, askAt="https://mara.example.org/ask")

    found = blocks(own, url=URL)
    credit = LINE.fullmatch(block("Anywhere", "Credits", found))
    assert credit
    assert (credit["year"], credit["names"], credit["url"]) == ("2026", "Mara Lind", URL)
    assert credit["addresses"] == "https://mara.example.org/ask"
    assert block("Audio file", "Copyright", found) == credit[0].removeprefix("© ")
    assert block("Distributor form", "©", found) == "2026 Mara Lind"


def test_who_holds_no_copyright_is_not_named_with_one() -> None:
    found = blocks(document(rightsholders=[held(MARA, "voice", "performance")]))

    assert not block("Anywhere", "Credits", found).startswith("©")
    assert "Distributor form" not in {b.platform for b in found}


def test_many_names_become_a_few_and_many_addresses_none() -> None:
    holders = [held(f"https://{n}.example/", "recording") for n in range(5)]
    for n, one in enumerate(holders):
        one["name"] = f"Holder {n}"
    found = blocks(document(rightsholders=holders, by={"id": "https://0.example/"}))

    assert block("Distributor form", "℗", found) == "2026 Holder 0, Holder 1, Holder 2 and others"
    assert "ask" not in block("Anywhere", "Description", found)


def test_a_mandated_party_is_asked_too() -> None:
    society = {"id": "https://society.example/", "name": "Society", "capacity": "society"}
    own = document(rightsholders=[held(MARA, "composition", mandate=society)])

    assert f"ask {MARA} and https://society.example/" in next(lines(blocks(own)))


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ({}, "consent-required"),
        ({"prohibits": ["generative-training"]}, "prohibited"),
        ({"prohibits": ["music-generation-training"]}, "consent-required"),
    ],
)
def test_the_tag_is_prohibited_only_if_all_of_it_is(said: Json, tag: str) -> None:
    found = blocks(document(**said))

    assert block("SoundCloud", "Tags", found) == f"askfirst:generative-training={tag}"
    assert block("Freesound", "Gen AI", found) == "No generative AI"


def test_the_page_links_to_the_document_or_to_where_a_site_has_it() -> None:
    known = blocks(document(), url='https://e.example/?a&b="c"')

    assert block("Your own web page", "", known) == (
        '<link rel="license" href="https://e.example/?a&amp;b=&quot;c&quot;">'
    )
    assert '"/.well-known/askfirst.json"' in block("Your own web page", "", blocks(document()))


def test_a_document_is_found_by_its_address_or_else_by_its_id() -> None:
    own, published = document(), document(id=URL)

    assert block("Internet Archive", "askfirst", blocks(own)) == own.id
    assert block("Internet Archive", "askfirst", blocks(published)) == URL
    assert next(lines(blocks(published))).endswith(f" - verify at {URL}")


def test_a_copyright_license_is_given_where_all_tracks_have_the_same() -> None:
    by = "https://creativecommons.org/licenses/by/4.0/"
    one, other = (album({"license": by}, more) for more in ({"license": by}, {}))

    assert block("Internet Archive", "licenseurl", blocks(_read(one))) == by
    assert "licenseurl" not in {b.field for b in blocks(_read(other))}


def test_only_what_goes_anywhere_is_in_the_language() -> None:
    own = document()
    english, swedish = blocks(own), blocks(own, "sv-SE")

    changed = [b.platform for a, b in zip(english, swedish, strict=True) if a.text != b.text]
    assert changed == ["Anywhere", "Anywhere"]
    assert next(lines(swedish)).startswith("Ingen träning av generativ AI")


FIRST = {"id": "https://0.example/"}
HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.sampled_from(
        ["<b>x</b>", "a. No", "Å" * 5000, "\u202eevil", "\x1b[2J", "x" * 490, "{said}"]
    ),
)


@settings(max_examples=60)
@given(st.lists(HOSTILE, min_size=1, max_size=4), st.integers(0, 5000), st.booleans())
def test_every_text_fits_whatever_names_and_addresses(
    names: list[str], long: int, published: bool
) -> None:
    holders = [held(f"https://{n}.example/") for n, _ in enumerate(names)]
    for one, name in zip(holders, names, strict=True):
        one["name"] = name or "?"
    at = f"https://mara.example.org/{'a' * long}"
    own = document(rightsholders=holders, by=FIRST, id=f"{at}/d" if published else MARA)

    found = blocks(own)
    for b, place in ((b, p) for b in found for p in places() if p[:2] == b[:2]):
        counted = len(b.text.encode() if place.counted == "bytes" else b.text)
        assert counted == b.length <= (place.limit or 1000)
        assert not set(place.without) & set(b.text)
        assert visible(b.text) == b.text
        assert b.text
    for text in lines(found):
        assert re.search(r"No generative AI training.*consent", text), text


def test_what_is_too_long_is_left_out_as_a_whole() -> None:
    own = document(askAt=f"https://mara.example.org/{'a' * 300}")
    found = blocks(own)

    assert own.ask_at
    assert own.ask_at in block("SoundCloud", "Description", found)
    assert block("Faircamp", "synopsis", found) == (
        f"No generative AI training or {IMITATION} {WITHOUT}."
    )


def test_each_text_stands_alone_between_empty_lines() -> None:
    found = blocks(document(), url=URL)
    shown = where_text(found).splitlines()

    for n, one in enumerate(found):
        at = len(where_text(found[: n + 1]).splitlines()) - 1
        assert shown[at - 1 : at + 1] == ["", one.text]
        assert n == len(found) - 1 or shown[at + 1] == ""
    assert [line for line in shown if line.startswith(("  1", "  2"))] == [
        f"  {one.length} of at most {one.limit:,} {one.counted}" for one in found if one.limit
    ]


def test_what_is_not_printable_is_shown_as_an_escape() -> None:
    shown = where_text([Block("P", "F", "a\x1b[2J", 9, None, "https://e.example/", "2026-11-22")])

    assert shown == (
        "P: F\n  5 of at most 9 characters\n  read 2026-11-22: https://e.example/\n\na\\x1b[2J\n"
    )

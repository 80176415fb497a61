"""schema.org: a description that leads to a document and says nothing itself."""

import json

import extruct  # type: ignore[import-untyped] # it ships no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.signals import Channel, Found, LossKind, Unwritable, losses, signal
from askfirst.signals.schema_org import addresses
from askfirst.vocabulary import Status, Use
from tests.consistency.shipped import Json
from tests.unit.signals.objects import track

SCHEMA_ORG = signal("schema-org")
DOCUMENT = "https://mara.example.org/.well-known/askfirst.json"
HOSTILE = '</script><script>alert(1)</script><!--\u2028&quot;" ]]>'


def page(script: str) -> Found:
    text = f'<html><head><script type="application/ld+json">{script}</script></head></html>'
    return Found(Channel.HTML, text)


def seen(title: str, **known: str) -> Json:
    """Return the description of a track as another reader sees it in a page."""
    wanted = track({Use.TRAINING: Status.PROHIBITED}, document=DOCUMENT, **known)
    wanted = wanted._replace(title=title, artists=("Mara Lindqvist", title))
    text = "".join(one.text for one in SCHEMA_ORG.write(wanted, {}) if one.channel == Channel.HTML)
    (found,) = extruct.extract(f"<html><head>{text}</head></html>", syntaxes=["json-ld"])["json-ld"]
    return found


@pytest.mark.parametrize("title", ["Night Bus", HOSTILE, "Nachtbus für Zoë 🚌", "\\u003c", "a\nb"])
def test_a_real_reader_sees_the_properties(title: str) -> None:
    place, ask = "https://mara.example.org/night-bus", "https://mara.example.org/ask"
    assert seen(title, isrc="SEXYZ2600012", place=place, ask=ask) == {
        "@context": "https://schema.org",
        "@type": "MusicRecording",
        "url": place,
        "name": title,
        "byArtist": [{"@type": "MusicGroup", "name": name} for name in ("Mara Lindqvist", title)],
        "isrcCode": "SEXYZ2600012",
        "usageInfo": DOCUMENT,
        "license": DOCUMENT,
        "acquireLicensePage": ask,
    }


def test_what_nobody_knows_is_left_out() -> None:
    found = seen("Night Bus", ask="mailto:mara@example.org")
    assert not {"url", "isrcCode", "acquireLicensePage"} & set(found)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_title_ends_the_script(title: str) -> None:
    wanted = track({}, document=DOCUMENT)._replace(title=title)
    text = SCHEMA_ORG.write(wanted, {})[0].text
    inner = text.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028\u2029") & set(inner)
    assert json.loads(inner).get("name", "") == title


def test_every_restriction_is_a_gap() -> None:
    wanted = track({Use.TRAINING: Status.PROHIBITED}, document=DOCUMENT)
    heard = SCHEMA_ORG.heard(SCHEMA_ORG.write(wanted, {}))
    kinds = {one.use: one.kind for one in losses(wanted.standing, heard)}
    assert kinds[Use.RECOMMENDATION_TRAINING] is LossKind.GAP
    assert kinds[Use.SEARCH_INDEXING] is LossKind.EXACT


def test_without_a_document_there_is_nothing_to_lead_to() -> None:
    with pytest.raises(Unwritable):
        SCHEMA_ORG.write(track({}), {})


def test_every_carrier_leads_to_the_document() -> None:
    for one in SCHEMA_ORG.write(track({}, document=DOCUMENT), {}):
        found = Found(one.channel, one.text, name=one.name)
        assert addresses(found) == (DOCUMENT,)
        (reading,) = SCHEMA_ORG.read(found)
        assert (reading.said, reading.troubles) == ({}, ())


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "MusicRecording", "usageInfo": DOCUMENT},
        {"@graph": [{"license": ["https://creativecommons.org/licenses/by/4.0/", DOCUMENT]}]},
        {"track": {"usageInfo": {"@type": "CreativeWork", "url": DOCUMENT}}},
        [{"usageInfo": {"@id": DOCUMENT}}],
    ],
)
def test_a_document_is_found_wherever_it_is_pointed_at(value: Json) -> None:
    assert addresses(page(json.dumps(value))) == (DOCUMENT,)


@pytest.mark.parametrize(
    "found",
    [
        page(
            '{"@type": "MusicRecording", "license": "https://creativecommons.org/licenses/by/4.0/"}'
        ),
        page('{"usageInfo": 5, "license": [null, {"@id": 1}]}'),
        page("broken"),
        Found(Channel.HTML, '<link rel="stylesheet" href="askfirst.json">'),
        Found(Channel.HTTP_HEADER, f"<{DOCUMENT}>; rel=license", name="x"),
        Found(Channel.ROBOTS, DOCUMENT),
    ],
)
def test_everything_else_says_nothing(found: Found) -> None:
    assert SCHEMA_ORG.read(found) == ()


@pytest.mark.parametrize("script", ['{"@type": "MusicRecording",}', '"MusicRecording' + "[" * 9999])
def test_a_broken_description_of_a_track_is_told(script: str) -> None:
    (found,) = SCHEMA_ORG.read(page(f"\n\n{script}"))
    assert [one.code for one in found.troubles] == ["AF901"]

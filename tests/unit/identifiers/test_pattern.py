"""An identifier of a trust file is one of a track, or enough of its beginning to be somebody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import iri
from askfirst.identifiers.pattern import meant
from askfirst.schema import load

SHA256 = "bd92ed806b586624fdc321ce0a286e636dc0413eafb2d1bff25b8c42a04dbd97"
MBID = "b9ad642e-b012-41c7-b72a-42cf4911f9ff"

GOOD = {
    "isrc:SEXYZ2600012": ("isrc:SEXYZ2600012", False),
    "isrc:se-xyz-26-00012": ("isrc:SEXYZ2600012", False),
    "isrc:se-xyz*": ("isrc:SEXYZ", True),
    "isrc:SEXYZ26000*": ("isrc:SEXYZ26000", True),
    "isrc:SEXYZ2600012*": ("isrc:SEXYZ2600012", True),
    "iswc:T-034.524.680-1": ("iswc:T0345246801", False),
    f"mbid:{MBID.upper()}": (f"mbid:{MBID}", False),
    f"packetsSha256:{SHA256.upper()}": (f"packetsSha256:{SHA256}", False),
    f"pcmMd5:{SHA256[:32]}": (f"pcmMd5:{SHA256[:32]}", False),
    "url:HTTPS://Mara.Example.org": ("urls:https://mara.example.org/", False),
    "url:HTTPS://Mara.Example.org/*": ("urls:https://mara.example.org/", True),
    "url:https://mara.example.org/a?b*": ("urls:https://mara.example.org/a?b", True),
    "url:urn:example:1": ("urls:urn:example:1", False),
}
BAD = [
    *("", ":", "any", "isrc", "isrc:", "isrc:*", "isrc:SE*", "isrc:SEXY*", "isrc:SEXYZA*"),
    *("isrc:SEXYZ*2", "isrc:SEXYZ26000123*", "isrc:SEXYZ260001", "isrc:\u017fEXYZ*"),
    *("ISRC:SEXYZ2600012", " isrc:SEXYZ2600012", "isrc: SEXYZ2600012\n", "SEXYZ2600012"),
    *("iswc:T*", "iswc:T0345246802", "mbid:b9ad*", f"mbid:{MBID[:-1]}", "pcmMd5:*", "pcmMd5:12"),
    *(f"packetsSha256:{SHA256[:-1]}", f"packetsSha256:{SHA256[:-1]}\u0660"),
    *(
        "url:",
        "url:*",
        "url:https*",
        "url:https://*",
        "url:https:///*",
        "url:https://mara.example*",
    ),
    *(
        "url:https://mara.example.org?*",
        "url:https://a?b/*",
        "url:https://a#b/*",
        "url:https://@/*",
    ),
    *("url:mara.example.org/*", "url:https://mara example.org/*", "url:https://a.b/%4*"),
    *("url:https://w3id.org/askfirst/*", "urls:https://a.b/", "https://a.b/", "url:urn:example:*"),
    *("iscc:KACT4EBWK27737D2", "upc:5099749534728", "label:northline"),
]
HINTS = {
    "SEXYZ2600012": "`isrc:SEXYZ2600012`",
    "https://a.b/": "`url:https://a.b/`",
    "urls:https://a.b/": "`url:`",
    "isr:SEXYZ*": "`isrc:`",
    "isrc:SE*": "`isrc:SEXYZ*`",
    "url:https://mara.example.org*": "`url:https://mara.example.org/*`",
}


@pytest.mark.parametrize(("text", "expected"), GOOD.items())
def test_it_is_read_as_a_track_has_it(text: str, expected: tuple[str, bool]) -> None:
    assert meant(text) == expected


@pytest.mark.parametrize("text", BAD)
def test_what_names_no_track_or_too_many_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        meant(text)


@pytest.mark.parametrize(("text", "hint"), HINTS.items())
def test_it_is_said_what_would_be_right(text: str, hint: str) -> None:
    with pytest.raises(InvalidIdentifier, match=hint.replace("*", r"\*")):
        meant(text)


@given(
    st.text()
    | st.sampled_from(["isrc:", "url:https://", "url:"]).flatmap(
        lambda kind: st.text().map(kind.__add__)
    )
)
def test_nothing_else_is_ever_raised(text: str) -> None:
    try:
        kind, beginning = meant(text)
    except InvalidIdentifier:
        return
    assert ":" in kind
    assert beginning == text.endswith("*")


def test_an_iri_is_what_the_schemas_say_it_is() -> None:
    schema = load("common")["$defs"]["iri"]
    assert (schema["pattern"], schema["not"]["pattern"]) == (iri.FORM, iri.REFUSED)

"""Flags make a Request that conforms, or say which of them is wrong and what would be right."""

from pathlib import Path
from typing import Any

import pytest
import typer

import askfirst
from askfirst.canonical import digest
from askfirst.checking.pieces import track as made
from askfirst.cli.asking import Flags, request
from askfirst.cli.questions import instant
from askfirst.cli.tracks import known_by, named

AT = "2026-12-05T00:00:00Z"
HASH = "bd92ed806b586624fdc321ce0a286e636dc0413eafb2d1bff25b8c42a04dbd97"
MBID = "b9ad642e-b012-41c7-b72a-42cf4911f9ff"
NONE: dict[str, Any] = dict.fromkeys(Flags._fields)


def asked(track: str = "SEXYZ2600012", **flags: Any) -> dict[str, Any]:  # noqa: ANN401 - of any kind
    return request(Flags(**{**NONE, "use": ["training"], **flags}), named(track), AT)


@pytest.mark.parametrize(
    ("text", "track"),
    [
        ("SEXYZ2600012", {"isrc": "SEXYZ2600012"}),
        ("se-xyz-26-00012", {"isrc": "SEXYZ2600012"}),
        ("ISRC:SEXYZ2600012", {"isrc": "SEXYZ2600012"}),
        ("T-034.524.680-1", {"iswc": "T0345246801"}),
        ("iswc:T0345246801", {"iswc": "T0345246801"}),
        (MBID.upper(), {"mbid": MBID}),
        (f"mbid:{MBID}", {"mbid": MBID}),
        ("https://mara.example.org/n:1", {"urls": ["https://mara.example.org/n:1"]}),
        (f"url:{'x' * 30}:y", {"urls": [f"{'x' * 30}:y"]}),
        ("urn:example:1", {"urls": ["urn:example:1"]}),
        (HASH.upper(), {"files": [{"packetsSha256": HASH}]}),
        (f"packetssha256:{HASH}", {"files": [{"packetsSha256": HASH}]}),
        (HASH[:32], {"files": [{"pcmMd5": HASH[:32]}]}),
        (f"pcmMd5:{HASH[:32]}", {"files": [{"pcmMd5": HASH[:32]}]}),
    ],
)
def test_an_identifier_names_a_track(text: str, track: dict[str, Any]) -> None:
    assert named(text) == track
    assert known_by(made(track)) == track
    assert askfirst.check(asked(text)).conforms


@pytest.mark.parametrize(
    "text",
    [
        "",
        "night bus",
        "GBAYE060149",
        "T0345246802",
        "ISCC:EIASCTPZO4QU36LX",
        "iscc:EIASCTPZO4QU36LX",
        "isrc:zz",
        "isrc:",
        "md5:x",
        f"isrc:{MBID}",
        HASH[:31],
        f"pcmMd5:{HASH}",
        f"sha256:{HASH}",
        str(Path(__file__)),
        "\udcff",
        "S" * 100_000,
    ],
)
def test_what_names_no_track_is_refused(text: str) -> None:
    with pytest.raises(typer.Exit) as stopped:
        named(text)

    assert stopped.value.exit_code == 2


def test_what_flags_leave_out_is_left_out() -> None:
    assert asked().keys() == {
        "askfirst", "type", "id", "issued", "by", "uses", "track", "material"
    }  # fmt: skip
    assert asked()["material"] == ["audio"]


def test_a_consent_to_somebody_is_none_to_nobody_in_particular() -> None:
    assert asked()["by"]["id"] == "urn:uuid:00000000-0000-0000-0000-000000000000"


def test_all_flags_are_in_the_request() -> None:
    found = asked(
        use=["training", "input", "training"],
        by="https://lab.example.com/",
        material=["stems", "audio"],
        model="tone@wave@2",
        territory=["SE", "DK"],
        accepts=["attribution"],
        purpose="a demo",
    )

    assert askfirst.check(found).conforms
    assert found["uses"] == ["training", "input"]
    assert found["model"] == {"name": "tone@wave", "version": "2"}
    assert (found["territories"], found["accepts"]) == (["SE", "DK"], ["attribution"])
    assert (found["material"], found["purpose"]) == (["stems", "audio"], "a demo")


def test_the_id_is_the_digest_of_the_rest() -> None:
    found = asked()
    rest = {name: value for name, value in found.items() if name != "id"}

    assert found["id"] == f"urn:askfirst:sha256:{digest(rest)}"
    assert asked() == found
    assert asked("SEXYZ2600013")["id"] != found["id"]


@pytest.mark.parametrize(
    ("flag", "value"),
    [
        ("use", ["trainning"]),
        ("by", "me"),
        ("by", ""),
        ("material", ["vinyl"]),
        ("model", "@"),
        ("model", ""),
        ("territory", ["UK"]),
        ("accepts", ["money"]),
        ("purpose", ""),
        ("purpose", "\udcff"),
        ("by", "https://a.example/\x1b[2J"),
    ],
)
def test_a_wrong_flag_is_named(
    flag: str, value: str | list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as stopped:
        asked("SEXYZ2600012", **{flag: value})

    told = capsys.readouterr().err
    assert stopped.value.exit_code == 2
    assert f"--{flag}:" in told
    assert "\x1b" not in told


@pytest.mark.parametrize("text", ["2026-12-05T00:00:00Z", "0001-01-01T00:00:00Z"])
def test_an_instant_is_taken_as_it_is(text: str) -> None:
    assert instant(text) == text


def test_the_clock_is_read_where_no_instant_is_given() -> None:
    assert "2026-01-01" < instant(None) == instant(instant(None))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2026-12-05",
        "2026-13-05T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-12-05T00:00:60Z",
        "2026-12-05T00:00:00+01:00",
        "2026-12-05t00:00:00z",
        "2026-12-5T00:00:00Z",
        "٢٠٢٦-12-05T00:00:00Z",
    ],
)
def test_what_is_no_instant_is_refused(text: str) -> None:
    with pytest.raises(typer.Exit) as stopped:
        instant(text)

    assert stopped.value.exit_code == 2

"""What a saved file is: headers, robots.txt, a page, or anything else."""

import pytest

from askfirst.signals import Channel
from askfirst.signals.saved import found


@pytest.mark.parametrize(
    ("name", "text", "channel"),
    [
        ("site/robots.txt", "", Channel.ROBOTS),
        ("", "# hello\nUser-Agent: *\n", Channel.ROBOTS),
        ("page.html", "", Channel.HTML),
        ("page", "<!-- a --><!DOCTYPE html>", Channel.HTML),
        ("", "<html>", Channel.HTML),
        ("tdmrep.json", "[]", Channel.WELL_KNOWN),
        ("site/.well-known/x.json", "{}", Channel.WELL_KNOWN),
        ("license.xml", "<rsl/>", Channel.FILE),
        ("plus.xmp", "", Channel.FILE),
        ("", "{}", Channel.FILE),
    ],
)
def test_a_file_is_known_by_its_name_and_how_it_begins(
    name: str, text: str, channel: Channel
) -> None:
    assert [one.channel for one in found(name, text)] == [channel]


@pytest.mark.parametrize("name", ["saved.headers", "http-headers.txt", ""])
def test_headers_are_a_text_each(name: str) -> None:
    text = "HTTP/1.1 200 OK\r\nContent-Usage: train-ai=n,\r\n  search=n\r\nno header\r\nA: \r\n"
    several = [(one.name, one.text) for one in found(name, text, "https://a.example/")]
    assert several == [("content-usage", "train-ai=n, search=n"), ("a", "")]

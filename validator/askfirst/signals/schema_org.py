"""schema.org: a description of a track that says where its terms can be read.

Read in: schema.org 30.0 of 2026-03-19: `MusicRecording`, and `usageInfo`, `license` and
`acquireLicensePage` of `CreativeWork`. It has no word for any use by AI, so it restricts and
permits nothing by itself: it leads to a document that does. `license` is there as well because
more programs know it; a track can have several, so it takes the place of no copyright license.
"""

import json
import re
from collections.abc import Iterator, Mapping

from askfirst.signals import html
from askfirst.signals.json_value import Json, NotJson, json_value
from askfirst.signals.link_header import link_header, links, uri
from askfirst.signals.signal import (
    Carrier,
    Channel,
    Found,
    Reading,
    Signal,
    Trouble,
    Unwritable,
    Wanted,
)
from askfirst.signals.terms import Answer
from askfirst.vocabulary import Signal as Name

__all__ = ["EDITIONS", "addresses"]

_WEB = re.compile(r"https?://", re.IGNORECASE)
_MEDIA_TYPE = "application/ld+json"
_POINTERS = ("usageInfo", "license")
#: How the name of a file with our documents ends (spec 7).
_OURS = tuple(f"askfirst.{ending}" for ending in ("json", "yaml", "yml"))
#: Written as escapes, these end no script and open no comment, whatever a title says.
_ESCAPES = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}


def _write(wanted: Wanted, _answers: Mapping[str, Answer]) -> tuple[Carrier, ...]:
    if not wanted.document:
        raise Unwritable(
            "schema.org only says where terms can be read; give the address with --url"
        )
    address = uri(wanted.document)
    described = json.dumps(_described(wanted, address), ensure_ascii=False, indent=2)
    script = f'<script type="application/ld+json">\n{described.translate(_ESCAPES)}\n</script>'
    return (
        Carrier(Channel.HTML, "script", script),
        Carrier(Channel.HTML, "link", html.link(rel="license", href=address)),
        Carrier(Channel.HTTP_HEADER, "Link", link_header(address, rel="license")),
    )


def _described(wanted: Wanted, address: str) -> dict[str, Json]:
    page = wanted.ask if _WEB.match(wanted.ask or "") else None
    known = {
        "@context": "https://schema.org",
        "@type": "MusicRecording",
        "url": uri(wanted.place) if wanted.place else None,
        "name": wanted.title,
        "byArtist": [{"@type": "MusicGroup", "name": name} for name in wanted.artists],
        "isrcCode": wanted.isrc,
        "usageInfo": address,
        "license": address,
        "acquireLicensePage": uri(page) if page else None,
    }
    return {name: value for name, value in known.items() if value}


def _read(found: Found) -> tuple[Reading, ...]:
    troubles = tuple(_unreadable(found)) if found.channel is Channel.HTML else ()
    return (Reading({}, troubles),) if troubles or addresses(found) else ()


def _unreadable(found: Found) -> Iterator[Trouble]:
    for script in html.scripts(found.text, _MEDIA_TYPE):
        try:
            json_value(script.text)
        except NotJson as error:
            if "MusicRecording" in script.text:
                yield Trouble("AF901", f"a description of a track is no JSON: {error}", script.line)


def addresses(found: Found) -> tuple[str, ...]:
    """Return where a text says that terms of ours can be read, each address once."""
    if found.channel is Channel.HTTP_HEADER and (found.name or "").lower() == "link":
        every = [one.target for one in links(found.text) if one.is_a("license")]
    elif found.channel is Channel.HTML:
        every = [*_linked(found.text), *_pointed(found.text)]
    else:
        every = []
    return tuple(dict.fromkeys(one for one in every if _is_ours(one)))


def _is_ours(address: str) -> bool:
    return address.partition("#")[0].partition("?")[0].lower().endswith(_OURS)


def _linked(page: str) -> Iterator[str]:
    for one in html.links(page):
        if "license" in one.get("rel", "").lower().split():
            yield one.get("href", "").strip()


def _pointed(page: str) -> Iterator[str]:
    for script in html.scripts(page, _MEDIA_TYPE):
        try:
            yield from _pointers(json_value(script.text))
        except NotJson:
            continue


def _pointers(value: Json) -> Iterator[str]:
    """Yield the addresses in a description, as texts or as the `@id` or `url` of an object."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            waiting += reversed(one.values())
            for name in _POINTERS:
                yield from _texts(one.get(name))


def _texts(value: Json) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        named = (one.get("@id"), one.get("url")) if isinstance(one, dict) else (one,)
        yield from (text for text in named if isinstance(text, str))


_SOURCE = "schema.org 30.0 of 2026-03-19, MusicRecording"

EDITIONS = (Signal(Name.SCHEMA_ORG, "30.0", _SOURCE, (), can_ask=False, write=_write, read=_read),)

"""Put what several signals say of several tracks into files, ready for a site or a catalog."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from askfirst.signals.exporting import Export
from askfirst.signals.signal import Carrier, Channel

__all__ = ["BUNDLES", "files"]

#: Names for what goes into one place, and for everything.
BUNDLES: Mapping[str, tuple[Channel, ...]] = {
    "http-headers": (Channel.HTTP_HEADER,),
    "robots": (Channel.ROBOTS,),
    "html": (Channel.HTML,),
    "well-known": (Channel.WELL_KNOWN,),
    "all": tuple(Channel),
}
_Joining: TypeAlias = Callable[[list[str]], str]
_AGENT = "user-agent:"


def files(
    exports: Iterable[tuple[str, Export]], channels: Sequence[Channel] = tuple(Channel)
) -> dict[str, str]:
    """Return the texts of files by their paths; each export comes with the folder of its track.

    What belongs to a whole site, such as robots.txt, is one file for all tracks.
    """
    pieces: dict[str, list[str]] = {}
    joining: dict[str, _Joining] = {}
    for folder, one in exports:
        for carrier in (each for each in one.carriers if each.channel in channels):
            path = _path(folder, one, carrier)
            pieces.setdefault(path, []).append(_text(carrier))
            joining[path] = _joining(one, carrier)
    return {path: joining[path](several) for path, several in pieces.items()}


def _joining(one: Export, carrier: Carrier) -> _Joining:
    """Return what makes one file of the texts for one path."""
    if carrier.channel is Channel.FILE and one.signal.joined:
        return one.signal.joined
    return _JOINED[carrier.channel]


def _path(folder: str, one: Export, carrier: Carrier) -> str:
    below = f"{folder}/" if folder else ""
    if carrier.channel is Channel.FILE and (one.signal.joined or carrier.name.startswith("/")):
        return carrier.name.lstrip("/")
    return {
        Channel.HTTP_HEADER: f"{below}http-headers.txt",
        Channel.ROBOTS: "robots.txt",
        Channel.HTML: f"{below}head.html",
        Channel.WELL_KNOWN: carrier.name.lstrip("/"),
        Channel.FILE: f"{below}{one.signal.name}/{carrier.name.rpartition('/')[2]}",
    }[carrier.channel]


def _text(carrier: Carrier) -> str:
    header = carrier.channel is Channel.HTTP_HEADER
    return f"{carrier.name}: {carrier.text}" if header else carrier.text.strip("\n")


def _lines(texts: Iterable[str]) -> str:
    return "".join(f"{text}\n" for text in dict.fromkeys(texts))


def _robots(texts: Iterable[str]) -> str:
    """Return one robots.txt: the rules for everybody in one group, which is not said twice.

    Several groups for one agent are one (RFC 9309, section 2.2.1), but some programs stop at the
    first. Lines that belong to no group stand before it.
    """
    rules: list[str] = []
    alone: list[str] = []
    for text in texts:
        lines = text.splitlines()
        grouped = lines[0].lower().startswith(_AGENT)
        (rules if grouped else alone).extend(lines[1:] if grouped else lines)
    group = ["User-Agent: *", *dict.fromkeys(rules), "Allow: /"] if rules else []
    return _lines([*alone, *([""] if alone and group else []), *group])


def _well_known(texts: Iterable[str]) -> str:
    """Return one file: lists are joined, anything else is there once."""
    several = list(dict.fromkeys(texts))
    lists = list(_read_lists(several))
    if len(lists) < len(several) or len(several) == 1:
        return f"{several[0]}\n"
    joined = [entry for one in lists for entry in one]
    return json.dumps(joined, indent=2, ensure_ascii=False) + "\n"


def _read_lists(texts: Iterable[str]) -> Iterator[list[object]]:
    for text in texts:
        try:
            value = json.loads(text)
        except ValueError:
            continue
        if isinstance(value, list):
            yield value


def _first(texts: Sequence[str]) -> str:
    return f"{texts[0]}\n"


_JOINED: Mapping[Channel, _Joining] = {
    Channel.HTTP_HEADER: _lines,
    Channel.ROBOTS: _robots,
    Channel.HTML: _lines,
    Channel.WELL_KNOWN: _well_known,
    Channel.FILE: _first,
}

"""Say what a Declaration declares in the signals of others: headers, pages, files of the site."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from askfirst.signals import Carrier, Channel, Unwritable, answers, signal
from askfirst.signals.bundles import files
from askfirst.signals.exporting import Export, wanted
from askfirst.vocabulary import Signal
from pipeline.parties import Platform
from pipeline.store import Kept, read

if TYPE_CHECKING:
    from askfirst.model.declarations import Declaration

__all__ = ["head_of_page", "headers", "site_files"]

_ON_SITE = (Channel.ROBOTS, Channel.WELL_KNOWN, Channel.FILE)


def headers(one: Kept, platform: Platform) -> list[tuple[str, str]]:
    """Return the headers that a track and its page are sent with."""
    return [(each.name, each.text) for each in _carriers(one, platform, Channel.HTTP_HEADER)]


def head_of_page(one: Kept, platform: Platform) -> str:
    """Return what stands in the head of the page of a track."""
    return "\n".join(each.text for each in _carriers(one, platform, Channel.HTML))


def site_files(currents: Sequence[Kept], platform: Platform) -> dict[str, str]:
    """Return the files for the whole site, such as robots.txt, by their paths.

    A platform with very many tracks writes them when a Declaration changes, and not when asked.
    """
    return _site_files(tuple(currents), platform)


@lru_cache(maxsize=1)
def _site_files(currents: tuple[Kept, ...], platform: Platform) -> dict[str, str]:
    exports = [(one.track, each) for one in currents for each in _exports(one, platform)]
    return files(exports, _ON_SITE)


def _carriers(one: Kept, platform: Platform, channel: Channel) -> list[Carrier]:
    return [c for each in _exports(one, platform) for c in each.carriers if c.channel is channel]


def _exports(one: Kept, platform: Platform) -> Iterator[Export]:
    """Yield a track in each signal that can be written for its page here."""
    declaration = cast("Declaration", read(one.text))
    page = platform.page(one.track)
    (declared,) = declaration.declared
    track = wanted(declared, f"{page}/askfirst.json")._replace(place=page)
    for name in Signal:
        edition = signal(name)
        said = answers(track.standing, edition.terms, can_ask=edition.can_ask)
        try:
            yield Export(edition, track, edition.write(track, said), ())
        except Unwritable:
            continue

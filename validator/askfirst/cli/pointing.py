"""Read a track that somebody types: its title, and its ISRC or the address of its page."""

from typing import NamedTuple

from askfirst.authoring.people import address
from askfirst.authoring.recordings import Recording
from askfirst.cli.declaring import stated
from askfirst.cli.prompts import Unfit
from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import isrc

__all__ = ["Named", "pointed", "recorded"]


class Named(NamedTuple):
    """What flags, or somebody's words, say of a track whose file is not at hand."""

    title: str | None
    isrc: str | None
    url: str | None


def recorded(named: Named) -> Recording:
    """Return what is said of a track. Raises `Incomplete`."""
    known = stated("--isrc", named.isrc, lambda text: pointed(f"{named.title} {text}")[1])
    page = stated("--url", named.url, address)
    said = {"title": named.title, "isrc": known, "urls": [page] if page else None}
    return Recording({name: value for name, value in said.items() if value}, {})


def pointed(text: str) -> tuple[str, str | None, str | None]:
    """Return a title, an ISRC and a page, of which one is None. Raises `NoAddress`, `Unfit`.

    >>> pointed("Night Bus SE-XYZ-26-00012")
    ('Night Bus', 'SEXYZ2600012', None)
    >>> pointed("Night Bus https://mara.example.org/night-bus")
    ('Night Bus', None, 'https://mara.example.org/night-bus')
    """
    title, _, known = text.strip().rpartition(" ")
    title = title.strip(" ,;:-")
    if not title:
        raise Unfit("type both, the title and what identifies it")
    if "." not in known and ":" not in known:
        try:
            return title, str(isrc.validate(known)), None
        except InvalidIdentifier as error:
            raise Unfit(f"`{known}` is no address of a page, and no ISRC: {error}") from error
    return title, None, address(known)

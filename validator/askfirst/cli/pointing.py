"""Read a track that somebody types: its title, and its ISRC or the address of its page."""

from askfirst.authoring.people import NoAddress, address
from askfirst.cli.prompts import Unfit
from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import isrc

__all__ = ["pointed"]


def pointed(text: str) -> tuple[str, str | None, str | None]:
    """Return a title, an ISRC and a page, of which one is None. Raises `Unfit`.

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
    try:
        return title, None, address(known)
    except NoAddress as error:
        raise Unfit(str(error)) from error

"""Tell what a file is that somebody saved: headers, robots.txt, a page, or anything else."""

import re
from collections.abc import Iterator

from askfirst.signals.signal import Channel, Found

__all__ = ["LARGEST", "found"]

#: No file with a signal in it is larger, in bytes.
LARGEST = 2**20
_STATUS = re.compile(r"HTTP/[0-9.]+ [0-9]{3}")
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*")
_GROUP = re.compile(r"^[ \t]*user-agent[ \t]*:", re.IGNORECASE | re.MULTILINE)
_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|link)\b", re.IGNORECASE | re.DOTALL
)


def found(name: str, text: str, url: str | None = None) -> tuple[Found, ...]:
    """Return the texts in a file that can hold a signal, by its name and by how it begins.

    Headers are a text each (RFC 9110, section 5); a line that begins with a space goes on with
    the one before it.
    """
    file = name.replace("\\", "/").rpartition("/")[2].lower()
    if _STATUS.match(text) or file.endswith((".headers", "headers.txt")):
        return tuple(_headers(text, url))
    return (Found(_channel(name, file, text), text, url, name),)


def _channel(name: str, file: str, text: str) -> Channel:
    if file in ("robots.txt", "ai.txt") or (not file and _GROUP.search(text[:5000])):
        return Channel.ROBOTS
    if file.endswith((".html", ".htm", ".xhtml")) or _PAGE.match(text[:2000]):
        return Channel.HTML
    if file == "tdmrep.json" or ".well-known/" in name.replace("\\", "/"):
        return Channel.WELL_KNOWN
    return Channel.FILE


def _headers(text: str, url: str | None) -> Iterator[Found]:
    unfolded = re.sub(r"\r?\n[ \t]+", " ", text)
    for line in unfolded.splitlines():
        header = _HEADER.fullmatch(line)
        if header:
            yield Found(Channel.HTTP_HEADER, header[2], url, header[1].lower())

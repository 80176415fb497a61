"""Read and write the HTTP header `Link` (RFC 8288), and addresses as they may stand in signals."""

import re
from typing import NamedTuple

__all__ = ["MOST_CHARACTERS", "Link", "link_header", "links", "uri"]

#: Servers take no longer headers either.
MOST_CHARACTERS = 2**14

_VALUE = r'(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<token>[^\s;,"<>]+))'
_PARAMETER = re.compile(rf"\s*;\s*(?P<name>[\w!#$%&'*+.^`|~-]+)(?:\s*=\s*{_VALUE})?", re.ASCII)
_TARGET = re.compile(r"[\s,]*<([^<>]*)>")
#: What an address consists of (RFC 3986, section 2); everything else is percent-encoded.
_NO_URI = re.compile(r"[^A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]")


class Link(NamedTuple):
    """A link: where it leads, and what stands with it, the names in lower case."""

    target: str
    parameters: dict[str, str]

    def is_a(self, relation: str) -> bool:
        """Tell whether the link has a relation; it can have several."""
        return relation in self.parameters.get("rel", "").lower().split()


def links(value: str) -> tuple[Link, ...]:
    """Return the links in a header, up to the first thing that is none. Never raises."""
    text, found, at = value[:MOST_CHARACTERS], [], 0
    while target := _TARGET.match(text, at):
        parameters: dict[str, str] = {}
        at = target.end()
        while one := _PARAMETER.match(text, at):
            quoted = re.sub(r"\\(.)", r"\1", one["quoted"] or "")
            parameters.setdefault(one["name"].lower(), one["token"] or quoted)  # the first holds
            at = one.end()
        found.append(Link(target[1].strip(), parameters))
    return tuple(found)


def link_header(target: str, **parameters: str) -> str:
    """Return the value of a header with one link.

    >>> link_header("https://mara.example.org/a b", rel="license")
    '<https://mara.example.org/a%20b>; rel="license"'
    """
    return "; ".join([f"<{uri(target)}>", *(f'{name}="{a}"' for name, a in parameters.items())])


def uri(address: str) -> str:
    r"""Return an address with everything percent-encoded that no address can hold.

    >>> uri("https://mara.example.org/\r\nX: <é>")
    'https://mara.example.org/%0D%0AX:%20%3C%C3%A9%3E'
    """
    return _NO_URI.sub(_encoded, address)


def _encoded(character: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in character[0].encode(errors="replace"))

"""Write paths as URI references (RFC 3986)."""

import os
import re
import string

__all__ = ["is_relative", "uri"]

_DRIVE = re.compile(r"[A-Za-z]:/")
#: What a path takes as it is; a colon in its first part would begin a scheme.
_PLAIN = frozenset(f"{string.ascii_letters}{string.digits}-._~/".encode())


def is_relative(path: str) -> bool:
    """Tell whether a path, with `/` between its parts, is one from the root of the repository."""
    return not (path.startswith("/") or _DRIVE.match(path))


def uri(path: str) -> str:
    """Return a path as a relative reference, or as a file URI where it is absolute.

    >>> uri("a b/100%.yaml"), uri("C:/x.yaml"), uri("/x.yaml")
    ('a%20b/100%25.yaml', 'file:///C%3A/x.yaml', 'file:///x.yaml')
    """
    quoted = "".join(chr(b) if b in _PLAIN else f"%{b:02X}" for b in os.fsencode(path))
    return quoted if is_relative(path) else f"file:///{quoted.lstrip('/')}"

"""Name files after tracks and people, in letters that every file system takes."""

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from unicodedata import normalize

__all__ = ["FOLDERS", "SIDECARS", "slugs"]

#: How a license file beside an audio file ends, and what one for a folder is called (spec 7).
SIDECARS = (".askfirst.yaml", ".askfirst.yml", ".askfirst.json")
FOLDERS = ("askfirst.yaml", "askfirst.yml", "askfirst.json")

_SEPARATORS = re.compile(r"[\W_]+")
#: Two of them and our endings fit into the 255 bytes that a file name has.
_BYTES = 80


def slugs(named: Sequence[tuple[str, str]]) -> list[str]:
    """Return a part of a file name for each (name, id), all different.

    Those that would be the same get a few digits of the digest of their id.

    >>> slugs([("Night Bus!", "a"), ("Depot", "b")])
    ['night-bus', 'depot']
    """
    found = [_slug(name) for name, _ in named]
    often = Counter(found)
    return [
        slug if slug and often[slug] == 1 else "-".join(filter(None, [slug, _digits(key)]))
        for slug, (_, key) in zip(found, named, strict=True)
    ]


def _slug(name: str) -> str:
    """Return the letters and digits of a name, in lower case, with hyphens between them."""
    plain = _SEPARATORS.sub("-", normalize("NFKC", name).lower()).strip("-")
    return plain.encode()[:_BYTES].decode(errors="ignore").strip("-")


def _digits(key: str) -> str:
    return sha256(key.encode(errors="surrogatepass")).hexdigest()[:8]

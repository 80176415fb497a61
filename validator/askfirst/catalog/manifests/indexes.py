"""Find the shards of a WebDataset: in an index, or behind a pattern with braces."""

import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

from askfirst.catalog.manifests.kinds import NotAManifest

__all__ = ["expanded", "is_index", "shards"]

_BRACES = re.compile(r"\{([^{}]*)\}")
_RANGE = re.compile(r"(\d+)\.\.(\d+)")
_MOST = 1_000_000
_VERSION = "wids_version"


def is_index(value: Mapping[str, Any]) -> bool:
    """Tell whether an object is an index of shards."""
    return _VERSION in value


def shards(index: Mapping[str, Any], path: Path) -> Iterator[tuple[Path, int | None]]:
    """Yield the shards that an index names, and how many samples each has.

    Raises `NotAManifest`.
    """
    listed = index.get("shardlist")
    if index[_VERSION] != 1 or not isinstance(listed, list) or not listed:
        raise NotAManifest(f"{path}: an index has `wids_version: 1` and a `shardlist`")
    for one in listed:
        url = one.get("url") if isinstance(one, dict) else None
        count = one.get("nsamples") if isinstance(one, dict) else None
        if not isinstance(url, str) or not url or not isinstance(count, int | None):
            raise NotAManifest(f"{path}: each entry of `shardlist` has a `url` and `nsamples`")
        if "://" in url or url.startswith("pipe:"):
            raise NotAManifest(f"{path}: `{url}` is not on this machine; name the file instead")
        yield path.parent / url, count


def expanded(pattern: str) -> list[str]:
    """Return the paths behind a pattern with braces, in order. Raises `NotAManifest`.

    >>> expanded("a-{08..10}-{x,y}.tar")[:3]
    ['a-08-x.tar', 'a-08-y.tar', 'a-09-x.tar']
    """
    parts = _BRACES.split(pattern)
    choices = [_choices(part) if at % 2 else [part] for at, part in enumerate(parts)]
    if _too_many(choices):
        raise NotAManifest(f"{pattern}: it stands for more than {_MOST:,} shards")
    return ["".join(chosen) for chosen in product(*choices)]


def _choices(inside: str) -> list[str]:
    counted = _RANGE.fullmatch(inside)
    if not counted:
        return inside.split(",")
    first, last = counted.groups()
    if int(last) - int(first) >= _MOST:
        raise NotAManifest(f"{{{inside}}}: it stands for more than {_MOST:,} shards")
    return [str(number).zfill(len(first)) for number in range(int(first), int(last) + 1)]


def _too_many(choices: list[list[str]]) -> bool:
    count = 1
    for one in choices:
        count *= len(one)
    return count > _MOST

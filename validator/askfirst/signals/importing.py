"""Read what foreign signals say in texts, and turn it into Declarations (spec 2.4)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from askfirst.signals.registry import editions
from askfirst.signals.signal import Found, Reading, Signal, Trouble
from askfirst.signals.terms import Answer, Standing, imported
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Status, Use, groups, leaves

__all__ = ["Import", "agreed", "declared", "read"]

_SITE = re.compile(r"https?://([^/?#]+)", re.IGNORECASE)
_LISTS = {
    Status.PERMITTED: "permits",
    Status.CONSENT_REQUIRED: "requiresConsent",
    Status.PROHIBITED: "prohibits",
}


class Import(NamedTuple):
    """What one signal says in the texts that were given, and what is wrong with them."""

    signal: Signal
    readings: tuple[Reading, ...]
    said: Mapping[str, Answer]
    standing: Standing
    troubles: tuple[Trouble, ...]


def read(
    texts: Iterable[Found], names: Iterable[Name] = tuple(Name), version: str | None = None
) -> tuple[Import, ...]:
    """Return what each signal says in texts, by its own rule where they say several things.

    Signals that say nothing are left out. Each is read in its newest version, or in the one named.
    """
    found = list(texts)
    read_ = (_read(_edition(name, version), found) for name in names)
    return tuple(one for one in read_ if one.readings)


def _edition(name: Name, version: str | None) -> Signal:
    known = editions(name)
    named = [one for one in known if version in (one.version, None)]
    usual = [one for one in named if not one.experimental or version]
    return (usual or named or list(known))[-1]


def _read(signal: Signal, texts: Sequence[Found]) -> Import:
    readings = tuple(reading for text in texts for reading in signal.read(text))
    said = signal.combine(readings)
    troubles = tuple(trouble for reading in readings for trouble in reading.troubles)
    return Import(signal, readings, said, imported(said, signal.terms), troubles)


def agreed(imports: Iterable[Import]) -> Standing:
    """Return the strictest of what several signals say; what only one permits is not agreed."""
    several = [one.standing for one in imports]
    return {
        leaf: Status.strictest([one[leaf] for one in several] or [Status.UNSPECIFIED])
        for leaf in leaves(Use.ANY_AI_USE)
    }


def declared(
    one: Import, texts: Sequence[Found], track: Mapping[str, Any], id_: str, issued: str
) -> dict[str, Any]:
    """Return the Declaration that an import comes to, made by the place it was read from."""
    url = next((text.url for text in texts if text.url), None)
    by = url or id_
    digest = sha256("\n".join(text.text for text in texts).encode(errors="surrogatepass"))
    source = {"signal": str(one.signal.name), **({"url": url} if url else {})}
    return {
        "askfirst": "1.0.0",
        "type": "Declaration",
        "id": id_,
        "issued": issued,
        "by": {"id": by},
        "track": dict(track),
        "rightsholders": [_publisher(by)],
        **_lists(one.standing),
        "source": {**source, "sha256": digest.hexdigest()},
    }


def _publisher(by: str) -> dict[str, Any]:
    """Return who speaks for the recording in a signal: the site that it was read from.

    Nobody knows more about who that is; a Consent then needs the site's agreement as well.
    """
    site = _SITE.match(by)
    holder = f"{site[0]}/" if site else by
    return {"holder": holder, "name": site[1] if site else by, "rights": ["recording"]}


def _lists(standing: Standing) -> dict[str, list[str]]:
    """Return the lists of uses that state a standing, in the fewest terms."""
    found = {}
    for status, name in _LISTS.items():
        uses = groups([leaf for leaf in standing if standing[leaf] is status])
        if uses:
            found[name] = [str(use) for use in uses]
    return found

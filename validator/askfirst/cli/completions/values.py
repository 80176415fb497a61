"""Say what an option or an argument takes, so that a shell can offer it."""

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from askfirst.schema import load

__all__ = ["Kind", "Values", "Word", "brief", "values"]

_NAME = re.compile(r"[A-Z]+(?:\.csv)?|[a-z-]{2,}")


class Kind(StrEnum):
    """What a shell can offer: words that we know, what is on the disk, or nothing."""

    WORDS = "words"
    FILES = "files"
    FOLDERS = "folders"
    TEXT = "text"


class Word(NamedTuple):
    """A word that may stand on the command line, and what it means in a few words."""

    text: str
    says: str = ""


class Values(NamedTuple):
    """What may be given: a kind, and the words where there are some."""

    kind: Kind
    words: tuple[Word, ...] = ()


def values(command: str, name: str, metavar: str, choices: tuple[str, ...] = ()) -> Values:
    """Return what an option or argument of a command takes.

    Lower-case words of the metavar are words to write; its other words are names of what to give.
    """
    names = _NAME.findall(metavar)
    keys = (key for key in (f"{command} {name}", name, *names) if key in _WORDS)
    known = (word for key in itertools.islice(keys, 1) for word in _WORDS[key]())
    words = (*known, *map(Word, choices), *map(Word, filter(str.islower, names)))
    if words:
        return Values(Kind.WORDS, tuple({word.text: word for word in words}.values()))
    return Values(next((_KINDS[one] for one in names if one in _KINDS), Kind.TEXT))


def brief(text: str) -> str:
    """Return the first sentence of a text, without its full stop."""
    return " ".join(text.split()).split(". ")[0].removesuffix(".")


def _of(part: str) -> Callable[[], Iterator[Word]]:
    """Return what lists the words of a part of the schemas, with their descriptions."""

    def words() -> Iterator[Word]:
        described = load("common")["$defs"][part]["oneOf"]
        return (Word(one["const"], brief(one["description"])) for one in described)

    return words


def _codes() -> Iterator[Word]:
    from askfirst.reporting.explanation import EXPLAINED, explain

    return (Word(page.code, brief(page.title)) for page in map(explain, EXPLAINED))


def _exports() -> Iterator[Word]:
    from askfirst.signals.bundles import BUNDLES

    yield from _of("signal")()
    yield from map(Word, BUNDLES)


def _languages() -> Iterator[Word]:
    from askfirst.deed.catalogs import tags

    return map(Word, tags())


def _presets() -> Iterator[Word]:
    from askfirst.vocabulary import Preset

    return map(Word, Preset)


def _printable() -> Iterator[Word]:
    from askfirst.cli.schema import printable

    return map(Word, printable())


def _territories() -> Iterator[Word]:
    from askfirst.vocabulary import WORLDWIDE
    from askfirst.vocabulary.territories import COUNTRIES

    return map(Word, (WORLDWIDE, *sorted(COUNTRIES)))


#: The words for an option of one command, for an option of any, or for a name in a metavar.
_WORDS: Mapping[str, Callable[[], Iterator[Word]]] = {
    "--territory": _territories,
    "--use": _of("use"),
    "--right": _of("right"),
    "--material": _of("material"),
    "export --to": _exports,
    "presets name": _presets,
    "schema name": _printable,
    "CODE": _codes,
    "CONDITION": _of("condition"),
    "L": _languages,
    "SIGNAL": _of("signal"),
}
#: What is on the disk, by the name in a metavar.
_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("DIR", "FOLDER"), Kind.FOLDERS),
    **dict.fromkeys(("FILE", "FILE.csv", "PATH", "KEYFILE", "DOCUMENT", "REQUEST"), Kind.FILES),
    **dict.fromkeys(("POLICY", "CONSENT", "SOURCE", "AUDIO", "PEM", "COPY"), Kind.FILES),
    **dict.fromkeys(("OLD", "NEW", "MANIFEST", "INPUT"), Kind.FILES),
}

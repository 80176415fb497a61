"""Put what documents say into phrases: who, which track, with which model, where, until when.

Names, titles and purposes are texts of strangers: each becomes one line, so that none of them
can look like a sentence of ours.
"""

from collections.abc import Collection, Iterable, Sequence
from textwrap import fill

from askfirst.deed.catalogs import english
from askfirst.deed.saying import one_line, quoted
from askfirst.identifiers import isrc
from askfirst.model.parts import Agreement, Model, Party, Track
from askfirst.vocabulary import (
    ANY,
    WORLDWIDE,
    Condition,
    Material,
    Right,
    Use,
    touched_by_use,
)

__all__ = [
    "act",
    "bullets",
    "called",
    "conditions",
    "joined",
    "materials",
    "model",
    "one_line",
    "paragraph",
    "purpose",
    "quoted",
    "rights",
    "somebody",
    "territories",
    "track",
]

_WIDTH = 78


def paragraph(text: str, indent: str = "", first: str | None = None) -> str:
    """Return a text in lines that mail does not break; addresses and commands stay whole."""
    return fill(
        text,
        _WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def bullets(entries: Iterable[str]) -> str:
    """Return each entry as a paragraph behind a star."""
    return "\n".join(paragraph(entry, "    ", "  * ") for entry in entries)


def joined(words: Sequence[str], last: str = "and") -> str:
    """Return words as a list in a sentence.

    >>> joined(["lyrics", "recording", "voice"])
    'lyrics, recording and voice'
    """
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def somebody(value: Party) -> str:
    """Return a party by its name and by who it is, which is what counts."""
    named = value.name not in (None, value.id)
    return f"{one_line(value.name or value.id)} ({value.id})" if named else value.id


def track(value: Track) -> str:
    """Return a track by its title, its artists and all that identifies it."""
    codes, hashes = _identifiers(value)
    return f"{_titled(value)} ({'; '.join([*codes, *hashes])})"


def called(value: Track) -> str:
    """Return a track as people tell it from others: without hashes, unless it has nothing else."""
    codes, hashes = _identifiers(value)
    return f"{_titled(value)} ({'; '.join(codes or hashes)})"


def _titled(value: Track) -> str:
    artists = f" by {joined([one_line(artist) for artist in value.artists])}" * bool(value.artists)
    return f"{quoted(value.title) if value.title else 'the track'}{artists}"


def _identifiers(value: Track) -> tuple[list[str], list[str]]:
    """Return the codes and addresses that identify a track, and the hashes, each with its kind."""
    single = [
        ("ISRC", value.isrc and isrc.format(value.isrc)),
        ("ISWC", value.iswc),
        ("MusicBrainz", value.mbid),
        ("ISCC", value.iscc),
    ]
    hashes = [("audio packets SHA-256", file.packets_sha256) for file in value.files]
    hashes += [("samples MD5", file.pcm_md5) for file in value.files]
    codes = [f"{kind} {code}" for kind, code in single if code]
    return [*codes, *value.urls], [f"{kind} {code}" for kind, code in hashes if code]


def act(leaf: Use, held: Collection[Right], whose: str = "your") -> str:
    """Return what would be done, as the holder of these rights reads it, with its word.

    >>> act(Use.VOICE_REPLICATION_TRAINING, [Right.VOICE], "my")
    'train a model to imitate my voice (voice-replication-training)'
    """
    said = english().acts[leaf]
    own = said.own if any(right in held for right in touched_by_use(leaf)) else None
    return f"{own.format(whose=whose) if own else said.act} ({leaf})"


def materials(values: Sequence[Material]) -> str:
    """Return what of the track is used."""
    return joined([f"{english().words[value]} ({value})" for value in values])


def rights(values: Sequence[Right]) -> str:
    """Return rights in everyday words."""
    return joined([f"{english().words[value]} ({value})" for value in values])


def model(value: Model | None) -> str:
    """Return a model; without one, or without a version, it is every one."""
    if value is None:
        return "any model, in any version"
    version = "in any version" if value.version == ANY else f"version {quoted(value.version)}"
    return f"the model {quoted(value.name)}, {version}"


def territories(values: Sequence[str]) -> str:
    """Return where; an empty list is everywhere."""
    if not values or WORLDWIDE in values:
        return "everywhere in the world"
    return f"only in {joined(values)}"


def purpose(value: str) -> str:
    """Return for what."""
    return "for any purpose" if value == ANY else f"only for this purpose: {quoted(value)}"


def conditions(
    values: Sequence[Condition], who: str, agreement: Agreement | None = None
) -> list[str]:
    """Return what a party does under each condition."""
    said = {value: english().words[value] for value in values}
    if agreement:
        said[Condition.COMPENSATION] = f"pays as the agreement at {agreement.url} says"
    return [f"{who} {said[value]} ({value})" for value in values]

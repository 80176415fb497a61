"""Name tracks, parties and uses as people would, and cut what somebody wrote at length."""

from collections.abc import Iterable
from functools import lru_cache

from askfirst.decision.case import Case
from askfirst.model.parts import Model, Track
from askfirst.reporting.visible import visible
from askfirst.rules.part import Part
from askfirst.vocabulary import ANY, Use, groups, leaves, parent

__all__ = [
    "NOBODY",
    "identifier",
    "label",
    "model",
    "sentence",
    "shown",
    "terms",
]

#: Nobody in particular asks: only a Consent to anyone covers that.
NOBODY = "urn:uuid:00000000-0000-0000-0000-000000000000"


#: How many characters of somebody else's text are shown, and how many of its ends beyond that.
_NAME, _SENTENCE, _END = 120, 800, 50


def shown(text: str, most: int = _NAME) -> str:
    """Return somebody else's text in visible characters, without the middle where it is long."""
    return visible(text if len(text) <= most else f"{text[:_END]}…{text[-_END:]}")


def sentence(text: str) -> str:
    """Return a sentence that may hold several names, in visible characters."""
    return shown(text, _SENTENCE)


def terms(some: Iterable[Use]) -> str:
    """Return some leaves in the fewest words: as groups, or as a group but for some of its parts.

    >>> terms([use for use in leaves(Use.INPUT) if use is not Use.ANALYTIC_INPUT])
    'generative-input'
    >>> terms([use for use in leaves(Use.TRAINING) if use is not Use.TAGGING_TRAINING])
    'training (but not tagging-training)'
    """
    return _terms(frozenset(some))


@lru_cache(maxsize=4096)
def _terms(some: frozenset[Use]) -> str:
    return ", ".join(_fewest(Use.ANY_AI_USE, some))


def _fewest(group: Use, some: frozenset[Use]) -> list[str]:
    """Return the terms for the leaves of a group that are among some."""
    lacking = [leaf for leaf in leaves(group) if leaf not in some]
    if not lacking or group.leaf:
        return [] if lacking else [group]
    parts = [term for part in Use if parent(part) is group for term in _fewest(part, some)]
    without = groups(lacking)
    # a term in brackets is no shorter than it looks
    if 1 + len(without) < sum(1 + term.count(", ") + ("(" in term) for term in parts):
        return [f"{group} (but not {', '.join(without)})"]
    return parts


def label(case: Case) -> str:
    """Return the title and the identifier of the asked track."""
    own = case.question.track
    tracks = [own, *(one.declared.track for one in case.applying)]
    same = (one for one in tracks if one is own or not own.recording.isdisjoint(one.recording))
    title = next((one.title for one in same if one.title), None) or _unsure_title(case)
    kept = shown(identifier(own).removeprefix("url:"))
    return f"{shown(title)} ({kept})" if title else kept


def _unsure_title(case: Case) -> str | None:
    """Return the title in a document that does not conform, which is better than none."""
    for piece in case.closing:
        document = Part(piece.checked.value)
        tracks = [document["track"], *document["tracks"]] if piece.track else []
        for one in tracks:
            if one.pointer == (piece.pointer or "/track") and one["title"].text:
                return str(one["title"].text)
    return None


def identifier(track: Track) -> str:
    """Return the identifier that names a track best, as `--track` takes it."""
    hashes = (hash_ for file in track.files for hash_ in (file.packets_sha256, file.pcm_md5))
    urls = (url if "://" in url else f"url:{url}" for url in track.urls)
    known = (track.isrc, track.mbid, *urls, *hashes, track.iswc)
    return next(one for one in known if one)


def model(one: Model) -> str:
    """Return a model as `--model` takes it."""
    return one.name if one.version == ANY and "@" not in one.name else f"{one.name}@{one.version}"

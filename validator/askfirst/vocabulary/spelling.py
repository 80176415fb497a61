"""Suggest the word that was meant; never one that says more than the word that was written."""

from collections.abc import Iterable
from functools import lru_cache
from re import compile as pattern

__all__ = ["distance", "nearest"]

_SEPARATORS = pattern(r"[\s_.-]+")
_MOST_EDITS = 2
#: Up to this length two edits make another word.
_SHORT = 4
#: Words that say more than those that look like them, such as `unpermitted` and `signed`.
_OPENING = frozenset({"permits", "permitted", "unsigned"})

#: Words of other formats and languages. Only what restricts, or what means the very same, is
#: here: an alias for `permits` would turn somebody's guess into a permission.
_ALIASES = {
    "licence": "license",
    "licences": "license",
    "deny": "prohibits",
    "denies": "prohibits",
    "forbid": "prohibits",
    "forbids": "prohibits",
    "disallow": "prohibits",
    "no": "prohibits",
    "never": "prohibits",
    "ask": "requiresConsent",
    "askfirst": "requiresConsent",
    "consent": "requiresConsent",
    "optin": "opt-in",
    "holders": "rightsholders",
    "owners": "rightsholders",
    "rightholders": "rightsholders",
    "owner": "holder",
    "artist": "artists",
    "email": "contact",
    "url": "urls",
    "song": "track",
    "album": "release",
    "composer": "composition",
    "master": "recording",
    "world": "worldwide",
    "forever": "until-withdrawn",
    "everyone": "anyone",
}

#: Words for uses; they are suggested only in lists that restrict.
_RESTRICTING_ALIASES = {
    "aitraining": "training",
    "trainai": "training",
    "aitrain": "training",
    "train": "training",
    "training": "training",
    "ml": "training",
    "ai": "any-ai-use",
    "all": "any-ai-use",
    "genai": "generative-training",
    "traingenai": "generative-training",
    "genaitraining": "generative-training",
    "generative": "generative-training",
    "generativeai": "generative-training",
    "generativeaitraining": "generative-training",
    "voicecloning": "voice-replication-training",
    "voiceclone": "voice-replication-training",
    "deepfake": "voice-replication-training",
    "styletransfer": "style-replication-training",
    "search": "search-indexing",
    "tdm": "other-data-mining",
    "datamining": "other-data-mining",
    "aiinput": "input",
    "dataset": "dataset-distribution",
}


def nearest(written: str, words: Iterable[str], *, restricting: bool = False) -> str | None:
    """Return the word that was most likely meant; None where none or several are as near.

    Letter case, hyphens and underscores do not count. Aliases for uses are taken only where
    the list restricts.
    """
    plain = _plain(written)
    choices = {_plain(word): word for word in words}
    if plain in choices:
        return choices[plain]
    aliases = {**_RESTRICTING_ALIASES, **_ALIASES} if restricting else _ALIASES
    if aliases.get(plain) in choices.values():
        return aliases[plain]
    ranked = sorted((distance(plain, near), word) for near, word in choices.items())
    if not ranked or ranked[0][0] > _most_edits(plain, ranked[0][1]):
        return None
    alone = len(ranked) == 1 or ranked[1][0] > ranked[0][0]
    return ranked[0][1] if alone else None


def _most_edits(plain: str, word: str) -> int:
    """Return how far a word may be; `no-permits` must not become what opens a track."""
    return 1 if len(plain) <= _SHORT or word in _OPENING else _MOST_EDITS


def _plain(word: str) -> str:
    return _SEPARATORS.sub("", word).lower()[:64]


@lru_cache(maxsize=4096)
def distance(one: str, other: str) -> int:
    """Return how many letters to insert, drop, replace or swap with a neighbor, at most 3.

    >>> distance("askfrist", "askfirst")
    1
    """
    # an edit adds or drops two letters at the most
    if abs(len(one) - len(other)) > _MOST_EDITS or len({*one} ^ {*other}) > 2 * _MOST_EDITS:
        return _MOST_EDITS + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != wanted)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                row[j] = min(row[j], before[j - 2] + 1)
        before, above = above, row
        if min(*before, *above) > _MOST_EDITS:
            break
    return min(above[-1], _MOST_EDITS + 1)

"""Take apart and join again the groups in which people write an identifier."""

from itertools import islice

__all__ = ["grouped", "ungrouped"]

#: `str.upper` will not do: it makes ASCII letters of the dotless i and of the long s.
_WRITTEN = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", " -.")


def ungrouped(text: str) -> str:
    """Return a text without spaces, hyphens and full stops, its ASCII letters in upper case.

    >>> ungrouped("t-034.524.680-1")
    'T0345246801'
    """
    return text.translate(_WRITTEN)


def grouped(code: str, lengths: tuple[int, ...], separator: str) -> str:
    """Return a code in groups of the given lengths.

    >>> grouped("USSKG1912345", (2, 3, 2, 5), "-")
    'US-SKG-19-12345'
    """
    rest = iter(code)
    return separator.join("".join(islice(rest, length)) for length in lengths)

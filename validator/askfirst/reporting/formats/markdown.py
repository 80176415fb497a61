"""Write a listing as Markdown that fits a screen, for a comment or the summary of a job."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from askfirst.reporting.descriptors import descriptor
from askfirst.reporting.listing import Diagnostic, Listing
from askfirst.reporting.visible import visible
from askfirst.vocabulary import Severity

__all__ = ["whole", "written"]

#: How many things are told one by one; beyond that, by code and by file.
_FEW = 12
#: How many rows a table has, and how many things the whole list.
_CODES, _FILES, _MOST = 12, 8, 2000
_NAME = 120
#: What would be read as markup. A name could otherwise link, mention somebody, or load a picture.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|!~@&]|:(?=/)|(?<=www)\.", re.IGNORECASE)
#: Begins or ends an emoji by its name.
_EMOJI = re.compile(r":(?=\S)")
#: Ends a mention, which is looked for after character references are read; it takes no space.
_JOINER = "&#8288;"


def written(listing: Listing) -> str:
    """Return the verdict and what is worst: each thing where there are few, else tables."""
    few = len(listing.diagnostics) <= _FEW
    parts = [_verdict(listing), _about_the_run(listing)]
    parts += [_list(listing.worst_first)] if few else [_by_code(listing), _by_file(listing)]
    return "\n\n".join(filter(None, parts)) + "\n"


def whole(listing: Listing) -> str:
    """Return the same and, folded up, everything there is to tell."""
    found = listing.worst_first
    if len(found) <= _FEW:
        return written(listing)
    more = f"\n\nand {len(found) - _MOST} more" if len(found) > _MOST else ""
    summary = f"<summary>All {len(found)}</summary>"
    return f"{written(listing)}\n<details>{summary}\n\n{_list(found[:_MOST])}{more}\n\n</details>\n"


def _verdict(listing: Listing) -> str:
    mark = "✅" if listing.holds else "❌"
    return f"### {mark} AskFirst {listing.command}\n\n{_plain(listing.summary)}"


def _about_the_run(listing: Listing) -> str:
    told = [f"- **could not look** {_plain(one)}" for one in listing.troubles[:_FEW]]
    told += [f"- {_plain(one)}" for one in listing.remarks[:_FEW]]
    more = len(listing.troubles) + len(listing.remarks) - len(told)
    return "\n".join([*told, *([f"- and {more} more"] if more else [])])


def _list(some: Iterable[Diagnostic]) -> str:
    return "\n".join(
        f"- **{one.severity}** {one.code} {_code(one.place)} {_plain(one.told)}" for one in some
    )


def _by_code(listing: Listing) -> str:
    """Return a table of what was found, the gravest and most frequent first."""
    counts = Counter(one.code for one in listing.diagnostics)
    first = {one.code: one for one in reversed(listing.diagnostics)}
    files = {code: {o.path for o in listing.diagnostics if o.code == code} for code in counts}
    order = sorted(counts, key=lambda code: (_rank(first[code]), -counts[code], code))
    rows = [
        f"| {first[code].severity} | {code} | {_plain(descriptor(code).title)} | {counts[code]} "
        f"| {len(files[code])} | {_code(first[code].place)} |"
        for code in order[:_CODES]
    ]
    heading = "| | code | what | found | files | first |\n|---|---|---|---:|---:|---|"
    return "\n".join([heading, *rows, *_more(len(order) - _CODES, "code")])


def _rank(one: Diagnostic) -> int:
    return list(Severity).index(one.severity)


def _by_file(listing: Listing) -> str:
    """Return a table of the files with the most errors."""
    counts: dict[str, Counter[Severity]] = {}
    for one in listing.diagnostics:
        counts.setdefault(one.path, Counter())[one.severity] += 1
    order = sorted(counts, key=lambda path: (*(-counts[path][s] for s in Severity), path))
    rows = [
        f"| {_code(visible(path))} | " + " | ".join(str(counts[path][s]) for s in Severity) + " |"
        for path in order[:_FILES]
    ]
    heading = "| file | errors | warnings | notes |\n|---|---:|---:|---:|"
    return "\n".join([heading, *rows, *_more(len(order) - _FILES, "file")])


def _more(number: int, noun: str) -> Iterator[str]:
    if number > 0:
        yield f"\nand {number} more {noun}{'s' * (number != 1)}"


def _plain(text: str) -> str:
    r"""Return a text so that Markdown shows it as it is, but for code between backticks.

    >>> print(_plain("`a|b` of [x](y)"))
    <code>a&#124;b</code> of &#91;x&#93;(y)
    """
    parts = visible(text).split("`")
    if len(parts) % 2 == 0:  # a name has a backtick in it
        return _words(visible(text))
    return "".join(_tag(p) if n % 2 else _words(p) for n, p in enumerate(parts))


def _code(text: str) -> str:
    """Return a text as code, cut in the middle where it is long."""
    half = _NAME // 2
    return _tag(text if len(text) <= _NAME else f"{text[:half]}…{text[-half:]}")


def _tag(text: str) -> str:
    return f"<code>{_entities(text)}</code>" if text else ""


def _words(text: str) -> str:
    """Return a text outside of code, in which a name could mention somebody."""
    return _EMOJI.sub("&#58;", _entities(text).replace("&#64;", f"&#64;{_JOINER}"))


def _entities(text: str) -> str:
    """Return a text with all that could be markup as character references."""
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", text)

"""Name the tracks of Releases, so that nobody has to count entries."""

import re
from collections.abc import Iterator

from askfirst.checking import Checked
from askfirst.model.findings import Finding
from askfirst.reporting.results import FileReport
from askfirst.reporting.style import Style
from askfirst.reporting.visible import visible

__all__ = ["in_track", "tracks_named"]

#: How many tracks of a Release are named in a line, and how much of a title.
_MOST, _LONGEST = 12, 60
_NUMBER = re.compile(r"/tracks/(0|[1-9][0-9]*)(?:/.*)?")


def in_track(file: FileReport, finding: Finding) -> str:
    """Return in which track of a Release a finding is: ` (track 2. Depot)`; else nothing."""
    for one in file.report.documents:
        inside = finding.pointer.startswith(f"{one.pointer}/tracks/")
        match = _NUMBER.fullmatch(finding.pointer[len(one.pointer) :]) if inside else None
        titles = one.titles if match else ()
        if match and int(match[1]) < len(titles):
            return f" (track {_name(int(match[1]), titles)})"
    return ""


def tracks_named(file: FileReport, style: Style) -> Iterator[str]:
    """Yield for each Release of a file a line with the tracks it is about."""
    for one in file.report.documents:
        if one.titles:
            yield f"{style.place(visible(file.path))}: a Release of {_listed(one)}"


def _listed(release: Checked) -> str:
    titles = release.titles
    names = [_name(n, titles) for n in range(min(len(titles), _MOST))]
    more = f"; and {len(titles) - _MOST} more" if len(titles) > _MOST else ""
    count = f"{len(titles)} track{'s' * (len(titles) != 1)}"
    return f"{count}: {'; '.join(names)}{more}"


def _name(n: int, titles: tuple[str, ...]) -> str:
    """Return the number of a track, from 1 as people count, and its title."""
    title = visible(titles[n])
    short = f"{title[:_LONGEST]}…" if len(title) > _LONGEST else title
    return f"{n + 1}. {short}" if short else f"{n + 1}"

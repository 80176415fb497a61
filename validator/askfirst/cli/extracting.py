"""Read the documents in the tags of one audio file, and say what is found there."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from askfirst.audio import Carrier, UnreadableAudio, embedded
from askfirst.authoring.embedding import found
from askfirst.checking import Report
from askfirst.cli.replacing import NotReplaced, opened
from askfirst.reporting.visible import visible

__all__ = ["Extracted", "extracted"]


class Extracted(NamedTuple):
    """The documents in a file by their digests, what is said of them, and whether all is well."""

    documents: dict[str, object]
    lines: tuple[str, ...]
    whole: bool


def extracted(path: str) -> Extracted:
    """Return what stands in an audio file."""
    try:
        with opened(Path(path)) as file:
            reports, credit = found(file), embedded(file).copyright
    except (UnreadableAudio, NotReplaced) as error:
        return Extracted({}, (visible(f"{path}: {error}"),), whole=False)
    documents: dict[str, object] = {}
    places: dict[str, list[str]] = {}
    for carrier, report in reports:
        for one in report.documents:
            documents[one.sha256] = one.value
            places.setdefault(one.sha256, []).append(carrier)
    conform = all(report.conforms for _, report in reports)
    lines = [*_places(documents, places), *_troubles(reports), *_nothing(reports, credit)]
    if len(documents) > 1:
        lines.append("its tags hold different documents; all of them count")
    told = tuple(visible(f"{path}: {line}") for line in lines)
    return Extracted(documents, told, whole=len(documents) == 1 and conform)


def _places(documents: dict[str, object], places: dict[str, list[str]]) -> Iterator[str]:
    for digest, value in documents.items():
        name = value.get("id") if isinstance(value, dict) else None
        yield f"{name or 'a document without an id'} in {', '.join(dict.fromkeys(places[digest]))}"


def _troubles(reports: list[tuple[Carrier, Report]]) -> Iterator[str]:
    for carrier, report in reports:
        yield from (f"{carrier}: {one.code}: {one.message}" for one in report.findings)


def _nothing(reports: list[tuple[Carrier, Report]], credit: str | None) -> Iterator[str]:
    """Yield that there is no document, and what the copyright says of one."""
    if not reports:
        named = f"; its copyright says: {credit}" if credit and "AskFirst" in credit else ""
        yield f"there is no document in its tags{named}"

"""Make the files of an enquiry: a Request, and a letter to everybody who is asked."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from askfirst.authoring.addressees import Addressee, unheld
from askfirst.authoring.enquiry import Enquiry
from askfirst.authoring.letter import Enclosed, letter
from askfirst.authoring.naming import slugs
from askfirst.authoring.requests import same_question, written
from askfirst.checking import check, read
from askfirst.cli.outputs import content
from askfirst.cli.prompts import lines
from askfirst.deed.saying import place
from askfirst.model.documents import Request
from askfirst.reporting import FileReport
from askfirst.reporting.visible import visible
from askfirst.reporting.wording import label, shown, terms
from askfirst.vocabulary import Assurance, Right

__all__ = ["Mailing", "mailings", "summary"]


class Mailing(NamedTuple):
    """The files of an enquiry by their paths, and to whom each letter goes."""

    enquiry: Enquiry
    texts: dict[str, str]
    letters: dict[str, Addressee]


def mailings(
    enquiries: Sequence[Enquiry], files: Sequence[FileReport], folder: Path, *, again: bool
) -> list[Mailing]:
    """Return the files of each enquiry; `again` keeps a Request that is there and asks the same."""
    tracks = [_track(one.request) for one in enquiries]
    names = slugs([(_title(track), repr(track)) for track in tracks])
    return [
        _mailing(one, folder / name, files, again=again)
        for name, one in zip(names, enquiries, strict=True)
    ]


def _track(request: Mapping[str, Any]) -> dict[str, Any]:
    return dict(request["track"])


def _title(track: Mapping[str, Any]) -> str:
    known = (track.get(name) for name in ("title", "isrc", "iswc", "mbid"))
    return next((str(name) for name in known if name), "track")


def _mailing(enquiry: Enquiry, path: Path, files: Sequence[FileReport], *, again: bool) -> Mailing:
    if not enquiry.people:
        return Mailing(enquiry, {}, {})
    target = f"{path}.request.askfirst.yaml"
    value = (_standing(target, enquiry.request) if again else None) or enquiry.request
    request = read(value)
    if not isinstance(request, Request):
        raise TypeError(value["type"])
    texts = {target: written(value)}
    letters = {}
    people = enquiry.people
    for slug, to in zip(slugs([(one.name, one.id) for one in people]), people, strict=True):
        enclosed = Enclosed(Path(target).name, tuple(_naming(to, files)))
        at = f"{path}.{slug}.letter.txt"
        texts[at] = lines(letter(request, to, len(people) - 1, enclosed))
        letters[at] = to
    return Mailing(enquiry, texts, letters)


def _standing(path: str, request: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the Request that is at a path already, if it asks the same."""
    data = content(path)
    documents = check(data).documents if data else ()
    value = documents[0].value if len(documents) == 1 and documents[0].conforms else None
    return value if isinstance(value, dict) and same_question(value, request) else None


def _naming(to: Addressee, files: Sequence[FileReport]) -> Iterator[str]:
    """Yield the names of the files that name a party."""
    digests = {naming.declared.document.sha256 for naming in to.namings}
    for file in files:
        if any(one.sha256 in digests for one in file.report.documents):
            yield Path(file.path).name


def summary(mailing: Mailing, assurance: str) -> Iterator[str]:
    """Yield what was made of an enquiry, for whom, and why there is nothing to ask."""
    enquiry = mailing.enquiry
    yield f"{label(enquiry.proposed.case)}: {_verdict(enquiry, len(mailing.letters))}"
    yield from (f"  {visible(path)}{_to(mailing.letters.get(path))}" for path in mailing.texts)
    if enquiry.prohibited:
        makers = ", ".join(shown(one.name or one.id) for one in enquiry.prohibiting)
        by = makers or "a document that does not conform"
        yield f"  left out, because {by} prohibits it: {terms(enquiry.prohibited)}"
    if lacking := unheld(enquiry.proposed):
        named = f"nobody is named as holder of {', '.join(lacking)}"
        yield f"  {named}; until somebody is, nobody can agree for it{_absent(enquiry, lacking)}"
    if assurance == Assurance.TRUSTED and enquiry.proposed.case.documents.consents:
        yield (
            "  the Consents here carry no proof that is trusted; with --assurance unsigned, who "
            "gave one is not asked again"
        )


def _verdict(enquiry: Enquiry, count: int) -> str:
    if count:
        return f"{count} to ask"
    if enquiry.settled:
        return "nobody to ask, because it is permitted already"
    if enquiry.proposed.missing:
        return "nobody to ask, because nobody is named"
    return "nothing to ask; it is prohibited until the document that says so changes"


def _to(to: Addressee | None) -> str:
    if to is None:
        return ""
    places = ", ".join(map(place, to.addresses)) or "whose address is not known: find one"
    return f"  to {shown(to.name)}, {shown(places)}"


def _absent(enquiry: Enquiry, rights: Collection[Right]) -> str:
    applying = enquiry.proposed.case.applying
    said = any(right in one.declared.absent_rights for one in applying for right in rights)
    return " (a document says, without a proof, that the track has none)" if said else ""

"""Write a listing as JUnit XML, with one test case for each document."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from askfirst.reporting.listing import Diagnostic, Listing, Subject
from askfirst.reporting.visible import visible
from askfirst.vocabulary import Severity

__all__ = ["written"]

_COULD_NOT_LOOK = "could not look"


def written(listing: Listing) -> str:
    """Return a suite in which each document passes or fails; what was not looked at is an error."""
    failed = sum(not subject.holds for subject in listing.subjects)
    counts = {
        "tests": str(len(listing.subjects) + len(listing.troubles)),
        "failures": str(failed),
        "errors": str(len(listing.troubles)),
        "skipped": "0",
    }
    root = Element("testsuites", {"name": "askfirst", **counts})
    suite = SubElement(root, "testsuite", {"name": f"askfirst {listing.command}", **counts})
    for subject in listing.subjects:
        _case(suite, subject)
    for trouble in listing.troubles:
        case = SubElement(suite, "testcase", {"classname": "askfirst", "name": _COULD_NOT_LOOK})
        SubElement(case, "error", {"type": _COULD_NOT_LOOK, "message": visible(trouble)})
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + _text(root)


def _text(root: Element) -> str:
    return tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, subject: Subject) -> None:
    """Add a document; its name stays the same when its content changes."""
    path, name = visible(subject.path), visible(subject.name)
    case = SubElement(suite, "testcase", {"classname": path, "name": name, "file": path})
    errors = [one for one in subject.diagnostics if one.severity is Severity.ERROR]
    others = [one for one in subject.diagnostics if one.severity is not Severity.ERROR]
    if errors:
        first = errors[0]
        if first.position:
            case.set("line", str(first.position.line))
        failure = SubElement(case, "failure", {"type": first.code, "message": first.told})
        failure.text = _lines(errors)
    if others:
        SubElement(case, "system-out").text = _lines(others)


def _lines(some: Iterable[Diagnostic]) -> str:
    return "\n".join(f"{one.place}: {one.code} {one.told}" for one in some)

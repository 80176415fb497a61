"""Say what is wrong with a value, and what would be right."""

import json
import re
from collections.abc import Iterator

from askfirst.identifiers import instant, iri
from askfirst.model.findings import Finding
from askfirst.schema.advice import ADVICE, NOUNS, WRITTEN_OUT
from askfirst.schema.broken import Broken, listed
from askfirst.schema.files import Schema, load
from askfirst.vocabulary import ANY, Method, Right, Use
from askfirst.vocabulary.spelling import nearest

__all__ = [
    "accompanied",
    "empty",
    "malformed",
    "repeated",
    "unknown_word",
    "wrong_kind",
    "wrong_word",
]

_KINDS = {"string": "text", "array": "a list", "object": "an object with members"}
#: Words that exist and are refused in one place: the code says so only for these.
_REFUSED_HERE: dict[str, tuple[str, ...]] = {"AF303": tuple(Use), "AF406": tuple(Right)}
_SHA256 = re.compile("[0-9a-f]{64}")
_RESTRICTING = ("/requiresConsent/", "/prohibits/")
#: Words that a list knows only in order to refuse them (AF501).
_NEVER_ADVISED = frozenset(method for method in Method if not method.explicit)


def wrong_kind(broken: Broken) -> Iterator[Finding]:
    """Yield that a text, a list or an object must stand here (AF105)."""
    wanted = broken.schema["type"]
    kinds = [_KINDS[kind] for kind in ([wanted] if isinstance(wanted, str) else wanted)]
    yield broken.finding(f"{' or '.join(kinds)} must stand here", _right_kind(broken))


def unknown_word(broken: Broken) -> Iterator[Finding]:
    """Yield that a word is unknown (AF106), or known and refused in this place."""
    words = [str(choice["const"]) for choice in broken.schema["oneOf"]]
    if not isinstance(broken.value, str):
        yield broken.finding(
            "a word must stand here", f"write one of {listed(words)}", code="AF105"
        )
    elif broken.value in _REFUSED_HERE.get(broken.code, ()):
        yield broken.finding(f"`{broken.value}` may not stand here", ADVICE[broken.code])
    else:
        restricting = any(name in broken.pointer for name in _RESTRICTING)
        advised = [word for word in words if word not in _NEVER_ADVISED]
        meant = nearest(broken.value, advised, restricting=restricting)
        advice = f"did you mean `{meant}`?" if meant else f"the words here are {listed(advised)}"
        yield broken.finding(f"unknown word `{broken.value}`", advice, code="AF106", meant=meant)


def repeated(broken: Broken) -> Iterator[Finding]:
    """Yield the entries of a list that stood in it before (AF109, AF302)."""
    seen = set()
    for n, entry in enumerate(broken.value):
        written = json.dumps(entry, sort_keys=True)
        if written in seen:
            what = f"`{entry}`" if isinstance(entry, str) else "this entry"
            pointer = f"{broken.pointer}/{n}"
            yield broken.finding(f"{what} stands here twice", "take one out", at=pointer)
        seen.add(written)


def wrong_word(broken: Broken) -> Iterator[Finding]:
    """Yield that another text must stand here (AF101, AF102, AF106, AF114, AF701)."""
    # a word that opens everything is never the advice for a text that was meant as one name
    advice = WRITTEN_OUT.get(broken.member) if broken.code == "AF106" else None
    written = f"`{broken.value}`" if isinstance(broken.value, str) else "this"
    wanted = broken.schema["const"]
    yield broken.finding(f"{written} is not what stands here", advice or f"write `{wanted}`")


def accompanied(broken: Broken) -> Iterator[Finding]:
    """Yield that a word which stands for all others stands beside others (AF106, AF505)."""
    word, others = ("worldwide", "countries") if broken.code == "AF505" else (ANY, "others")
    yield broken.finding(
        f"`{word}` and {others} stand in one list", f"leave only `{word}`, or only the {others}"
    )


def empty(broken: Broken) -> Iterator[Finding]:
    """Yield that a text or a list must say something (AF107, AF108, AF403)."""
    if broken.code in NOUNS:
        yield from malformed(broken)
    else:
        yield broken.finding("nothing stands here", ADVICE[broken.code])


def malformed(broken: Broken) -> Iterator[Finding]:
    """Yield that a value has not the form of what it should be."""
    if broken.code == "AF210":
        message = "the track has no identifier of a recording or a work: this protects nothing"
    elif broken.code == "AF211":
        message = "this names a file without a hash of its audio"
    else:
        message = f"`{broken.value}` is not {NOUNS[broken.code]}"
    meant = _respelt(broken)
    advice = f"write `{meant}`" if meant else ADVICE[broken.code]
    yield broken.finding(message, advice, meant=meant)


def _respelt(broken: Broken) -> str | None:
    """Return the right form of a value, where it has only one."""
    return _RESPELT[broken.code](str(broken.value)) if broken.code in _RESPELT else None


def _mail(written: str) -> str | None:
    address = written.removeprefix("mailto:").strip()
    is_mail = "@" in address and "/" not in address
    return f"mailto:{address}" if is_mail and iri.is_valid(f"mailto:{address}") else None


def _instant(written: str) -> str | None:
    return written.upper() if instant.is_valid(written.upper()) else None


def _digest(written: str) -> str | None:
    return written.lower() if _SHA256.fullmatch(written.lower()) else None


_RESPELT = {"AF110": _instant, "AF111": _mail, "AF115": _digest}


def _right_kind(broken: Broken) -> str:
    wanted = broken.schema["type"]
    if wanted == "string":
        return "write a text, in quotes if it looks like something else"
    if wanted == "object":
        return f"write an object with {listed(broken.schema.get('required', ['members']))}"
    entry = _resolved(broken.schema["items"])
    if entry.get("type") == "object":
        return f"write a list: begin each entry, with {listed(entry['required'])}, with a hyphen"
    return (
        f"write a list: [{broken.value}]" if isinstance(broken.value, str) else "write a list: […]"
    )


def _resolved(schema: Schema) -> Schema:
    """Return what a schema refers to, which is always a part that the documents share."""
    reference = str(schema.get("$ref", ""))
    return _resolved(load("common")["$defs"][reference.rpartition("/")[2]]) if reference else schema

"""Turn what breaks a schema into findings that say what would be right (spec 9)."""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from askfirst.model.findings import Finding
from askfirst.schema.advice import ADVICE, NOUNS
from askfirst.schema.files import Schema, at
from askfirst.schema.violations import Violation, violations
from askfirst.vocabulary import DocumentType, Right, Use
from askfirst.vocabulary.spelling import nearest

__all__ = ["shape"]

#: The code of a keyword, where no `$comment` of the schema names another for it.
_CODES = {
    "additionalProperties": "AF103",
    "required": "AF104",
    "type": "AF105",
    "minLength": "AF107",
    "minItems": "AF108",
    "uniqueItems": "AF109",
}
_ANY_WORD = "AF106"
#: Words that exist and are refused in one place: the code says so only for these.
_REFUSED_HERE: dict[str, tuple[str, ...]] = {"AF303": tuple(Use), "AF406": tuple(Right)}
_HOW_IT_WAS_MADE = frozenset(
    {
        "ai",
        "aiassisted",
        "aigenerated",
        "containsai",
        "generatedbyai",
        "isai",
        "madebyai",
        "madewithai",
        "usesai",
        "withai",
    }
)
_RESTRICTING = frozenset({"requiresConsent", "prohibits"})
_KINDS = {"string": "text", "array": "a list", "object": "an object with members"}


class _Broken(NamedTuple):
    """A violation with what the schema says around it."""

    code: str
    pointer: str
    value: Any
    schema: Schema
    violation: Violation
    kind: DocumentType


def shape(kind: DocumentType, value: object, pointer: str = "") -> Iterator[Finding]:
    """Yield the findings about the shape of a document, each once."""
    seen = set()
    for violation in violations(kind.lower(), value):
        broken = _broken(violation, pointer, kind)
        for finding in _MESSAGES.get(violation.keyword, _malformed)(broken):
            if (finding.code, finding.pointer) not in seen:
                seen.add((finding.code, finding.pointer))
                yield finding


def _broken(violation: Violation, pointer: str, kind: DocumentType) -> _Broken:
    schemas = at(violation.location)
    path = "".join(f"/{_escape(token)}" for token in violation.path)
    code = next(filter(None, (_named(s, violation.keyword) for s in reversed(schemas))), None)
    code = code or _CODES.get(violation.keyword, _ANY_WORD)
    return _Broken(code, pointer + path, violation.value, schemas[-1], violation, kind)


def _named(schema: Schema, keyword: str) -> str | None:
    """Return the code that a `$comment` such as `AF110 pattern; AF601 format` gives a keyword."""
    for part in str(schema.get("$comment", "")).split(";"):
        code, *keywords = part.split() or [""]
        if keyword in keywords:
            return code
    return None


def _escape(token: str | int) -> str:
    return str(token).replace("~", "~0").replace("/", "~1")


def _unknown_members(broken: _Broken) -> Iterator[Finding]:
    value, known = broken.value, broken.schema["properties"]
    for name in value:
        if name in known or (name.startswith("x-") and "patternProperties" in broken.schema):
            continue
        free = [word for word in known if word not in value]
        code, message, advice = _unknown_member(name, free, broken.kind)
        yield Finding(
            code=code, pointer=f"{broken.pointer}/{_escape(name)}", message=message, help=advice
        )


def _unknown_member(name: str, free: list[str], kind: DocumentType) -> tuple[str, str, str]:
    if name.lower().replace("-", "").replace("_", "") in _HOW_IT_WAS_MADE:
        message = f"`{name}` says how the track was made, not what may be done with it"
        return "AF308", message, "take it out; AskFirst says what others may do with the track"
    meant = nearest(name, free)
    if name.startswith("x-") and kind is DocumentType.CONSENT:
        message = f"`{name}` would be a limit that nobody can read"
        return "AF504", message, "say it with the members of a Consent, or not here"
    if name.startswith("x-"):
        return (
            "AF103",
            f"`{name}` stands where no x- member may",
            "put it at the top of the document",
        )
    advice = f"did you mean `{meant}`?" if meant else f"the members here are {_listed(free)}"
    return "AF103", f"unknown member `{name}`", advice


def _missing_members(broken: _Broken) -> Iterator[Finding]:
    value, required = broken.value, broken.schema["required"]
    missing = [name for name in required if name not in value]
    message = f"{_listed(missing)} {'is' if len(missing) == 1 else 'are'} missing"
    yield _finding(broken, message, "add what is missing")


def _wrong_kind(broken: _Broken) -> Iterator[Finding]:
    wanted = broken.schema["type"]
    kinds = [
        _KINDS.get(str(name), str(name))
        for name in (wanted if isinstance(wanted, list) else [wanted])
    ]
    advice = None
    if wanted == "array" and isinstance(broken.value, str):
        advice = f"write a list: [{broken.value}]"
    yield _finding(broken, f"{' or '.join(kinds)} must stand here", advice)


def _unknown_word(broken: _Broken) -> Iterator[Finding]:
    words = [str(choice["const"]) for choice in broken.schema["oneOf"]]
    written = broken.value
    if broken.code in _REFUSED_HERE and written in _REFUSED_HERE[broken.code]:
        yield _finding(broken, f"`{written}` may not stand here", ADVICE[broken.code])
        return
    broken = broken._replace(code=_ANY_WORD)
    if not isinstance(written, str):
        yield _finding(broken._replace(code="AF105"), "a word must stand here", None)
        return
    restricting = bool(_RESTRICTING.intersection(map(str, broken.violation.path)))
    meant = nearest(written, words, restricting=restricting)
    advice = f"did you mean `{meant}`?" if meant else f"the words here are {_listed(words)}"
    yield _finding(broken, f"unknown word `{written}`", advice)


def _twice(broken: _Broken) -> Iterator[Finding]:
    seen = set()
    for n, entry in enumerate(broken.value):
        written = json.dumps(entry, sort_keys=True)
        if written in seen:
            message = f"`{entry}` stands here twice" if isinstance(entry, str) else "an entry twice"
            place = broken._replace(pointer=f"{broken.pointer}/{n}")
            yield _finding(place, message, "take one of them out")
        seen.add(written)


def _wrong_word(broken: _Broken) -> Iterator[Finding]:
    wanted = broken.schema["const"]
    yield _finding(broken, f"`{broken.value}` is not what stands here", f"write `{wanted}`")


def _empty(broken: _Broken) -> Iterator[Finding]:
    yield _finding(
        broken, "nothing stands here", ADVICE.get(broken.code, "write at least one entry")
    )


def _malformed(broken: _Broken) -> Iterator[Finding]:
    if "/propertyNames/" in broken.violation.location:
        yield from _malformed_name(broken)
        return
    if broken.code == "AF210":
        message = "the track has no identifier of a recording or a work: this protects nothing"
    elif broken.code == "AF211":
        message = "this names a file without a hash of its audio"
    else:
        message = f"`{broken.value}` is not {NOUNS.get(broken.code, 'what may stand here')}"
    yield _finding(broken, message, ADVICE.get(broken.code))


def _malformed_name(broken: _Broken) -> Iterator[Finding]:
    place = broken._replace(code="AF103", pointer=f"{broken.pointer}/{_escape(broken.value)}")
    advice = "use only letters, digits, hyphens, dots and underscores"
    yield _finding(place, f"`{broken.value}` is no name of a member", advice)


def _finding(broken: _Broken, message: str, advice: str | None) -> Finding:
    return Finding(code=broken.code, pointer=broken.pointer, message=message, help=advice)


def _listed(words: list[str]) -> str:
    quoted = [f"`{word}`" for word in words]
    return (
        " and ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else "".join(quoted)
    )


_MESSAGES: dict[str, Callable[[_Broken], Iterator[Finding]]] = {
    "additionalProperties": _unknown_members,
    "required": _missing_members,
    "type": _wrong_kind,
    "oneOf": _unknown_word,
    "uniqueItems": _twice,
    "const": _wrong_word,
    "minItems": _empty,
    "minLength": _empty,
}

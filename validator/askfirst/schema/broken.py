"""Hold a violation together with its code and with what the schema says around it."""

from typing import Any, NamedTuple

from askfirst.model.findings import Finding
from askfirst.schema.files import Schema, at
from askfirst.schema.violations import Violation
from askfirst.vocabulary import AnyType

__all__ = ["Broken", "broken", "listed"]

#: The code of a keyword, where no `$comment` of the schema names another for it.
_CODES = {
    "additionalProperties": "AF103",
    "propertyNames": "AF103",
    "required": "AF104",
    "type": "AF105",
    "minLength": "AF107",
    "minItems": "AF108",
    "uniqueItems": "AF109",
}
_ANY_WORD = "AF106"


class Broken(NamedTuple):
    """What is broken: the code, the place and value, the schema with the keyword, the keyword."""

    code: str
    pointer: str
    value: Any
    schema: Schema
    keyword: str
    kind: AnyType

    def finding(
        self,
        message: str,
        advice: str | None,
        *,
        code: str | None = None,
        at: str | None = None,
        meant: str | None = None,
    ) -> Finding:
        """Return a finding about this, under another code or at another pointer where given."""
        pointer = self.pointer if at is None else at
        return Finding(code or self.code, pointer, message, advice, meant=meant)

    @property
    def member(self) -> str:
        """The name of the member whose value this is; a number in a list."""
        return self.pointer.rpartition("/")[2]


def broken(violation: Violation, pointer: str, kind: AnyType) -> Broken:
    """Return a violation of the schema of a type, in a document at a pointer."""
    schemas = at(violation.location)
    keyword = violation.location.rpartition("/")[2]
    path = "".join(f"/{str(t).replace('~', '~0').replace('/', '~1')}" for t in violation.path)
    named = (_named(schema, keyword) for schema in reversed(schemas))
    code = next(filter(None, named), None) or _CODES.get(keyword, _ANY_WORD)
    return Broken(code, pointer + path, violation.value, schemas[-1], keyword, kind)


def listed(words: list[str]) -> str:
    """Return words in quotes, the last after `and`."""
    quoted = [f"`{word}`" for word in words]
    return " and ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]])) if quoted else ""


def _named(schema: Schema, keyword: str) -> str | None:
    """Return the code that a `$comment` such as `AF110 pattern; AF601 format` gives a keyword."""
    for part in str(schema.get("$comment", "")).split(";"):
        code, *keywords = part.split() or [""]
        if keyword in keywords:
            return code
    return None

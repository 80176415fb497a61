"""Read the one document that a command is about."""

from typing import TYPE_CHECKING, TypeVar

import typer

from askfirst.cli.documents import read
from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.streams import complain

if TYPE_CHECKING:
    from askfirst.checking import Checked

__all__ = ["single"]

_Document = TypeVar("_Document")


def single(path: str, kind: type[_Document]) -> "tuple[_Document, Checked]":
    """Return the one document of a type in a file, as a value and as it was read.

    Exits where the file holds none, several, one of another type, or one that does not conform.
    """
    found = [document for file in read([path]) for document in file.report.documents]
    value = found[0].document if len(found) == 1 else None
    if isinstance(value, kind):
        return value, found[0]
    complain(f"{path}: {_trouble(found, kind.__name__)}")
    raise typer.Exit(COULD_NOT_LOOK)


def _trouble(found: "list[Checked]", kind: str) -> str:
    if len(found) != 1:
        return f"there are {len(found)} documents here; name a file with one {kind}"
    if found[0].kind != kind:
        return f"this is a {found[0].kind or 'document of no known type'}, and no {kind}"
    error = found[0].errors[0]
    return f"this {kind} does not conform ({error.code}); `askfirst check` says more"

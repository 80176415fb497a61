"""Print what ships with the specification: schemas, context, vocabulary, tables."""

import json
from typing import Annotated

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

__all__ = ["printable", "schema"]

_FILES = {
    "common": "schemas/1.0/common.schema.json",
    "context": "spec/1.0/context.jsonld",
    "vocabulary": "spec/1.0/vocabulary.ttl",
    "tables": "spec/1.0/tables.json",
}
_DOCUMENT = "document"


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[TYPE]",
            help="declaration, consent, …, context, vocabulary, tables; document is one for "
            "every type, for editors.",
        ),
    ] = None,
    bundle: Annotated[
        bool, typer.Option("--bundle", help="One schema that needs no other, for OpenAPI 3.1.")
    ] = False,
) -> None:
    """Print a schema of a document type, the context, the vocabulary or the tables."""
    from askfirst import resources
    from askfirst.cli.streams import complain

    files = printable()
    wanted = name.lower() if name else ""
    if name is None:
        typer.echo("\n".join(files))
    elif wanted not in files or (bundle and wanted in _FILES):
        known = ", ".join(file for file in files if not bundle or file not in _FILES)
        complain(f"{name} cannot be printed; these can: {known}")
        raise typer.Exit(COULD_NOT_LOOK)
    elif bundle or wanted == _DOCUMENT:
        typer.echo(_made(wanted))
    else:
        typer.echo(resources.read(files[wanted]).decode(), nl=False)


def printable() -> dict[str, str]:
    """Return what can be printed, with the files that hold it; the schema of any is made."""
    from askfirst.schema import NAMES

    shapes = {known: f"schemas/1.0/{known}.schema.json" for known in NAMES}
    return {**shapes, _DOCUMENT: "", **_FILES}


def _made(name: str) -> str:
    from askfirst.schema.bundle import bundle
    from askfirst.schema.document import document_schema

    made = document_schema() if name == _DOCUMENT else bundle(name)
    return json.dumps(made, indent=2, ensure_ascii=False)

"""Print what ships with the specification: schemas, context, vocabulary, tables."""

import json
from typing import Annotated

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

__all__ = ["schema"]

_FILES = {
    "common": "schemas/1.0/common.schema.json",
    "context": "spec/1.0/context.jsonld",
    "vocabulary": "spec/1.0/vocabulary.ttl",
    "tables": "spec/1.0/tables.json",
}


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[TYPE]", help="declaration, consent, …, context, vocabulary, tables."
        ),
    ] = None,
    bundle: Annotated[
        bool, typer.Option("--bundle", help="One schema that needs no other, for OpenAPI 3.1.")
    ] = False,
) -> None:
    """Print a schema of a document type, the context, the vocabulary or the tables."""
    from askfirst import resources
    from askfirst.cli.streams import complain
    from askfirst.schema import NAMES
    from askfirst.schema.bundle import bundle as bundled

    files = {**{known: f"schemas/1.0/{known}.schema.json" for known in NAMES}, **_FILES}
    if name is None:
        typer.echo("\n".join(files))
    elif name.lower() not in files or (bundle and name.lower() not in NAMES):
        known = ", ".join(NAMES if bundle else files)
        complain(f"{name} cannot be printed; these can: {known}")
        raise typer.Exit(COULD_NOT_LOOK)
    elif bundle:
        typer.echo(json.dumps(bundled(name.lower()), indent=2, ensure_ascii=False))
    else:
        typer.echo(resources.read(files[name.lower()]).decode(), nl=False)

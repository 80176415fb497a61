"""Write documents as JSON, YAML or a graph, and read them from each of these."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from askfirst.checking import Report
    from askfirst.errors import AskFirstError

__all__ = ["Form", "convert"]


class Form(StrEnum):
    """How documents are written."""

    JSON = "json"
    YAML = "yaml"
    JSON_LD = "jsonld"
    EXPANDED = "jsonld-expanded"
    TURTLE = "turtle"
    N_QUADS = "nquads"


_TEXTS = (Form.JSON, Form.YAML)
_ENDINGS = {
    ".json": Form.JSON,
    ".yaml": Form.YAML,
    ".yml": Form.YAML,
    ".jsonld": Form.JSON_LD,
    ".ttl": Form.TURTLE,
    ".nq": Form.N_QUADS,
}


def convert(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A license file or a graph; - is the standard input."),
    ],
    *,
    to: Annotated[Form, typer.Option(help="How it is written.")],
    from_: Annotated[
        Form | None,
        typer.Option("--from", help="How FILE is written. Left out, as its ending says."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="Write to this file, whole or not at all.", metavar="FILE"
        ),
    ] = None,
) -> None:
    """Write documents as JSON, YAML, JSON-LD, Turtle or N-Quads, and read them from each.

    Nothing is lost but the order of entries where it has no meaning. A graph that says anything
    that its document does not is refused. JSON and N-Quads hold several documents, all others one.

    Exit codes: 0 written, 1 this is no document that conforms, 2 could not look.
    """
    from askfirst.cli.streams import write
    from askfirst.errors import AskFirstError

    data = _data(file, output)
    form = from_ or _ENDINGS.get(Path(file).suffix.lower())
    try:
        reports = _reports(data, form)
        _tell(file, reports)
        text = _text(_values(reports), to)
    except AskFirstError as error:
        _refuse(file, error)
    write(text, output)
    raise typer.Exit(CONFORMS)


def _refuse(file: str, error: "AskFirstError") -> NoReturn:
    """Exit with what is wrong with a graph or a document; all else ends the command as ever."""
    from askfirst.cli.streams import complain
    from askfirst.rdf.problems import NoGraph, NotADocument

    if not isinstance(error, NoGraph | NotADocument):
        raise error
    complain(f"{file}: {error}")
    raise typer.Exit(ERRORS)


def _stop(trouble: str) -> NoReturn:
    from askfirst.cli.streams import complain

    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)


def _data(file: str, output: str | None) -> bytes:
    """Return the bytes of the file; exits where it cannot be read, or would be overwritten."""
    from askfirst.cli.paths import STDIN, read_bounded

    try:
        data = read_bounded(file)
    except OSError as error:
        _stop(f"{file}: {error.strerror}")
    there = output is not None and file != STDIN and Path(output).exists()
    if there and Path(output or "").samefile(file):
        _stop(f"{output} is the file that was read and is not overwritten")
    return data


def _reports(data: bytes, form: Form | None) -> "list[Report]":
    from askfirst.checking import check
    from askfirst.reading import Syntax

    if form is None or form in _TEXTS:
        return [check(data, syntax=Syntax(form) if form else None)]
    from askfirst.rdf import syntaxes

    return [check(value) for value in syntaxes.documents(data, syntaxes.Form(form))]


def _tell(file: str, reports: "Sequence[Report]") -> None:
    """Print the findings: on the error stream beside a document, and alone where none conforms."""
    from askfirst.cli.streams import style_for
    from askfirst.reporting import FileReport, Results, text

    results = Results(tuple(FileReport(file, report) for report in reports), 0)
    if any(report.findings for report in reports):
        typer.echo(text.concise(results, style_for(None)), err=results.conforms, nl=False)
    if not results.conforms:
        raise typer.Exit(ERRORS)


def _values(reports: "Sequence[Report]") -> list[dict[str, Any]]:
    """Return the documents; exits where there are none, but a trust file."""
    found = [one for report in reports for one in report.documents if one.document]
    if not found:
        _stop("there is no document to convert; a trust file has no graph")
    return [one.value for one in found if isinstance(one.value, dict)]


def _text(values: list[dict[str, Any]], form: Form) -> str:
    if form is Form.JSON:
        import json

        held = values[0] if len(values) == 1 else values
        return json.dumps(held, indent=2, ensure_ascii=False) + "\n"
    if form is Form.YAML:
        from askfirst.editing import yaml_text

        if len(values) != 1:
            _stop(f"YAML holds one document, and here are {len(values)}; take json")
        return yaml_text(values[0], {})
    from askfirst.rdf import syntaxes

    return syntaxes.text(values, syntaxes.Form(form))

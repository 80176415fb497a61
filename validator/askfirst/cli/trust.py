"""Say whose keys to trust for what, set false documents aside, and read both aloud."""

from typing import TYPE_CHECKING, Annotated, NoReturn, TypeAlias

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.presets import Format

if TYPE_CHECKING:
    from askfirst.cli.entrusting import Unsaid

__all__ = ["trust"]

trust = typer.Typer(
    name="trust",
    help="Say in a trust file whose keys count for what, and which documents are false.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_File: TypeAlias = Annotated[
    str, typer.Argument(metavar="FILE", help="The trust file, such as askfirst-trust.yaml.")
]
_DryRun: TypeAlias = Annotated[
    bool, typer.Option("--dry-run", help="Print what would be written, and write nothing.")
]


@trust.command()
def add(  # noqa: PLR0913 - one for each flag
    file: _File,
    *,
    holder: Annotated[
        str | None, typer.Option(help="A party that signs for itself.", metavar="IRI")
    ] = None,
    witness: Annotated[
        str | None,
        typer.Option(help="A party before whom others agree, such as a platform.", metavar="IRI"),
    ] = None,
    mandate: Annotated[
        str | None, typer.Option(help="A party that signs for others.", metavar="IRI")
    ] = None,
    parties: Annotated[
        list[str] | None,
        typer.Option("--for", help="For whom it signs. Repeatable.", metavar="IRI"),
    ] = None,
    capacity: Annotated[
        str | None,
        typer.Option(
            help="In which capacity it signs for them.", metavar="society|agent|guardian|estate"
        ),
    ] = None,
    key: Annotated[
        list[str] | None, typer.Option(help="A key of the party. Repeatable.", metavar="DID")
    ] = None,
    key_from: Annotated[
        list[str] | None,
        typer.Option(help="A document that the party signed. Repeatable.", metavar="DOCUMENT"),
    ] = None,
    right: Annotated[
        list[str] | None,
        typer.Option(
            help="A right that the key speaks for; any is all but voice and likeness. Repeatable.",
            metavar="R|any",
        ),
    ] = None,
    identifier: Annotated[
        list[str] | None,
        typer.Option(
            help="Tracks that the key speaks for, such as isrc:SEXYZ*. Repeatable.",
            metavar="KIND:VALUE|any",
        ),
    ] = None,
    same_as: Annotated[
        list[str] | None,
        typer.Option(help="Another id of the same holder. Repeatable.", metavar="IRI"),
    ] = None,
    own_uses: Annotated[
        bool, typer.Option("--own-uses", help="Let a witness witness what it benefits from.")
    ] = False,
    start: Annotated[
        str | None, typer.Option("--from", help="From when on the key counts.", metavar="T|now")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="Until when the key counts.", metavar="T|now")
    ] = None,
    dry_run: _DryRun = False,
) -> None:
    """Trust a key of a party, for the rights and the tracks that you say and for nothing else.

    The file is made where there is none. What stands in it stays as it is, comments included.

    Exit codes: 0 written, or there already; 2 could not look.
    """
    from askfirst.cli.entrusting import Flags, Unsaid, entry_of

    who = (holder, witness, mandate)
    what = (key, key_from, right, identifier, same_as)
    flags = Flags(*who, parties, capacity, *what, own_uses=own_uses, start=start, until=until)
    try:
        member, entry = entry_of(flags)
    except Unsaid as error:
        _refuse(error)
    _put(file, member, [entry], dry_run=dry_run)
    if key_from:
        typer.echo("A document says itself who made it: make sure that the key is theirs.")


@trust.command("set-aside")
def set_aside(  # noqa: PLR0913 - one for each flag
    file: _File,
    documents: Annotated[
        list[str],
        typer.Argument(metavar="DOCUMENT...", help="Files with documents that you found false."),
    ],
    *,
    reason: Annotated[str, typer.Option(help="Why they are false.", metavar="TEXT")],
    name: Annotated[str, typer.Option(help="Who found that.", metavar="NAME")],
    at: Annotated[str | None, typer.Option(help="When. Left out, now.", metavar="T|now")] = None,
    dry_run: _DryRun = False,
) -> None:
    """Set documents aside that you examined and found false: they count for nothing any more.

    Every Decision that one of them would have changed says so, with your reason and your name.

    Exit codes: 0 written, or there already; 2 could not look.
    """
    from askfirst.authoring.trust import SET_ASIDE
    from askfirst.cli.documents import read
    from askfirst.cli.entrusting import Unsaid, instant_of
    from askfirst.cli.trusting import documents_of

    try:
        when = instant_of("--at", at or "now")
    except Unsaid as error:
        _refuse(error)
    found = [one for each in documents_of(read(documents), None) for one in each.report.documents]
    said = {"reason": reason, "name": name, "at": when}
    _put(file, SET_ASIDE, [{"sha256": one.sha256, **said} for one in found], dry_run=dry_run)


@trust.command("list")
def list_(
    file: _File,
    *,
    at: Annotated[
        str | None, typer.Option(help="The instant to look at. Left out, now.", metavar="T")
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="In words, or as the file itself in JSON.")
    ] = Format.TEXT,
) -> None:
    """Say whom a trust file trusts for what and until when, who is one, and what is set aside.

    Exit codes: 0 said, 2 could not look.
    """
    import json

    from askfirst.cli.questions import instant
    from askfirst.cli.streams import style_for, write
    from askfirst.cli.trusting import trust_file
    from askfirst.reporting.trust import listed

    checked, found = trust_file(file)
    if output_format is Format.JSON:
        write(json.dumps(checked.value, indent=2, ensure_ascii=False) + "\n", None)
    else:
        write(listed(found, instant(at), style_for(None)), None)


def _put(file: str, member: str, entries: "list[dict[str, object]]", *, dry_run: bool) -> None:
    """Put entries into a trust file and say what is new, or print what would be written."""
    from askfirst.cli.prompts import tell
    from askfirst.cli.streams import write
    from askfirst.cli.trust_writing import drafted, new_in_words

    draft = drafted(file, member, entries)
    if not draft.new:
        tell(f"{file} says so already; nothing was changed.")
    elif dry_run:
        write(draft.text, None)
    else:
        write(draft.text, file)
        tell(f"written: {file}")
        for line in new_in_words(draft, member):
            tell(line)


def _refuse(error: "Unsaid") -> NoReturn:
    from askfirst.cli.streams import complain

    for trouble in error.troubles:
        complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK) from error

"""Make keys, show them, and carry them from one place to another."""

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

if TYPE_CHECKING:
    from askfirst.proof import Key

__all__ = ["key"]

key = typer.Typer(
    help="Make keys, show them, and carry them from one place to another.",
    no_args_is_help=True,
    rich_markup_mode=None,  # as the whole command line
)

_Name: TypeAlias = Annotated[
    str, typer.Option(help="Whose key it is, as people call you.", metavar="NAME")
]
_Out: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="The key file to write. Left out, it is called after the name.", metavar="FILE"
    ),
]
_NoPassphrase: TypeAlias = Annotated[
    bool,
    typer.Option("--no-passphrase", help="Seal the file with none: who has it signs as you."),
]
_File: TypeAlias = Annotated[str, typer.Argument(metavar="FILE", help="The key file.")]

_NEXT = """\
What to do next:
  * Back up the file and, in another place, the passphrase. Nobody can bring them back.
  * Give the public key to the platforms and labs that are to know your signature.
  * Sign with: askfirst sign FILE --key {file}"""


@key.command()
def new(name: _Name, out: _Out = None, no_passphrase: _NoPassphrase = False) -> None:
    """Make a key to sign with, in a file that your passphrase seals.

    The passphrase is asked for, or taken from ASKFIRST_PASSPHRASE.

    Exit codes: 0 written, 2 not written.
    """
    from askfirst.proof import Key

    _keep(Key.new(), name, out, no_passphrase=no_passphrase)


@key.command()
def show(path: _File) -> None:
    """Say whose key is in a file, and its public part; the file stays sealed.

    Exit codes: 0 shown, 2 could not look.
    """
    from askfirst.cli.key_files import told_in, warn_of_exposure
    from askfirst.cli.prompts import tell

    did, name, sealed = told_in(path)
    tell(f"name: {name or 'none'}")
    tell(f"public key: {did or 'not in the file; take it over with askfirst key import'}")
    tell(f"sealed: {'with a passphrase' if sealed else 'no; who has the file signs as you'}")
    warn_of_exposure(path)


@key.command()
def export(
    path: _File,
    out: Annotated[
        str | None, typer.Option(help="Where to write a copy of the key file.", metavar="COPY")
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Print the public key, and nothing else.")
    ] = False,
    no_passphrase: _NoPassphrase = False,
) -> None:
    """Copy a key file under a new passphrase, or print the public key.

    The passphrases are asked for. Elsewhere ASKFIRST_PASSPHRASE opens the file, and
    ASKFIRST_NEW_PASSPHRASE, if there is one, seals the copy.

    Exit codes: 0 done, 2 not done.
    """
    from askfirst.cli.key_files import key_in, refuse_taken, told_in
    from askfirst.cli.prompts import tell
    from askfirst.cli.streams import complain

    if (out is None) is not public:
        complain("say either --public, or --out with the file to write the copy to")
        raise typer.Exit(COULD_NOT_LOOK)
    if out is None:
        tell(told_in(path).did or key_in(path).key.did)
        return
    refuse_taken(out)
    opened = key_in(path)
    _write(opened.key, opened.name or "", out, no_passphrase=no_passphrase)


@key.command("import")
def import_(
    path: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="Ed25519 in PEM (PKCS #8), or Multikey; - is the input."
        ),
    ],
    name: _Name,
    out: _Out = None,
    no_passphrase: _NoPassphrase = False,
) -> None:
    """Take over a key that another program made.

    Exit codes: 0 written, 2 not written.
    """
    from askfirst.cli.key_files import key_in, refuse_taken

    if out is not None:
        refuse_taken(out)
    _keep(key_in(path).key, name, out, no_passphrase=no_passphrase)


def _keep(one: "Key", name: str, out: str | None, *, no_passphrase: bool) -> None:
    """Write a key into a new file, and say what to do next."""
    from shlex import quote

    from askfirst.authoring.naming import slugs
    from askfirst.cli.prompts import tell

    path = out or f"{slugs([(name, one.did)])[0]}.askfirst-key.pem"
    _write(one, name, path, no_passphrase=no_passphrase)
    tell(f"\nYour public key, which everybody may know:\n\n  {one.did}\n")
    tell(_NEXT.format(file=quote(path)))


def _write(one: "Key", name: str, path: str, *, no_passphrase: bool) -> None:
    """Write a key file, and say where somebody else could come by it."""
    from askfirst.cli.key_files import refuse_taken, warn_of_exposure, write_key_file
    from askfirst.cli.passphrases import new_passphrase
    from askfirst.cli.prompts import tell
    from askfirst.proof import sealed

    refuse_taken(path)
    passphrase = new_passphrase(without=no_passphrase)
    write_key_file(sealed(one, passphrase, name), path)
    tell(f"written: {path}")
    if passphrase is None:
        tell("warning: no passphrase seals it; whoever has the file signs as you")
    warn_of_exposure(path)

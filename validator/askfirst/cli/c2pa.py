"""Sign what a document says into a copy of an audio file (C2PA)."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.streams import complain, write_bytes
from askfirst.signals.c2pa_signing import MEDIA_TYPES, CannotSign, NoSigningLibrary, sign
from askfirst.signals.exporting import Export
from askfirst.vocabulary import Signal as Name

__all__ = ["Signing", "signed_into"]


class Signing(NamedTuple):
    """What flags say of a signature: the file, the certificates, the key, and where to write."""

    audio: str
    cert: str | None
    key: str | None
    output: str | None
    force: bool


def signed_into(found: Sequence[Export], flags: Signing) -> None:
    """Write a copy of an audio file with a signed manifest; exits where that is impossible."""
    audio, cert, key, output, force = flags
    missing = [f for f, said in (("--cert", cert), ("--key", key), ("-o", output)) if not said]
    if missing or not (cert and key and output):
        _stop(f"--into needs also {', '.join(missing)}")
    if len(found) != 1 or found[0].signal.name is not Name.CAWG:
        _stop("--into is for one track and for --to cawg alone")
    kind = MEDIA_TYPES.get(Path(audio).suffix.lower())
    if kind is None:
        _stop(f"{audio}: only {', '.join(sorted(MEDIA_TYPES))} can be signed into")
    if Path(output).exists() and (not force or Path(output).samefile(audio)):
        _stop(f"{output} is there already; write elsewhere")
    try:
        data, *pems = (Path(one).read_bytes() for one in (audio, cert, key))
        signed = sign(data, kind, found[0].carriers, *pems)
    except OSError as error:
        _stop(f"{error.filename}: {error.strerror}")
    except (CannotSign, NoSigningLibrary) as error:
        _stop(str(error))
    write_bytes(signed, output)
    typer.echo(f"written: {output}")


def _stop(trouble: str) -> NoReturn:
    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)

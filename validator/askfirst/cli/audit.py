"""Audit a data set: whether every row of its manifest may be used."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from askfirst.cli.asking import TrustFile
from askfirst.cli.formats import Output

__all__ = ["audit"]


class Format(StrEnum):
    """How the result is written."""

    FULL = "full"
    JSON = "json"


def audit(  # noqa: PLR0913 - each is an option of the command
    manifest: Annotated[
        str,
        typer.Argument(
            metavar="MANIFEST",
            help="The rows: JSONL, Parquet, CSV, WebDataset shards, a folder of Hugging Face "
            "datasets, or Croissant metadata.",
        ),
    ],
    *,
    request: Annotated[str, typer.Option(help="The Request: what you want to do.", metavar="FILE")],
    documents: Annotated[
        list[str],
        typer.Option(
            help="What is said about the tracks: documents, catalogs of them, folders, or a store "
            "of askfirst catalog index. Repeatable.",
            metavar="PATH",
        ),
    ],
    at: Annotated[
        str | None,
        typer.Option(
            help="The instant to answer for. Left out, now; with it, a run that was stopped goes "
            "on when it is called again.",
            metavar="T",
        ),
    ] = None,
    assurance: Annotated[
        str | None,
        typer.Option(
            help="What to demand of what opens: trusted (a proof; the default), or unsigned, which "
            "you answer for.",
            metavar="trusted|unsigned",
        ),
    ] = None,
    trust: TrustFile = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            help="What a column means that is not known by its name, such as isrc=ISRC_CODE. "
            "Repeatable.",
            metavar="MEANING=NAME",
        ),
    ] = None,
    hash_audio: Annotated[
        bool,
        typer.Option("--hash-audio", help="Read the audio too, and know tracks by its hashes."),
    ] = False,
    keep: Annotated[
        Path | None,
        typer.Option(
            help="Write the rows that are permitted to this file, as they stand in the manifest.",
            metavar="FILE",
        ),
    ] = None,
    missing: Annotated[
        Path | None,
        typer.Option(help="Write whom to ask for which rows to this file.", metavar="FILE.csv"),
    ] = None,
    evidence: Annotated[
        Path | None,
        typer.Option(help="Write the evidence of the audit to this new folder.", metavar="DIR"),
    ] = None,
    key: Annotated[
        str | None, typer.Option(help="Sign the evidence with this key.", metavar="KEYFILE")
    ] = None,
    again: Annotated[
        Path | None,
        typer.Option(
            help="Name the rows whose outcome changed since the audit with this evidence.",
            metavar="DIR",
        ),
    ] = None,
    replay: Annotated[
        Path | None,
        typer.Option(
            help="Look again at the evidence in this folder, and decide a sample of its rows.",
            metavar="DIR",
        ),
    ] = None,
    sample: Annotated[
        str | None,
        typer.Option(help="How many rows a replay decides: 1000, or all.", metavar="N|all"),
    ] = None,
    seed: Annotated[
        int | None, typer.Option(help="What chooses those rows. Left out, 0.", metavar="N")
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            help="How many processes decide; as many as there are processors.", metavar="N", min=1
        ),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="How the result is written.")
    ] = Format.FULL,
    output: Output = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print the answer only.")] = False,
) -> None:
    """Audit a data set: whether every row may be used, why not, and whom to ask.

    Each row is answered as `askfirst decide` answers for its track, and a row that names no track
    is not permitted. What an earlier run wrote to --keep is removed first and written last.

    Exit codes: 0 there are rows and each is permitted, 1 some are not, 2 could not look. Of a
    replay: 0 everything is as the evidence says, 1 something is not, 2 could not look.
    """
    from askfirst.cli.audit_asked import Flags, Places, Shown, asked, require

    require()
    from askfirst.cli.auditing import audited
    from askfirst.cli.replaying import replayed

    places = Places(keep, missing, evidence, again, replay)
    flags = Flags(
        manifest=manifest,
        request=request,
        documents=tuple(documents),
        at=at,
        assurance=assurance,
        trust=trust,
        columns=tuple(column or ()),
        hash_audio=hash_audio,
        workers=workers,
        places=places,
        key=key,
        sample=sample,
        seed=seed,
        shown=Shown(output_format is Format.JSON, output, quiet),
    )
    run = audited if replay is None else replayed
    raise typer.Exit(run(flags, asked(flags)))

"""Ask with flags: who wants to use what of which track for what (spec 4.8)."""

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeAlias

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from askfirst.model.findings import Finding

__all__ = [
    "Accepts",
    "By",
    "Flags",
    "Material",
    "Model",
    "Purpose",
    "Territory",
    "Tracks",
    "TrustFile",
    "Uses",
    "about",
    "refuse",
    "request",
]

Uses: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--use", help="A use to ask for, such as training. Repeatable.", metavar="USE"),
]
By: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="Who asks: a home page or another address. Left out, nobody in particular, whom "
        "only Consents to anyone cover.",
        metavar="ID",
    ),
]
Tracks: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--track",
        help="A track to ask about, by ISRC, ISWC, MBID, URL or hash of its audio. Repeatable. "
        "Left out, every track that the documents name.",
        metavar="IDENTIFIER",
    ),
]
Material: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        help="What of the track: audio (the default), stems, lyrics-text, sheet-music. Repeatable.",
        metavar="M",
    ),
]
Model: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="The model it is for. Left out, any model; without @, any version.",
        metavar="NAME[@VERSION]",
    ),
]
Territory: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(help="A country code, such as SE. Repeatable. Left out, worldwide.", metavar="T"),
]
Accepts: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        help="A condition that is accepted, such as attribution. Repeatable.", metavar="CONDITION"
    ),
]
Purpose: TypeAlias = Annotated[
    str | None,
    typer.Option(help="For what the use is. Left out, any purpose.", metavar="TEXT"),
]
TrustFile: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--trust",
        envvar="ASKFIRST_TRUST",
        help="The trust file: whose keys count for what, and what is set aside. See askfirst "
        "trust.",
        metavar="FILE",
    ),
]

#: The flag that a member of a Request is made from.
_FLAGS = {
    "uses": "--use",
    "by": "--by",
    "track": "--track",
    "material": "--material",
    "model": "--model",
    "territories": "--territory",
    "accepts": "--accepts",
    "purpose": "--purpose",
    "issued": "--at",
}


class Flags(NamedTuple):
    """The flags of a question as they were given; `request` makes a Request of them."""

    use: list[str] | None
    by: str | None
    track: list[str] | None
    material: list[str] | None
    model: str | None
    territory: list[str] | None
    accepts: list[str] | None
    purpose: str | None

    def given(self) -> list[str]:
        """Return the names of the flags that were given."""
        return [f"--{name}" for name, value in self._asdict().items() if value not in (None, [])]


def request(flags: Flags, track: dict[str, Any], at: str) -> dict[str, Any]:
    """Return the Request that the flags make about a track, issued at an instant.

    Its id is the digest of the rest, so that the same flags make the same Request. Exits, and
    says which flag is wrong, where they make none.
    """
    from askfirst.checking import check
    from askfirst.reporting.wording import NOBODY
    from askfirst.vocabulary import Severity

    head = {"askfirst": "1.0.0", "type": "Request", "id": NOBODY}
    unnamed = {**head, "issued": at, **_body(flags), "track": track}
    report = check(unnamed)
    refuse(finding for finding in report.findings if finding.severity is Severity.ERROR)
    return about(unnamed, track)


def about(asked: dict[str, Any], track: dict[str, Any]) -> dict[str, Any]:
    """Return a Request as it is about a track; its id is the digest of the rest."""
    from askfirst.authoring.requests import identified

    return identified({**asked, "track": track})


def refuse(errors: "Iterable[Finding]") -> None:
    """Exit if there are errors in a Request made from flags, naming the flags."""
    from askfirst.cli.streams import complain

    found = list(errors)
    for error in found:
        flag = _FLAGS.get(error.pointer.split("/")[1], "the question")
        complain(f"{flag}: {error.message}" + (f"; {error.help}" if error.help else ""))
    if found:
        raise typer.Exit(COULD_NOT_LOOK)


def _body(flags: Flags) -> dict[str, Any]:
    """Return the members that the flags state; what is left out is read as the widest."""
    from askfirst.reporting.wording import NOBODY

    stated = {
        "by": {"id": NOBODY if flags.by is None else flags.by},
        "uses": _once(flags.use),
        "material": _once(flags.material) or ["audio"],
        "model": None if flags.model is None else _model(flags.model),
        "territories": _once(flags.territory),
        "accepts": _once(flags.accepts),
        "purpose": flags.purpose,
    }
    return {name: value for name, value in stated.items() if value is not None}


def _once(values: list[str] | None) -> list[str] | None:
    return list(dict.fromkeys(values)) if values else None


def _model(text: str) -> dict[str, str]:
    """Return a model; what stands after the last @ is its version."""
    name, at, version = text.rpartition("@")
    return {"name": name, "version": version} if at else {"name": version}

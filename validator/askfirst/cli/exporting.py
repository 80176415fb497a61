"""Choose signals, write their files, and stop where a restriction would be lost."""

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import typer

from askfirst.authoring.naming import slugs
from askfirst.cli.exits import COULD_NOT_LOOK, ERRORS
from askfirst.cli.outputs import write_new
from askfirst.cli.streams import complain
from askfirst.model.declarations import Declaration, Release
from askfirst.reporting.losses import loss_json, loss_lines
from askfirst.reporting.visible import visible
from askfirst.signals.bundles import BUNDLES, files
from askfirst.signals.exporting import Export, export
from askfirst.signals.registry import NoSuchSignal, signal
from askfirst.signals.signal import Channel, Signal
from askfirst.vocabulary import Signal as Name

__all__ = ["Exports", "exports", "refuse_gaps", "tell_losses", "written"]

_INDEX = "index.json"
#: Where a site has its own documents (spec 7).
_OURS = ".well-known/askfirst.json"


class Exports(NamedTuple):
    """A document in signals; of bundles, only what goes into some channels is wanted.

    `unsaid` are the titles of tracks of which nothing goes into a bundle.
    """

    document: Mapping[str, Any]
    found: tuple[Export, ...]
    channels: tuple[Channel, ...]
    bundled: bool
    unsaid: tuple[str, ...]

    @property
    def lost(self) -> bool:
        """Whether restrictions are lost; a bundle carries as much as its signals do together."""
        if self.bundled:
            return bool(self.unsaid)
        return any(one.gaps or one.trouble for one in self.found)


def exports(file: str, to: Sequence[str], version: str | None, url: str | None) -> Exports:
    """Return a document in signals, or in all of them for a bundle.

    Exits where there is no such signal, where bundles are mixed with signals, or where the file
    holds no Declaration or Release.
    """
    bundles = [name for name in to if name in BUNDLES]
    signals = _signals(to, bundles, version)
    document, value = _document(file)
    wanted = {channel for name in bundles or ["all"] for channel in BUNDLES[name]}
    channels = tuple(one for one in Channel if one in wanted)
    several = [export(document, each, url, channels) for each in signals]
    carried = [any(one.carriers for one in track) for track in zip(*several, strict=True)]
    unsaid = [one.track.title for one, said in zip(several[0], carried, strict=True) if not said]
    if len(channels) < len(Channel):
        several = [_fitting(each, carried) for each in several]
    found = tuple(chain(*several))
    # at the well-known place of a site stands the document itself, which says everything
    silent = bool(bundles) and Channel.WELL_KNOWN not in channels
    return Exports(value, found, channels, bool(bundles), tuple(unsaid) if silent else ())


def _signals(to: Sequence[str], bundles: Sequence[str], version: str | None) -> list[Signal]:
    """Return the signals that are named, or all of them for a bundle."""
    if bundles and len(bundles) < len(to):
        complain(f"--to: {bundles[0]} takes every signal that fits; name bundles, or signals")
        raise typer.Exit(COULD_NOT_LOOK)
    try:
        return [signal(name, version) for name in (Name if bundles else to)]
    except NoSuchSignal as error:
        complain(f"--to: {error}; bundles: {', '.join(BUNDLES)}")
        raise typer.Exit(COULD_NOT_LOOK) from error


def _fitting(each: Sequence[Export], carried: Sequence[bool]) -> tuple[Export, ...]:
    """Return the tracks that a signal carries, and those that none does."""
    return tuple(one for one, said in zip(each, carried, strict=True) if one.carriers or not said)


def _document(file: str) -> tuple[Declaration | Release, Any]:
    """Return the one Declaration or Release in a file: its value, and as it was read."""
    from askfirst.cli.documents import read

    found = [one for each in read([file]) for one in each.report.documents]
    value = found[0].document if len(found) == 1 else None
    if isinstance(value, Declaration | Release):
        return value, found[0].value
    complain(f"{file}: one Declaration or Release that conforms is needed; see `askfirst check`")
    raise typer.Exit(COULD_NOT_LOOK)


def tell_losses(made: Exports, folder: str | None) -> None:
    """Say on the error stream what is not carried as it is declared, each sentence once."""
    for title in dict.fromkeys(made.unsaid):
        typer.echo(f"{visible(title)}: no signal speaks of it there; give it an address", err=True)
    if made.bundled and folder is not None:
        typer.echo(f"what signals do not carry stands in {visible(folder)}/{_INDEX}", err=True)
        return
    told = (one for one in made.found if one.carriers or one.track.title not in made.unsaid)
    for line in dict.fromkeys(line for one in told for line in loss_lines(one)):
        typer.echo(visible(line), err=True)


def refuse_gaps(made: Exports) -> None:
    """Exit where restrictions are lost, and say which."""
    if made.lost:
        tell_losses(made, None)
        complain("nothing was written, because restrictions would be lost; see --accept-gaps")
        raise typer.Exit(ERRORS)


def written(made: Exports, folder: str | None, *, force: bool) -> str:
    """Write the files to a folder, and return nothing; without one, return them as one text.

    A file that is alone is returned as it is, several below their names.
    """
    texts = files(_named(made.found), made.channels)
    if made.bundled and Channel.WELL_KNOWN in made.channels:
        texts[_OURS] = json.dumps(made.document, indent=2, ensure_ascii=False) + "\n"
    if made.bundled and folder is not None:
        texts[_INDEX] = json.dumps(loss_json(made.found), indent=2, ensure_ascii=False) + "\n"
    if folder is None:
        alone = len(texts) == 1
        return "\n".join(text if alone else f"# {path}\n{text}" for path, text in texts.items())
    paths = {str(Path(folder, path)): text for path, text in texts.items()}
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    write_new(paths, [], force=force)
    for path in paths:
        typer.echo(f"written: {visible(path)}")
    return ""


def _named(found: Sequence[Export]) -> list[tuple[str, Export]]:
    """Return each export with the folder of its track: none where there is only one track."""
    tracks = list(
        dict.fromkeys((one.track.title, one.track.isrc, one.track.place) for one in found)
    )
    several = slugs([(title, f"{isrc} {place}") for title, isrc, place in tracks])
    folders = dict(zip(tracks, several if len(tracks) > 1 else [""], strict=True))
    keys = ((one.track.title, one.track.isrc, one.track.place) for one in found)
    return [(folders[key], one) for key, one in zip(keys, found, strict=True)]

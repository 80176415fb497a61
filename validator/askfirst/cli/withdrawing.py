"""Apply files of very many Withdrawals: what in them bears on the Consents at hand."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.streams import complain

if TYPE_CHECKING:
    from askfirst.checking import Checked
    from askfirst.decision import Documents

__all__ = ["with_withdrawals"]


def with_withdrawals(documents: "Iterable[Checked]", paths: list[str] | None) -> "Documents":
    """Return documents with the Withdrawals in some files that may end one of their Consents.

    Exits where a file cannot be read whole: what was not read may end a Consent.
    """
    from askfirst.decision import gather

    given = list(documents)
    found = gather(given)
    ids = [one.id for one in found.consents]
    bearing = [one for path in paths or () for one in _bearing(path, ids)]
    return gather([*given, *bearing]) if bearing else found


def _bearing(path: str, consents: Iterable[str]) -> list[Mapping[str, Any]]:
    from askfirst.decision import withdrawals
    from askfirst.reading.bulk import NotRead

    try:
        return withdrawals(Path(path).read_bytes(), consents)
    except OSError as error:
        complain(f"{path}: {error.strerror}")
    except NotRead as error:
        complain(f"{path}: {error}")
    raise typer.Exit(COULD_NOT_LOOK)

"""Judge the rows of a piece: a verdict on each, their sums, and samples of what is wrong."""

import json
from pathlib import Path
from typing import NamedTuple

from askfirst.catalog.auditing import Sampling, disagreement
from askfirst.catalog.fingerprint import writable
from askfirst.catalog.inputs import Kind, Unreadable
from askfirst.catalog.pieces import Piece, Row, rows
from askfirst.catalog.recording import Form, Line, recorder
from askfirst.catalog.totals import Totals
from askfirst.catalog.verdicts import Verdict, verdict
from askfirst.reading import Syntax, syntax_of
from askfirst.reading.bulk import NotRead, parsed

__all__ = ["SAMPLES", "TOTALS", "Asked", "judge", "syntax_in"]

#: The files that a judged piece leaves besides its verdicts.
TOTALS, SAMPLES = "totals.json", "samples"


class Asked(NamedTuple):
    """What is asked about the rows.

    `pointer` leads to the document in each, `column` holds them in a table. `naming` is the JSON
    Pointer or the column of what names a row; without it, the document's id does. `samples` are
    kept of each code; `form` is that of the verdicts, if they are wanted.
    """

    pointer: str | None = None
    column: str | None = None
    naming: str | None = None
    sampling: Sampling = Sampling(0, 0)
    samples: int = 0
    form: Form | None = None

    @property
    def named_in_column(self) -> str | None:
        """The column of what names a row, if one does."""
        return None if self.naming is None or self.naming.startswith("/") else self.naming


def judge(asked: Asked, piece: Piece, into: Path) -> None:
    """Write into a folder what there is to say about a piece: verdicts, samples, sums."""
    totals, takes = Totals(), asked.sampling.chooser()
    found = rows(piece, column=asked.column, naming=asked.named_in_column)
    with recorder(asked.form, into) as record, (into / SAMPLES).open("wb") as samples:
        try:
            for row in found:
                syntax = syntax_in(piece.kind, row)
                one = verdict(row.data, asked.pointer, syntax)
                name = _name(row, one, asked)
                record(Line(writable(row.path), name, row.offset, one.codes))
                if totals.add(row, name, one, asked.samples):
                    samples.write(_sample(totals, row))
                # something is checked again in every run, however small
                if takes(row.data) or (totals.rows == 1 and asked.sampling.share):
                    _audit(totals, row, one, asked, syntax)
        except Unreadable as error:
            totals.troubles += str(error).splitlines()
    (into / TOTALS).write_text(json.dumps(totals.to_dict()), encoding="utf-8")


def syntax_in(kind: Kind, row: Row) -> Syntax | None:
    """Return the syntax of a row: that of its file where the file is the document, else JSON."""
    return syntax_of(row.path) if kind is Kind.DOCUMENT else Syntax.JSON


def _sample(totals: Totals, row: Row) -> bytes:
    """Return a row as it is kept: its number, its length, its bytes."""
    return b"%d %d\n%b" % (totals.rows, len(row.data), row.data)


def _audit(totals: Totals, row: Row, one: Verdict, asked: Asked, syntax: Syntax | None) -> None:
    totals.audited += 1
    reference = disagreement(row.data, asked.pointer, syntax, one)
    if reference is not None:
        totals.disagree(row, one.codes, reference)


def _name(row: Row, one: Verdict, asked: Asked) -> str | None:
    """Return what names a row, as text that can be written; None where nothing does."""
    if asked.naming is None:
        name = one.id
    elif asked.named_in_column:
        name = row.name
    else:
        name = _pointed(row.data, asked.naming)
    return None if name is None else writable(name)


def _pointed(data: bytes, pointer: str) -> str | None:
    """Return the text or number that a pointer leads to; None where it leads to neither."""
    try:
        value = parsed(data)
    except NotRead:
        return None
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        value = value.get(name) if isinstance(value, dict) else None
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else None

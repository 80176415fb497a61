"""Sums of pieces are those of the whole, and are written and read without loss."""

import json

from askfirst.catalog.fingerprint import fingerprint
from askfirst.catalog.pieces import Row
from askfirst.catalog.totals import Place, Totals
from askfirst.catalog.verdicts import Verdict

GOOD = Verdict((), True, 1, "Declaration", "urn:a")
BAD = Verdict(("AF103", "AF301"), False, 1, None, None)


def _row(number: int) -> Row:
    return Row("a.jsonl", 10 * number, b"{}")


def test_rows_are_counted_by_type_and_code_and_the_first_are_samples() -> None:
    totals = Totals()
    kept = [totals.add(_row(n), one.id, one, 1) for n, one in enumerate([GOOD, BAD, BAD])]

    assert kept == [False, True, False]
    assert (totals.rows, totals.documents, totals.conforming) == (3, 3, 1)
    assert totals.types == {"Declaration": 1, "": 2}
    assert totals.codes == {"AF103": 2, "AF301": 2}
    assert totals.samples["AF301"] == [Place("a.jsonl", 10, 2)]
    assert totals.fingerprint == fingerprint("urn:a", ()) + 2 * fingerprint(None, BAD.codes)


def test_what_is_written_is_read_again() -> None:
    totals = Totals()
    totals.add(_row(0), None, BAD, 3)
    totals.disagree(_row(0), BAD.codes, ())
    totals.troubles.append("a.jsonl: no")

    assert Totals.of(json.loads(json.dumps(totals.to_dict()))) == totals


def test_disagreements_keep_the_numbers_of_their_files() -> None:
    whole, piece = Totals(), Totals()
    piece.add(_row(0), None, BAD, 0)
    piece.disagree(_row(0), BAD.codes, ())
    whole.join(piece, lambda place: place.number)
    whole.join(piece, lambda place: 100 + place.number)

    assert [one.place.number for one in whole.disagreements] == [1, 101]
    assert whole.disagreeing == whole.rows == 2

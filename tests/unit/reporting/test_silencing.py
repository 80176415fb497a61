"""Notes and warnings can be left out, with a reason or a list; errors never."""

import json
import time

import pytest

import askfirst
from askfirst.model.findings import Finding
from askfirst.reporting import FileReport, Results
from askfirst.reporting.silencing import Baseline, NoBaseline, NotSelectable, Selection, by_comments
from askfirst.reporting.silencing.leaving import without
from askfirst.vocabulary import CODES, Severity
from tests.acceptance.fences import ROOT

COVERED = (ROOT / "examples/fail/AF304-leaf-beside-its-group/declaration.yaml").read_text(
    encoding="utf-8"
)
LIST = "prohibits: [generative-training, music-generation-training]"
ERRORS = [code for code, severity in CODES.items() if severity is Severity.ERROR]


def _results(text: str, path: str = "a.yaml") -> Results:
    return Results((FileReport(path, askfirst.check(text)),), 0)


def _codes(results: Results) -> list[str]:
    return [one.code for file in results.files for one in file.report.findings]


@pytest.mark.parametrize(
    "text",
    [
        COVERED.replace(LIST, f"{LIST} # askfirst: ignore AF304 because it reads better"),
        COVERED.replace(LIST, f"# askfirst: ignore AF304 because it reads better\n{LIST}"),
        COVERED.replace(LIST, f"#askfirst:ignore af304 Because x\n\n  # more\n{LIST}"),
        COVERED.replace(LIST, f"{LIST}  # askfirst: ignore AF304 because x").replace("\n", "\r\n"),
    ],
)
def test_a_comment_with_a_reason_silences_a_note(text: str) -> None:
    left = by_comments(_results(text))

    assert _codes(left) == []
    assert left.remarks == ()
    assert left.left_out == 1


@pytest.mark.parametrize(
    "comment",
    [
        "# askfirst: ignore AF304",
        "# askfirst: ignore AF304 because",
        "# askfirst: ignore because I said so",
        "# askfirst: ignore AF999 because x",
        "# askfirst: ignore AF103 because x",
        "# askfirst: ignore AF305 because x",
        "# askfirst: ignore",
    ],
)
def test_a_comment_that_silences_nothing_is_told(comment: str) -> None:
    left = by_comments(_results(COVERED.replace(LIST, f"{LIST} {comment}")))

    assert _codes(left) == ["AF304"]
    assert len(left.remarks) == 1
    assert left.remarks[0].startswith("a.yaml:15:")


def test_one_comment_may_name_several_codes_and_each_is_needed() -> None:
    comment = "# askfirst: ignore AF304, AF202 because x"

    left = by_comments(_results(COVERED.replace(LIST, f"{LIST} {comment}")))

    assert _codes(left) == []
    assert len(left.remarks) == 1


@pytest.mark.parametrize(
    "title",
    [
        "'Beira # askfirst: ignore AF304 because x'",
        '"Beira # askfirst: ignore AF304 because x"',
        "|\n    Beira\n    # askfirst: ignore AF304 because x",
        "Beira# askfirst: ignore AF304 because x",
    ],
)
def test_what_stands_in_a_text_is_no_comment(title: str) -> None:
    text = COVERED.replace("Beira", title)

    assert by_comments(_results(text)).remarks == ()


def test_a_comment_above_reaches_over_no_line_with_content() -> None:
    text = COVERED.replace("requires", "# askfirst: ignore AF304 because x\nrequires")

    assert _codes(by_comments(_results(text))) == ["AF304"]


def test_a_selection_leaves_notes_out_and_errors_in() -> None:
    text = COVERED.replace("title:", "titel:")
    before = _codes(_results(text))

    left = Selection.of([], ["af304"]).applied(_results(text))

    assert _codes(left) == [code for code in before if code != "AF304"] != []
    assert _codes(Selection.of(["AF202"], []).applied(_results(COVERED))) == []
    assert _codes(Selection.of(["AF304"], []).applied(_results(COVERED))) == ["AF304"]


@pytest.mark.parametrize("code", [*ERRORS, "AF999", "", "*"])
def test_no_error_can_be_named(code: str) -> None:
    with pytest.raises(NotSelectable):
        Selection.of([code], [])
    with pytest.raises(NotSelectable):
        Selection.of([], [code])
    entry = {"path": "a", "code": code, "pointer": "", "sha256": ""}
    with pytest.raises(NoBaseline):
        Baseline.read(json.dumps({"baseline": "1", "findings": [entry]}))


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_stays_whatever_is_silenced(code: str) -> None:
    file = _results("").files[0]
    report = file.report._replace(findings=(Finding(code, "", "x"),))
    results = Results((file._replace(report=report),), 0)

    assert _codes(without(results, lambda _file, _finding: True)) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"baseline": 1, "findings": []}',
        '{"baseline": "1"}',
        '{"baseline": "1", "findings": [1]}',
        '{"baseline": "1", "findings": [{}]}',
        '{"baseline": "1", "findings": [{"path": 1, "code": 1, "pointer": 1, "sha256": 1}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_baseline_is_refused(text: str) -> None:
    with pytest.raises(NoBaseline):
        Baseline.read(text)


def test_a_baseline_knows_what_moved() -> None:
    known = Baseline.read(Baseline.of(_results(COVERED)).written())

    left = known.applied(_results(f"# moved\n{COVERED}"))

    assert _codes(left) == []
    assert left.left_out == 1
    assert left.remarks == ()


def test_a_baseline_knows_neither_another_file_nor_another_line() -> None:
    known = Baseline.of(_results(COVERED))

    assert _codes(known.applied(_results(COVERED, "b.yaml"))) == ["AF304"]
    assert _codes(
        known.applied(
            _results(
                COVERED.replace("music-g", "other-g").replace(
                    "other-generation", "other-generative"
                )
            )
        )
    ) == ["AF304"]


def test_what_a_baseline_still_lists_but_nobody_finds_is_told() -> None:
    known = Baseline.of(_results(COVERED))
    mended = COVERED.replace(", music-generation-training", "")

    assert len(known.applied(_results(mended)).remarks) == 1
    assert known.applied(_results(mended, "b.yaml")).remarks == ()


def test_a_baseline_is_sorted_and_says_the_same_twice() -> None:
    files = [_results(COVERED, path).files[0] for path in ("b", "a", "c")]
    text = Baseline.of(Results(tuple(files), 0)).written()

    assert [one["path"] for one in json.loads(text)["findings"]] == ["a", "b", "c"]
    assert Baseline.read(text).written() == text


@pytest.mark.parametrize(
    "comments",
    [
        "# askfirst: ignore AF304 because x\n" * 30_000,
        f"# askfirst: ignore {' ' * 500_000}x\n",
        f"# askfirst: ignore {'because ' * 60_000}\n",
        "#" * 500_000 + "\n",
    ],
)
def test_very_many_comments_take_no_long_time(comments: str) -> None:
    before = time.process_time()

    by_comments(_results(comments + COVERED))

    assert time.process_time() - before < 10

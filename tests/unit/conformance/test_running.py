"""Every vector gets a result, whatever the command does."""

import json
import sys
from collections.abc import Callable, Iterator

import pytest

from askfirst.conformance import CannotRun, Implementation, Kind, Result, Standing, Vector, run
from askfirst.conformance.implementation import Unanswered

ECHO = "import sys\nfor line in sys.stdin: print(line, end='', flush=True)"
VECTOR = Vector("check/a.json#0", Kind.CHECK, {"expect": {"findings": []}})
YAML = VECTOR._replace(value={**VECTOR.value, "syntax": "yaml"})


@pytest.fixture
def started() -> Iterator[Callable[[str], Implementation]]:
    """Return what starts a program in Python; everything is ended at the end."""
    running: list[Implementation] = []

    def start(program: str, seconds: float = 20.0) -> Implementation:
        running.append(Implementation([sys.executable, "-c", program], seconds))
        return running[-1]

    yield start
    for one in running:
        one.close()


class Scripted(Implementation):
    """An implementation that runs nothing and answers what it was told to."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.closed = 0

    def ask(self, line: str) -> bytes:
        assert "expect" not in json.loads(line)
        answer = self.answers.pop(0)
        if not answer:
            raise Unanswered("silence")
        return answer.encode()

    def close(self) -> None:
        self.closed += 1


def told(**members: object) -> str:
    return json.dumps({"id": VECTOR.id, **members})


def results(*answers: str, vector: Vector = VECTOR) -> list[Result]:
    scripted = Scripted(*answers)
    return list(run([vector] * len(answers), lambda: scripted))


@pytest.mark.parametrize(
    ("answer", "standing"),
    [
        (told(findings=[]), Standing.PASSED),
        (told(findings=[{"code": "AF103", "pointer": ""}]), Standing.FAILED),
        (told(), Standing.BROKEN),
        (told(skipped="no YAML"), Standing.BROKEN),
        (json.dumps({"findings": []}), Standing.BROKEN),
        ("null", Standing.BROKEN),
        ("{", Standing.BROKEN),
        ("", Standing.BROKEN),
    ],
)
def test_an_answer_has_a_standing(answer: str, standing: Standing) -> None:
    assert [result.standing for result in results(answer)] == [standing]


def test_a_text_in_yaml_can_be_skipped() -> None:
    (result,) = results(told(skipped="no YAML"), vector=YAML)

    assert result == Result(YAML, Standing.SKIPPED, ("no YAML",))


def test_after_three_in_a_row_without_an_answer_nothing_more_is_asked() -> None:
    good = told(findings=[])
    found = [one.standing for one in results("", "", good, "{", "", "{", good)]

    assert found == [*[Standing.BROKEN] * 2, Standing.PASSED, *[Standing.BROKEN] * 3, "not-asked"]


def test_a_malformed_answer_to_the_vector_is_no_reason_to_stop() -> None:
    assert [one.standing for one in results(*[told()] * 5)] == [Standing.BROKEN] * 5


def test_a_command_is_started_once_and_again_after_it_broke() -> None:
    started: list[Scripted] = []

    def start() -> Scripted:
        started.append(Scripted(told(findings=[]), ""))
        return started[-1]

    list(run([VECTOR] * 3, start))

    assert [one.closed for one in started] == [1, 1]


def test_a_command_that_cannot_be_run_is_told() -> None:
    with pytest.raises(CannotRun):
        Implementation(["no-such-command-anywhere"], 1.0)


def test_lines_are_answered_one_after_the_other(
    started: Callable[[str], Implementation],
) -> None:
    echo = started(ECHO)

    assert [echo.ask(f"{n}\n") for n in range(3)] == [b"0\n", b"1\n", b"2\n"]


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("raise SystemExit(3)", "ended with exit code 3"),
        ("import os, time; os.close(1); time.sleep(60)", "closed its output"),
        ("import time; time.sleep(60)", "gave no answer within 2 seconds"),
        ("import os\nwhile True: os.write(1, b'a' * 65536)", "wrote an answer of more than 16 MiB"),
        ("import sys; print('Oh', file=sys.stderr); sys.exit(1)", "ended with exit code 1: Oh"),
    ],
)
def test_why_there_is_no_answer_is_told(
    program: str, reason: str, started: Callable[[str, float], Implementation]
) -> None:
    seconds = 2.0 if "within" in reason else 20.0
    with pytest.raises(Unanswered) as trouble:
        started(program, seconds).ask("0\n")

    assert str(trouble.value) == reason


def test_a_command_that_reads_nothing_stops_no_question(
    started: Callable[[str, float], Implementation],
) -> None:
    deaf = started("import os, time; os.close(0); print('a', flush=True); time.sleep(60)", 5.0)
    deaf.ask("0\n")

    with pytest.raises(Unanswered):
        deaf.ask("a" * 1_000_000 + "\n")

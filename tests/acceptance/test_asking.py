"""A lab asks, an artist answers point by point, and takes it back: with files and a terminal."""

import shutil
from pathlib import Path

import pytest

import askfirst
from askfirst.model.documents import Consent
from tests.acceptance.fences import ROOT
from tests.acceptance.talking import INTERRUPT, NO_MORE, run, talk

MARA = "https://mara.example.org/"
DECLARATION = (ROOT / "examples/pass/consent-to-one-lab/declaration.yaml").read_bytes()
REQUEST = "depot.request.askfirst.yaml"
ASK = ["--use", "music-generation-training", "--use", "voice-replication-training"]
LAB = ["--by", "https://lab.example.com/", "--name", "Example Lab"]
LAB += ["--model", "tonewave@2", "--accepts", "attribution"]
#: Answers to every point: who, two uses, material, model, where, for what, from, until.
POINTS = [MARA, "yes", "no", "yes", "as asked", "SE, DK", "any", "now", "2099-01-01"]
CONDITIONS = ["yes", "no", "no", "no", "no", "no"]
ANSWERS = [*POINTS, *CONDITIONS, "retire-models"]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which a lab has asked Mara Lindqvist about one track."""
    folder = tmp_path_factory.mktemp("asked")
    (folder / "depot.askfirst.yaml").write_bytes(DECLARATION)
    done = run(folder, "ask", "depot.askfirst.yaml", *ASK, *LAB)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def folder(asked: Path, tmp_path: Path) -> Path:
    """Return such a folder for one test alone."""
    return Path(shutil.copytree(asked, tmp_path / "asked"))


def _answer(folder: Path, *answers: str, flags: tuple[str, ...] = ()) -> tuple[int, list[str], str]:
    said = talk(folder, ["consent", REQUEST, "depot.askfirst.yaml", *flags], answers)
    return said.code, said.left, said.shown


def _consents(folder: Path) -> list[Consent]:
    found = [askfirst.read(path.read_bytes()) for path in folder.glob("*.consent.*")]
    return [one for one in found if isinstance(one, Consent)]


def test_the_letter_says_what_is_asked_and_the_command_in_it_works(folder: Path) -> None:
    letter = (folder / "depot.mara-lindqvist.letter.txt").read_text(encoding="utf-8")

    assert "mara@example.org" in letter
    assert "imitate your voice" in letter
    command = next(line for line in letter.splitlines() if line.startswith("    askfirst consent"))
    said = talk(folder, command.split()[1:], [*ANSWERS[1:], "I consent"])
    assert (said.code, said.left) == (0, []), said.shown
    assert len(_consents(folder)) == 1


def test_what_is_answered_point_by_point_is_what_is_written(folder: Path) -> None:
    code, left, shown = _answer(folder, *ANSWERS, "I consent")

    assert (code, left) == (0, []), shown
    [consent] = _consents(folder)
    assert consent.uses == ("music-generation-training",)
    assert consent.territories == ("SE", "DK")
    assert consent.valid_until == "2099-01-01T00:00:00Z"
    assert consent.conditions == ("attribution",)
    assert consent.at_end == "retire-models"
    assert consent.rights == ("composition", "lyrics", "recording", "performance")
    assert consent.issued == consent.expression.at == consent.valid_from
    assert consent.expression.statement in shown


def test_a_consent_that_covers_all_permits_the_request(folder: Path) -> None:
    said = [MARA, "yes", "yes", "yes", *["as asked"] * 3, "now", "until-withdrawn"]

    code, _, shown = _answer(folder, *said, *CONDITIONS, "stop-new-training", "i consent.")

    assert code == 0, shown
    decided = run(folder, "decide", REQUEST, ".", "--assurance", "unsigned")
    assert decided.returncode == 0, decided.stdout
    [file] = folder.glob("*.consent.*")
    assert talk(folder, ["withdraw", file.name], ["no"]).code == 1
    assert talk(folder, ["withdraw", file.name], ["yes"]).code == 0
    decided = run(folder, "decide", REQUEST, ".", "--assurance", "unsigned")
    assert decided.returncode == 1, decided.stdout
    assert run(folder, "check", ".").returncode == 0


@pytest.mark.parametrize(
    "answers",
    [
        [MARA, "no", "no"],
        [MARA, "yes", "no", "no"],
        [*ANSWERS, "no"],
        [*ANSWERS, "yes"],
        [*ANSWERS, "I do not consent"],
    ],
)
def test_whoever_does_not_say_yes_writes_nothing(answers: list[str], folder: Path) -> None:
    code, left, shown = _answer(folder, *answers)

    assert (code, left) == (1, []), shown
    assert _consents(folder) == []


@pytest.mark.parametrize("key", [INTERRUPT, NO_MORE])
@pytest.mark.parametrize("after", [0, 1, 4, len(ANSWERS)])
def test_whoever_stops_writes_nothing(key: str, after: int, folder: Path) -> None:
    code, left, shown = _answer(folder, *ANSWERS[:after], key)

    assert (code, left) == (2, []), shown
    assert _consents(folder) == []
    assert "Traceback" not in shown


@pytest.mark.parametrize("unfit", ["", "   ", "maybe", "y", "YES PLEASE", "true"])
def test_what_is_no_answer_is_asked_again(unfit: str, folder: Path) -> None:
    code, left, _ = _answer(folder, MARA, unfit, "no", unfit, "no")

    assert (code, left) == (1, [])


@pytest.mark.parametrize(
    ("point", "unfit"),
    [
        (0, "https://nobody.example/"),
        (4, "any"),
        (4, "tonewave"),
        (4, "tonewave@3"),
        (5, "Sweden"),
        (5, "worldwide SE"),
        (7, "2020-01-01"),
        (7, "tomorrow"),
        (8, "2020-01-01"),
        (8, "forever"),
        (15, "stop"),
    ],
)
def test_an_answer_that_is_wrong_or_says_more_is_asked_again(
    point: int, unfit: str, folder: Path
) -> None:
    answers = [*ANSWERS[:point], unfit, *ANSWERS[point:]]

    code, left, shown = _answer(folder, *answers, "I consent")

    assert (code, left) == (0, []), shown


def test_only_what_flags_do_not_say_is_asked(folder: Path) -> None:
    flags = ("--by", MARA, "--use", "music-generation-training", "--material", "audio")
    more = ("--model", "tonewave@2", "--territory", "worldwide", "--purpose", "any")
    last = ("--condition", "none", "--at-end", "stop-new-training")

    code, left, _ = _answer(
        folder, "now", "until-withdrawn", "I consent", flags=(*flags, *more, *last)
    )

    assert (code, left) == (0, [])


def test_what_is_asked_again_is_asked_in_the_same_words(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    again = run(folder, "ask", ".", *ASK, *LAB)

    assert again.returncode == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_no_command_waits_for_an_answer_where_nobody_is(folder: Path) -> None:
    assert run(folder, "consent", REQUEST, "depot.askfirst.yaml").returncode == 2
    assert _answer(folder, *ANSWERS, "I consent")[0] == 0
    [file] = folder.glob("*.consent.*")
    assert run(folder, "withdraw", file.name).returncode == 2
    assert not list(folder.glob("*.withdrawal.*"))

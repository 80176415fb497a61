"""What people read is aligned, cut to size, and cannot steer their terminal."""

import pytest

import askfirst
from askfirst.reporting import FileReport, Results
from askfirst.reporting.style import COLORED
from askfirst.reporting.text import concise, full
from askfirst.reporting.visible import visible, width

HOSTILE = "\x1b[2J\x07\u202e\u200b\x00\x9b"


def _shown(text: str, path: str = "a.yaml") -> str:
    report = askfirst.check(text)
    return full(Results((FileReport(path, report),), 0))


def _carets(shown: str) -> str:
    """Return what stands above the first carets."""
    lines = shown.splitlines()
    under = next(n for n, line in enumerate(lines) if set(line[7:]) == {" ", "^"} or "^" in line)
    first, last = lines[under].index("^"), lines[under].rindex("^")
    return lines[under - 1][first : last + 1]


def test_the_carets_stand_under_what_is_wrong() -> None:
    assert _carets(_shown("askfirst: 1.0.0\ntype: Polka\n")) == "Polka"


def test_wide_letters_move_the_carets() -> None:
    shown = _shown('{"askfirst": "1.0.0", "夜行": "x", "type": "Polka"}')
    line, carets = [line for line in shown.splitlines() if " | " in line][:2]

    assert width(line[: line.index('"Polka"')]) == carets.index("^")


@pytest.mark.parametrize("where", ["value", "name", "path"])
def test_no_escape_reaches_the_terminal(where: str) -> None:
    name, value = (HOSTILE if where == part else "x" for part in ("name", "value"))
    text = f'{{"askfirst": "1.0.0", "type": "Declaration", "{_quoted(name)}": "{_quoted(value)}"}}'

    shown = _shown(text, path=HOSTILE if where == "path" else "a")

    assert [
        character for character in shown if not character.isprintable() and character != "\n"
    ] == []


def _quoted(text: str) -> str:
    return "".join(f"\\u{ord(character):04x}" for character in text)


def test_an_escape_in_the_line_itself_is_written_out() -> None:
    assert "\x1b" not in _shown("askfirst: '\x9b'")


def test_a_long_line_is_cut_around_what_is_wrong() -> None:
    shown = _shown(f'{{"askfirst": "1.0.0", "x-a": "{"a" * 5000}", "type": "Polka"}}')

    assert max(len(line) for line in shown.splitlines()) < 250
    assert '"Polka"' in shown


def test_a_long_value_is_cut_too() -> None:
    shown = _shown(f'{{"askfirst": "1.0.0", "type": "{"a" * 5000}"}}')

    assert max(len(line) for line in shown.splitlines()) < 350


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("askfirst: 1.0.0\ntype: Consent", "the Consent counts for nothing"),
        ("askfirst: 1.0.0\ntype: Withdrawal", "the Consent it names as ended"),
        ("askfirst: 1.0.0\ntype: Policy", "the Policy is no promise to ask first"),
        ("askfirst: 1.0.0\ntype: Request", "there is no question to answer"),
        ("askfirst: 1.0.0\ntype: Decision", "nobody should rely on this Decision"),
        ("askfirst: 1.0.0\ntype: Declaration", "nothing is permitted and consent is required"),
        ("[", "nothing is permitted and consent is required"),
    ],
)
def test_an_error_ends_with_its_consequence(text: str, sentence: str) -> None:
    assert sentence in _shown(text)


def test_one_finding_is_one_line_where_it_is_concise() -> None:
    report = askfirst.check("askfirst: 1.0.0\ntype: Polka")

    shown = concise(Results((FileReport("a.yaml", report),), 0), quiet=True)

    assert shown.startswith("a.yaml:2:7: AF102 ")
    assert shown.count("\n") == 1


def test_color_marks_the_code() -> None:
    report = askfirst.check("askfirst: 1.0.0\ntype: Polka")

    assert "\x1b[1;31mAF102\x1b[0m" in concise(Results((FileReport("a", report),), 0), COLORED)


@pytest.mark.parametrize("text", ["plain", "é", "夜行", "🎵", "a b"])
def test_what_can_be_seen_stays_as_it_is(text: str) -> None:
    assert visible(text) == text

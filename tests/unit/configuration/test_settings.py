"""What a project sets is read strictly: what is not known is an error with its place."""

import pytest

from askfirst.configuration import BadConfiguration, read

HEAD = "[project]\nname = 'x'\n\n[tool.askfirst]\n"


def test_what_is_set_is_read() -> None:
    settings = read(f"{HEAD}trust = 'label.yaml'\nignore = ['AF304', 'AF109']\n")

    assert settings
    assert settings.values == {"trust": "label.yaml", "ignore": ("AF304", "AF109")}


@pytest.mark.parametrize("text", ["", "[tool.other]\nformat = 1", "tool = 1", "[askfirst]\nx=1"])
def test_a_file_that_says_nothing_to_us_sets_nothing(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("line", "where", "word"),
    [
        ("formt = 'json'", "5:1", "`format`"),
        ("  'igonre' = []", "5:3", "`ignore`"),
        ("assurance = 'unsigned'", "5:1", "trust, format"),
        ("trust = 1", "5:9", "text"),
        ("ignore = 'AF304'", "5:10", "list"),
        ("ignore = ['AF304', 1]", "5:10", "list"),
        ("format.x = 'json'", "5:1", "text"),
        ("[tool.askfirst.selct]", "5:16", "`select`"),
        ("format = ", "5:10", "TOML"),
        ("format = 'x' 'y'", "5:14", "TOML"),
        (f"format = {'[' * 5000}", "1:1", "deep"),
    ],
)
def test_what_cannot_be_used_is_an_error_with_its_place(line: str, where: str, word: str) -> None:
    with pytest.raises(BadConfiguration) as found:
        read(f"{HEAD}{line}")

    assert str(found.value).startswith(f"{where}: ")
    assert word in str(found.value)


@pytest.mark.parametrize("text", ["tool.askfirst = 1", "[[tool.askfirst]]\nformat = 'json'"])
def test_anything_but_a_table_is_an_error(text: str) -> None:
    with pytest.raises(BadConfiguration, match="must be a table"):
        read(text)


def test_a_value_that_a_command_refuses_is_told_with_its_place() -> None:
    settings = read(f"{HEAD}format = 'xml'")

    assert settings
    assert str(settings.fault("format", "no")) == "5:10: no"

"""A tab completes commands, options and their values in real shells."""

import shutil
from pathlib import Path

import pytest
import typer

from askfirst.cli.app import app
from askfirst.cli.completions import SHELLS
from askfirst.cli.completions.line import Command, Option, read
from askfirst.cli.completions.values import Kind, Values, Word
from askfirst.vocabulary import Material, Preset, Signal, Use
from tests.acceptance import shells
from tests.acceptance.talking import run
from tests.needs import needs

EVERY = sorted(SHELLS)
#: What would end a text, start a command or be taken apart, in one shell or another.
TRAP = 'it\'s [a] `touch b` $(touch c); "touch d": \\ %s {e,f} *'
WORDS = [
    ("c", {"catalog", "check", "completion", "conformance", "consent", "convert"}),
    ("key ", {"export", "import", "new", "show"}),
    ("trust se", {"set-aside"}),
    ("key new --n", {"--name", "--no-passphrase"}),
    ("show --f", {"--format"}),
    ("show --format ", {"html", "markdown", "text"}),
    ("decide --material ", set(Material)),
    ("decide a.yaml --use voice", {use for use in Use if use.startswith("voice")}),
    ("import --from ", set(Signal)),
    ("export --to htt", {"http-headers"}),
    ("init --preset ", set(Preset)),
    ("explain AF45", {"AF450", "AF451", "AF452", "AF453"}),
    ("schema di", {"diff"}),
    ("--color ", {"always", "auto", "never"}),
    ("trust list --color n", {"never"}),
    ("completion ", {"bash", "fish", "zsh"}),
]


@pytest.fixture(scope="module")
def root() -> Command:
    return read(typer.main.get_command(app))


def _offered(shell: str, line: str, command: Command, folder: Path) -> set[str]:
    needs(shell, shutil.which(shell) is not None)
    script = folder / f"completion.{shell}"
    script.write_text(SHELLS[shell](command), encoding="utf-8")
    return set(getattr(shells, shell)(f"askfirst {line}", script, folder))


@pytest.mark.parametrize("shell", EVERY)
@pytest.mark.parametrize(("line", "words"), WORDS, ids=[line for line, _ in WORDS])
def test_a_tab_offers_the_words_that_fit(
    shell: str, line: str, words: set[str], root: Command, tmp_path: Path
) -> None:
    assert _offered(shell, line, root, tmp_path) == words


@pytest.mark.parametrize("shell", EVERY)
def test_a_value_may_stand_behind_an_equals_sign(shell: str, root: Command, tmp_path: Path) -> None:
    offered = _offered(shell, "show --format=m", root, tmp_path)

    assert {word.removeprefix("--format=") for word in offered} == {"markdown"}


@pytest.mark.parametrize("shell", EVERY)
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("check my", {"my folder", "my license.yaml"}),
        ("show -o my", {"my folder", "my license.yaml"}),
        ("ask -o my", {"my folder"}),
        ("init --name my", set()),
    ],
)
def test_a_path_is_offered_where_one_belongs(
    shell: str, line: str, offered: set[str], root: Command, tmp_path: Path
) -> None:
    (tmp_path / "my license.yaml").touch()
    (tmp_path / "my folder").mkdir()

    found = _offered(shell, line, root, tmp_path)

    names = ("my folder", "my license.yaml")
    shown = " ".join(found).replace("\\", "")
    assert {name for name in names if name in shown or name.split()[1] in shown} == offered


@pytest.mark.parametrize("shell", EVERY)
def test_no_text_runs_or_breaks_anything(shell: str, tmp_path: Path) -> None:
    taken = Values(Kind.WORDS, (Word("one", TRAP), Word("other", TRAP)))
    option = Option(("--use",), TRAP, taken)
    command = Command("", TRAP, (), Values(Kind.TEXT), (Command("try", TRAP, (option,), taken),))

    assert _offered(shell, "try --use o", command, tmp_path) >= {"one", "other"}
    assert {path.name for path in tmp_path.iterdir()}.isdisjoint("bcdef")


def test_fish_says_what_a_word_means(root: Command, tmp_path: Path) -> None:
    needs("fish", shutil.which("fish") is not None)
    script = tmp_path / "completion.fish"
    script.write_text(SHELLS["fish"](root), encoding="utf-8")

    offered = shells.fish("askfirst decide --use generative-t", script, tmp_path)

    assert offered == {
        "generative-training": "Training a model, or a part of one, that generates content"
    }


@pytest.mark.parametrize("shell", EVERY)
def test_the_command_prints_it(shell: str, root: Command, tmp_path: Path) -> None:
    assert run(tmp_path, "completion", shell).stdout == SHELLS[shell](root)


def test_every_command_and_every_option_is_in_it(root: Command) -> None:
    names = {name for one in root.within() for option in one.options for name in option.names}

    for shell in EVERY:
        text = SHELLS[shell](root)
        assert all(one.last in text for one in root.within())
        assert all(name.lstrip("-") in text for name in names)

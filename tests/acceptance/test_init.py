"""An artist makes license files: in a folder of audio files, on a terminal or by flags."""

import json
import shutil
from pathlib import Path

import pytest

import askfirst
from askfirst.model.declarations import Declaration, Release
from askfirst.vocabulary import Right
from tests.acceptance.dialog import PICTURE, drawn
from tests.acceptance.recordings import album, audio
from tests.acceptance.talking import INTERRUPT, NO_MORE, run, talk

WHO = ["--name", "Mara Lindqvist", "--contact", "mara@example.org"]
ALL = ["--preset", "ask-first", "--voice", "no", "--did", "everything", *WHO]
#: What five answers come to: preset, voice, all mine, who.
ANSWERS = ["1", "no", "yes", "Mara Lindqvist mara@example.org"]


def read(path: Path) -> Declaration | Release:
    found = askfirst.read(path.read_bytes())
    assert isinstance(found, Declaration | Release)
    return found


def holders(document: Release | Declaration, number: int) -> dict[str, set[Right]]:
    found: dict[str, set[Right]] = {}
    for one in document.declared[number - 1].rightsholders:
        found.setdefault(one.name, set()).update(one.rights)
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with three tracks of three formats, and no tags."""
    folder = tmp_path_factory.mktemp("made") / "Depot"
    folder.mkdir()
    for n, name in enumerate(["01 - Night Bus.flac", "02 - Depot.mp3", "03 - Last Stop.wav"]):
        audio(folder / name, n)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "Depot"))


@pytest.fixture(scope="module")
def nine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a tagged album of nine tracks."""
    tags = {
        "title": "Song {}",
        "artist": "Mara Lindqvist",
        "album": "Depot",
        "isrc": "SEXYZ260000{}",
    }
    return album(tmp_path_factory.mktemp("nine") / "album", 9, **tags)


class TestOnATerminal:
    def test_a_folder_takes_at_most_five_answers(self, folder: Path) -> None:
        said = talk(folder, ["init"], ANSWERS)
        assert (said.code, said.left) == (0, [])
        document = read(folder / "askfirst.yaml")
        titles = [one.track.title for one in document.declared]
        assert titles == ["Night Bus", "Depot", "Last Stop"]
        assert all(one.track.files[0].packets_sha256 for one in document.declared)

    def test_a_wrong_answer_is_asked_again(self, folder: Path) -> None:
        answers = ["0", "ask", "1", "yes", "2", "y", "yes", "Mara", "Mara nowhere", "Mara m@a.org"]
        said = talk(folder, ["init"], answers)
        assert (said.code, said.left) == (0, [])
        assert read(folder / "askfirst.yaml").by.name == "Mara"

    def test_what_tags_say_is_not_asked(self, nine: Path, tmp_path: Path) -> None:
        folder = Path(shutil.copytree(nine, tmp_path / "nine"))
        said = talk(folder, ["init", "01 - Song 1.flac"], ["2", "yes", "mara@example.org"])
        assert (said.code, said.left) == (0, [])
        document = read(folder / "01 - Song 1.flac.askfirst.yaml")
        assert document.declared[0].track.isrc == "SEXYZ2600001"
        assert document.by.name == "Mara Lindqvist"

    def test_a_guest_a_writer_and_a_cover(self, nine: Path, tmp_path: Path) -> None:
        folder = Path(shutil.copytree(nine, tmp_path / "nine"))
        guest = ["Lena", "sang", "3", "lena@example.org"]
        writer = ["Idris Vale", "dances", "music, words", "12", "5", ""]
        cover = ["unknown", "cover", "7"]
        answers = ["1", "no", "no", "everything", *guest, *writer, *cover, "", "mara@example.org"]
        said = talk(folder, ["init"], answers)
        assert (said.code, said.left) == (0, [])
        document = read(folder / "askfirst.yaml")
        everything, written = set(Right), {Right.COMPOSITION, Right.LYRICS}
        sung = {Right.PERFORMANCE, Right.VOICE, Right.LIKENESS}
        assert holders(document, 1) == {"Mara Lindqvist": everything}
        assert holders(document, 3) == {"Mara Lindqvist": everything, "Lena": sung}
        assert holders(document, 5) == {"Mara Lindqvist": everything, "Idris Vale": written}
        assert holders(document, 7) == {"Mara Lindqvist": everything - written}

    def test_without_an_audio_file_it_asks_which_track(self, tmp_path: Path) -> None:
        answers = ["Night Bus", "Night Bus X", "Night Bus SE-XYZ-26-00012", *ANSWERS]
        said = talk(tmp_path, ["init"], answers)
        assert (said.code, said.left) == (0, [])
        document = read(tmp_path / "night-bus.askfirst.yaml")
        assert document.declared[0].track.isrc == "SEXYZ2600012"

    @pytest.mark.parametrize("key", [INTERRUPT, NO_MORE])
    @pytest.mark.parametrize("after", range(len(ANSWERS)))
    def test_who_stops_leaves_nothing_behind(self, folder: Path, key: str, after: int) -> None:
        before = sorted(folder.iterdir())
        said = talk(folder, ["init"], [*ANSWERS[:after], key])
        assert said.code == 2
        assert sorted(folder.iterdir()) == before

    def test_a_change_is_shown_and_can_be_refused(self, folder: Path) -> None:
        assert run(folder, "init", *ALL).returncode == 0
        before = (folder / "askfirst.yaml").read_bytes()
        said = talk(folder, ["init", "--preset", "no-ai"], ["no"])
        assert said.code == 1
        assert (folder / "askfirst.yaml").read_bytes() == before

    @pytest.mark.parametrize("key", [INTERRUPT, NO_MORE])
    def test_who_stops_after_a_change_is_told_that_it_is_written(
        self, folder: Path, key: str
    ) -> None:
        two = ["01 - Night Bus.flac", "02 - Depot.mp3"]
        assert run(folder, "init", *two, *ALL).returncode == 0
        before = {path: path.read_bytes() for path in sorted(folder.glob("*.yaml"))}
        said = talk(folder, ["init", *two, "--preset", "no-ai"], ["yes", key])
        assert (said.code, "nothing was written" in said.shown) == (2, False)
        assert [path.read_bytes() == text for path, text in before.items()] == [False, True]

    @pytest.mark.parametrize("columns", [40, 200])
    def test_it_fits_the_terminal(
        self, folder: Path, columns: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        said = talk(folder, ["init"], ANSWERS)
        asked = said.shown.partition("written:")[0]
        assert said.code == 0
        assert max(map(len, asked.splitlines())) <= columns

    def test_it_needs_neither_color_nor_utf_8(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
        monkeypatch.setenv("NO_COLOR", "1")
        said = talk(folder, ["init"], ANSWERS)
        assert said.code == 0
        assert r"\u2117 line" in said.shown  # the sign of the recording, which Latin-1 lacks
        assert "\x1b" not in said.shown


#: Each question, as the flags that answer it.
FLAGS = [["--preset", "ask-first"], ["--voice", "no"], ["--did", "everything"], WHO]


class TestFlags:
    def test_without_flags_every_question_is_asked(self, folder: Path) -> None:
        assert talk(folder, ["init"], ANSWERS).shown.count("\n> ") == len(FLAGS)

    @pytest.mark.parametrize("n", range(len(FLAGS)))
    def test_each_flag_answers_its_question(self, folder: Path, n: int) -> None:
        answers = [one for at, one in enumerate(ANSWERS) if at != n]
        said = talk(folder, ["init", *FLAGS[n]], answers)
        assert (said.code, said.left) == (0, [])
        assert said.shown.count("\n> ") == len(FLAGS) - 1

    def test_with_all_of_them_nothing_is_asked(self, folder: Path) -> None:
        said = talk(folder, ["init", *ALL], [])
        assert said.code == 0
        assert "\n> " not in said.shown

    def test_who_else_is_a_flag(self, nine: Path, tmp_path: Path) -> None:
        folder = Path(shutil.copytree(nine, tmp_path / "nine"))
        others = ["Lena; sang; lena@example.org; 3", "Idris Vale; music words; ; 5", "?; cover"]
        flags = [word for one in others[:2] for word in ("--with", one)]
        assert run(folder, "init", *ALL, *flags, "--with", "unknown; cover; ; 7").returncode == 0
        document = read(folder / "askfirst.yaml")
        assert holders(document, 3)["Lena"] == {Right.PERFORMANCE, Right.VOICE, Right.LIKENESS}
        assert Right.LYRICS not in holders(document, 7)["Mara Lindqvist"]

    def test_a_track_by_hand_is_flags(self, tmp_path: Path) -> None:
        page = "https://mara.example.org/night-bus"
        run_ = run(tmp_path, "init", *ALL, "--title", "Night Bus", "--url", page)
        assert run_.returncode == 0
        assert read(tmp_path / "night-bus.askfirst.yaml").declared[0].track.urls == (page,)

    def test_an_instrumental_has_no_lyrics(self, folder: Path) -> None:
        assert run(folder, "init", *ALL, "--instrumental").returncode == 0
        assert read(folder / "askfirst.yaml").declared[0].absent_rights == (Right.LYRICS,)

    def test_yes_takes_the_mildest_answers(self, folder: Path) -> None:
        assert run(folder, "init", "--yes", *WHO).returncode == 0
        text = (folder / "askfirst.yaml").read_text(encoding="utf-8")
        assert "permits" not in text
        assert "prohibits" not in text

    @pytest.mark.parametrize(
        "flags",
        [
            ["--preset", "allow"],
            ["--voice", "yes"],
            ["--did", "danced"],
            ["--contact", "nowhere"],
            ["--with", "Lena"],
            ["--with", "Lena; danced"],
            ["--with", "Lena; sang; nowhere"],
            ["--with", "Lena; sang; ; x"],
            ["--with", "Lena; sang; ; 1; 2"],
            ["--isrc", "SEXYZ2600012"],
            ["nothing.flac"],
            ["--from", "nothing.csv"],
        ],
    )
    def test_a_wrong_flag_is_named_and_nothing_is_written(
        self, folder: Path, flags: list[str]
    ) -> None:
        before = sorted(folder.iterdir())
        done = run(folder, "init", *ALL, *flags)
        assert done.returncode == 2
        assert done.stderr.startswith("askfirst: ")
        assert (flags[1] if flags[0] == "--from" else flags[0]) in done.stderr
        assert sorted(folder.iterdir()) == before

    def test_what_cannot_be_asked_is_named(self, folder: Path) -> None:
        done = run(folder, "init")
        assert done.returncode == 2
        assert all(flag in done.stderr for flag in ("--preset", "--name", "--contact", "--did"))


class TestDamagedFiles:
    """A file that cannot be heard is told, and takes nothing away from the others."""

    @pytest.fixture
    def damaged(self, folder: Path) -> Path:
        path = folder / "01 - Night Bus.flac"
        path.write_bytes(path.read_bytes()[:500])
        return path

    def test_in_a_folder_it_is_left_out_and_told(self, damaged: Path) -> None:
        done = run(damaged.parent, "init", *ALL)
        assert (done.returncode, damaged.name in done.stdout) == (0, True)
        titles = [one.track.title for one in read(damaged.parent / "askfirst.yaml").declared]
        assert titles == ["Depot", "Last Stop"]

    def test_by_itself_it_needs_something_else_that_identifies_it(self, damaged: Path) -> None:
        done = run(damaged.parent, "init", damaged.name, *ALL)
        assert (done.returncode, "--isrc" in done.stderr) == (2, True)
        named = ["--isrc", "SEXYZ2600012", "--title", "Night Bus"]
        assert run(damaged.parent, "init", damaged.name, *ALL, *named).returncode == 0
        document = read(damaged.parent / f"{damaged.name}.askfirst.yaml")
        assert document.declared[0].track.isrc == "SEXYZ2600012"


class TestAgain:
    """Running it again updates, keeps comments and order, and loses nothing."""

    @pytest.fixture
    def file(self, folder: Path) -> Path:
        assert run(folder, "init", *ALL).returncode == 0
        return folder / "askfirst.yaml"

    @pytest.mark.parametrize("flags", [[], ALL, ["--yes"], ["--preset", "ask-first"]])
    def test_the_same_answers_change_nothing(self, file: Path, flags: list[str]) -> None:
        before = file.read_bytes()
        assert run(file.parent, "init", *flags).returncode == 0
        assert file.read_bytes() == before

    def test_a_comment_stays(self, file: Path) -> None:
        text = file.read_text(encoding="utf-8").replace("\nrelease:", "\n# mine\nrelease:")
        file.write_text(text, encoding="utf-8")
        assert run(file.parent, "init", "--preset", "no-ai", "--yes").returncode == 0
        assert "\n# mine\nrelease:" in file.read_text(encoding="utf-8")

    def test_what_was_added_by_hand_stays(self, file: Path) -> None:
        with file.open("a", encoding="utf-8") as more:
            more.write(
                "permits: [search-indexing]\nx-note: mine\naskAt: https://mara.example.org/\n"
            )
        assert run(file.parent, "init", "--preset", "no-generative", "--yes").returncode == 0
        text = file.read_text(encoding="utf-8")
        assert "permits: [search-indexing]\nx-note: mine\naskAt: https://mara" in text

    def test_a_new_track_follows_the_others(self, file: Path) -> None:
        audio(file.parent / "00 - Prologue.flac", 9)
        assert run(file.parent, "init", "--yes").returncode == 0
        titles = [one.track.title for one in read(file).declared]
        assert titles == ["Night Bus", "Depot", "Last Stop", "Prologue"]

    def test_another_encoding_is_one_more_file(self, file: Path) -> None:
        audio(file.parent / "01 - Night Bus.flac", 9)
        assert run(file.parent, "init", "--yes").returncode == 0
        assert len(read(file).declared[0].track.files) == 2

    def test_a_track_whose_file_is_gone_stays(self, file: Path) -> None:
        (file.parent / "02 - Depot.mp3").unlink()
        before = file.read_bytes()
        assert run(file.parent, "init", "--yes").returncode == 0
        assert file.read_bytes() == before

    def test_somebody_can_be_added_twice(self, file: Path) -> None:
        flags = ["--with", "Lena; sang; lena@example.org; 2", "--yes"]
        assert run(file.parent, "init", *flags).returncode == 0
        after = file.read_bytes()
        assert run(file.parent, "init", *flags).returncode == 0
        assert file.read_bytes() == after
        assert set(holders(read(file), 2)) == {"Mara Lindqvist", "Lena"}

    @pytest.mark.parametrize(("preset", "told"), [("no-ai", False), ("ask-first", True)])
    def test_it_is_told_what_becomes_milder(self, file: Path, preset: str, told: bool) -> None:
        run(file.parent, "init", "--preset", "no-generative", "--yes")
        done = run(file.parent, "init", "--preset", preset, "--yes")
        assert ("more mildly" in done.stdout.replace("\n", " ")) is told

    def test_a_dry_run_writes_nothing(self, file: Path) -> None:
        before = file.read_bytes()
        assert run(file.parent, "init", "--preset", "no-ai", "--dry-run").returncode == 0
        assert file.read_bytes() == before

    def test_a_file_that_does_not_conform_is_left_alone(self, file: Path) -> None:
        file.write_text("askfirst: 1.0.0\ntype: Release\n", encoding="utf-8")
        done = run(file.parent, "init", *ALL)
        assert done.returncode == 1
        assert file.read_text(encoding="utf-8") == "askfirst: 1.0.0\ntype: Release\n"

    def test_a_json_file_is_brought_up_to_date_as_well(self, file: Path) -> None:
        document = askfirst.check(file.read_bytes()).documents[0].value
        file.unlink()
        other = file.with_suffix(".json")
        other.write_text(json.dumps(document, indent=2), encoding="utf-8")
        assert run(file.parent, "init", "--preset", "no-ai", "--yes").returncode == 0
        assert not file.exists()
        assert json.loads(other.read_bytes())["prohibits"][0] == "training"


class TestEditors:
    def test_the_schema_stands_beside_the_file(self, folder: Path) -> None:
        for _ in range(2):
            assert run(folder, "init", *ALL, "--editor").returncode == 0
        first = (folder / "askfirst.yaml").read_text(encoding="utf-8").splitlines()[0]
        name = first.removeprefix("# yaml-language-server: $schema=")
        assert (folder / name).is_file()

    def test_no_file_leads_to_a_schema_that_is_not_there(self, folder: Path) -> None:
        assert run(folder, "init", *ALL).returncode == 0
        assert "schema" not in (folder / "askfirst.yaml").read_text(encoding="utf-8")


def test_the_picture_in_the_documentation_is_the_dialog_as_it_is() -> None:
    assert drawn() == PICTURE.read_text(encoding="utf-8")

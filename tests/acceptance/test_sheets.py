"""A label fills in a spreadsheet of an album, and of a catalog."""

import csv
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest

import askfirst
from askfirst.model.declarations import Declaration, Release
from askfirst.vocabulary import Right
from tests.acceptance.recordings import album
from tests.acceptance.talking import run

WHO = ["--yes", "--name", "Mara Lindqvist", "--contact", "mara@example.org"]


def fill(sheet: Path, **cells: dict[int, str]) -> None:
    """Write cells into a sheet, each by its column and the number of its track."""
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        table: list[dict[str, Any]] = list(reader)
    for column, values in cells.items():
        for number, value in values.items():
            table[number - 1][column] = value
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames or (), delimiter=";")
        writer.writeheader()
        writer.writerows(table)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("catalog")
    album(top / "Depot", 9, "mp3", title="Song {}")
    return top


@pytest.fixture
def top(made: Path, tmp_path: Path) -> Path:
    """Return a folder with an album of nine tracks, and its sheet."""
    folder = Path(shutil.copytree(made, tmp_path / "catalog"))
    assert run(folder, "init", "Depot", "--sheet", "depot.csv").returncode == 0
    return folder


def release(path: Path) -> Release:
    found = askfirst.read(path.read_bytes())
    assert isinstance(found, Release)
    return found


def named(document: Release, number: int, right: Right) -> set[str]:
    entries = document.declared[number - 1].rightsholders
    return {one.name for one in entries if right in one.rights}


def test_the_sheet_names_every_track(top: Path) -> None:
    with (top / "depot.csv").open(encoding="utf-8", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == [f"Song {n}" for n in range(1, 10)]


def test_a_guest_a_writer_and_a_cover(top: Path) -> None:
    fill(
        top / "depot.csv",
        singers={3: "me; Lena <lena@example.org>"},
        writers={5: "me; Idris Vale", 7: "unknown"},
        lyricists={7: "unknown", 9: "none"},
        label={1: "Depot Records <depot.example.com>"},
        society={2: "Society <society.example.org>"},
        answer={4: "no-ai"},
    )
    assert run(top, "init", "Depot", "--from", "depot.csv", *WHO).returncode == 0
    document = release(top / "Depot/askfirst.yaml")
    assert named(document, 1, Right.RECORDING) == {"Depot Records"}
    assert [one.name for one in document.declared[1].mandates] == ["Mara Lindqvist"]
    assert named(document, 3, Right.VOICE) == {"Mara Lindqvist", "Lena"}
    assert named(document, 5, Right.COMPOSITION) == {"Mara Lindqvist", "Idris Vale"}
    assert named(document, 7, Right.COMPOSITION) == set()
    assert document.declared[8].absent_rights == (Right.LYRICS,)


def test_reading_it_again_changes_nothing(top: Path) -> None:
    run(top, "init", "Depot", "--from", "depot.csv", *WHO)
    before = (top / "Depot/askfirst.yaml").read_bytes()
    assert run(top, "init", "Depot", "--from", "depot.csv", *WHO).returncode == 0
    assert (top / "Depot/askfirst.yaml").read_bytes() == before


def test_a_cell_that_changes_changes_the_file_and_no_comment(top: Path) -> None:
    run(top, "init", "Depot", "--from", "depot.csv", *WHO)
    file = top / "Depot/askfirst.yaml"
    file.write_text(f"# mine\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    fill(top / "depot.csv", singers={2: "Lena"})
    assert run(top, "init", "Depot", "--from", "depot.csv", *WHO).returncode == 0
    assert named(release(file), 2, Right.VOICE) == {"Lena"}
    assert file.read_text(encoding="utf-8").startswith("# mine\n")


def test_a_cell_that_is_emptied_is_mine_again(top: Path) -> None:
    fill(top / "depot.csv", singers={2: "Lena"})
    run(top, "init", "Depot", "--from", "depot.csv", *WHO)
    run(top, "init", "Depot", "--sheet", "depot.csv", "--force")
    assert run(top, "init", "Depot", "--from", "depot.csv", *WHO).returncode == 0
    assert named(release(top / "Depot/askfirst.yaml"), 2, Right.VOICE) == {"Mara Lindqvist"}


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({"isrc": {2: "SE"}}, "row 3, column isrc"),
        ({"contact": {9: "nowhere"}}, "row 10, column contact"),
        ({"file": {1: "gone.mp3"}}, "row 2, column file"),
        ({"file": {1: "../depot.csv"}}, "row 2, column file"),
        ({"file": {1: "/etc/hostname"}}, "row 2, column file"),
        ({"file": {2: "01 - Song 1.mp3"}}, "row 3, column file"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_written(
    top: Path, cells: dict[str, dict[int, str]], place: str
) -> None:
    fill(top / "depot.csv", **cells)
    done = run(top, "init", "Depot", "--from", "depot.csv", *WHO)
    assert done.returncode == 2
    assert f"askfirst: depot.csv: {place}:" in done.stderr
    assert not (top / "Depot/askfirst.yaml").exists()


def test_who_makes_the_file_has_to_be_in_it(top: Path) -> None:
    everything = ("writers", "lyricists", "performers", "singers", "label")
    fill(
        top / "depot.csv", **{column: dict.fromkeys(range(1, 10), "Lena") for column in everything}
    )
    done = run(top, "init", "Depot", "--from", "depot.csv", *WHO)
    assert (done.returncode, "Mara Lindqvist" in done.stderr) == (2, True)


def test_a_sheet_is_not_overwritten(top: Path) -> None:
    fill(top / "depot.csv", singers={2: "Lena"})
    before = (top / "depot.csv").read_bytes()
    assert run(top, "init", "Depot", "--sheet", "depot.csv").returncode == 2
    assert (top / "depot.csv").read_bytes() == before


def test_each_folder_of_a_catalog_has_its_release(top: Path) -> None:
    shutil.copytree(top / "Depot", top / "Harbor")
    assert run(top, "init", ".", "--sheet", "all.csv").returncode == 0
    assert run(top, "init", ".", "--from", "all.csv", *WHO).returncode == 0
    assert [len(release(top / name / "askfirst.yaml").tracks) for name in ("Depot", "Harbor")] == [
        9,
        9,
    ]


def test_rows_of_one_folder_stand_together(top: Path) -> None:
    shutil.copytree(top / "Depot", top / "Harbor")
    files = ["Depot/01 - Song 1.mp3", "Harbor/01 - Song 1.mp3", "Depot/02 - Song 2.mp3"]
    (top / "all.csv").write_text("\n".join(["file", *files]), encoding="utf-8")
    done = run(top, "init", ".", "--from", "all.csv", *WHO)
    assert (done.returncode, "row 4, column file" in done.stderr) == (2, True)


def test_too_many_tracks_for_one_release_have_a_file_each(tmp_path: Path) -> None:
    rows = [f"Song {n},SEXYZ26{n:05}" for n in range(301)]
    (tmp_path / "all.csv").write_text("\n".join(["title,isrc", *rows]), encoding="utf-8")
    assert run(tmp_path, "init", ".", "--from", "all.csv", *WHO).returncode == 0
    found = [askfirst.read(path.read_bytes()) for path in tmp_path.glob("*.askfirst.yaml")]
    assert len(found) == len(rows)
    assert all(isinstance(one, Declaration) for one in found)


def test_who_interrupts_finds_whole_files_and_can_go_on(tmp_path: Path) -> None:
    rows = [f"Song {n},SEXYZ26{n:05}" for n in range(1000)]
    (tmp_path / "all.csv").write_text("\n".join(["title,isrc", *rows]), encoding="utf-8")
    command = [sys.executable, "-m", "askfirst", "init", ".", "--from", "all.csv", *WHO]
    with subprocess.Popen(command, cwd=tmp_path, stdout=PIPE, stderr=PIPE) as process:
        while len(list(tmp_path.glob("*.askfirst.yaml"))) < 5:
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    some = [askfirst.read(path.read_bytes()) for path in tmp_path.glob("*.askfirst.yaml")]
    assert (process.returncode, b"go on" in told) == (2, True)
    assert 5 <= len(some) < len(rows)
    assert run(tmp_path, "init", ".", "--from", "all.csv", *WHO).returncode == 0
    assert len(list(tmp_path.glob("*.askfirst.yaml"))) == len(rows)
    assert not list(tmp_path.glob(".*.askfirst.yaml.*"))

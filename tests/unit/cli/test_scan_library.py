"""A library is walked through in one order, and no file is met twice."""

from pathlib import Path

from askfirst.cli.library import library


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_audio_files_are_found_with_what_stands_beside_and_around(tmp_path: Path) -> None:
    _touch(tmp_path, "b/2.flac", "b/1.MP3", "b/2.flac.askfirst.json", "b/askfirst.yaml", "a/x.wma")
    _touch(tmp_path, "b/notes.txt", "a/askfirst.yml.bak")
    found = library(str(tmp_path))

    assert [(one.folder, one.audio, one.around, one.first) for one in found.batches] == [
        ("a", (("x.wma", ()),), (), True),
        ("b", (("1.MP3", ()), ("2.flac", ("2.flac.askfirst.json",))), ("askfirst.yaml",), True),
    ]
    assert found.size == 3


def test_hidden_folders_and_links_are_passed_over_and_counted(tmp_path: Path) -> None:
    _touch(tmp_path, "a/1.flac", ".git/2.flac", "a/.old/3.flac", "a/.4.flac")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "again").symlink_to(tmp_path / "a", target_is_directory=True)
    found = library(str(tmp_path))

    assert [one.audio for one in found.batches] == [(("1.flac", ()),)]
    assert (found.hidden, found.linked) == (2, 2)


def test_a_link_to_a_file_is_a_file_and_one_to_nowhere_too(tmp_path: Path) -> None:
    _touch(tmp_path, "1.flac")
    (tmp_path / "2.flac").symlink_to(tmp_path / "1.flac")
    (tmp_path / "3.flac").symlink_to(tmp_path / "gone.flac")
    (tmp_path / "4.flac").mkdir()

    assert library(str(tmp_path)).size == 3


def test_many_files_of_a_folder_are_several_batches(tmp_path: Path) -> None:
    _touch(tmp_path, *(f"{n:03}.flac" for n in range(120)), "120.flac.askfirst.yaml")
    found = library(str(tmp_path))

    assert [(len(one.audio), one.first) for one in found.batches] == [
        (50, True),
        (50, False),
        (20, False),
    ]
    assert found.orphans == ["120.flac.askfirst.yaml"]


def test_a_folder_that_cannot_be_opened_is_a_trouble(tmp_path: Path) -> None:
    assert len(library(str(tmp_path / "nowhere")).troubles) == 1

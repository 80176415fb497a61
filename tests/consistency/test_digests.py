"""The digests are those of the files, and what is published stays as it is."""

from pathlib import Path

import pytest

from tests.consistency.digests import FOLDERS, NAME, Published, lines, status, write


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}")
def test_the_digests_are_those_of_the_files(folder: Path) -> None:
    assert (folder / NAME).read_text(encoding="utf-8") == lines(folder, status(folder))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}")
def test_the_digests_say_draft_or_published(folder: Path) -> None:
    assert status(folder) in {"draft", "published"}


def test_the_digests_of_a_draft_are_written_again(tmp_path: Path) -> None:
    write(tmp_path, "draft")
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")

    write(tmp_path, "published")

    assert status(tmp_path) == "published"
    assert "a.json" in (tmp_path / NAME).read_text(encoding="utf-8")


def test_the_digests_of_what_is_published_are_not(tmp_path: Path) -> None:
    write(tmp_path, "published")

    with pytest.raises(Published):
        write(tmp_path, "draft")

"""The examples give exactly the findings that stand beside them."""

from pathlib import Path

import pytest

from askfirst.vocabulary import CODES
from tests.acceptance import listing
from tests.acceptance.listing import FAILING, FINDINGS, PASSING

each_file = pytest.mark.parametrize("file", listing.documents(PASSING, FAILING), ids=listing.name)
each_folder = pytest.mark.parametrize("folder", listing.folders(PASSING, FAILING), ids=listing.name)


def names_in(folder: Path) -> list[str]:
    return [file.name for file in listing.files(folder)]


@each_file
def test_the_findings_are_those_listed(file: Path) -> None:
    assert listing.found(file) == listing.listed(file.parent).get(file.name, [])


@pytest.mark.parametrize("file", listing.documents(PASSING), ids=listing.name)
def test_a_story_conforms(file: Path) -> None:
    report = listing.checked(file)
    assert report.conforms
    assert report.documents
    assert all(document.conforms for document in report.documents)


@pytest.mark.parametrize("file", listing.documents(FAILING), ids=listing.name)
def test_an_example_of_a_code_has_a_finding_of_it(file: Path) -> None:
    code = file.parent.name.partition("-")[0]
    assert code in {entry.code for entry in listing.found(file)}


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_an_example(code: str) -> None:
    assert [f for f in listing.folders(FAILING) if f.name.startswith(f"{code}-")]


@each_folder
def test_a_folder_says_what_it_shows(folder: Path) -> None:
    assert (folder / "README.md").read_text(encoding="utf-8").strip()
    assert names_in(folder)


@each_folder
def test_the_list_names_exactly_the_files_present(folder: Path) -> None:
    entries = listing.listed(folder)
    if folder.parent == FAILING or (folder / FINDINGS).exists():
        assert sorted(entries) == names_in(folder)
        assert any(entries.values())


@each_folder
def test_the_list_has_one_finding_on_each_line(folder: Path) -> None:
    if (folder / FINDINGS).exists():
        text = (folder / FINDINGS).read_text(encoding="utf-8")
        assert text == listing.written(listing.listed(folder))


@each_folder
def test_nothing_else_lies_in_a_folder(folder: Path) -> None:
    known = {"README.md", FINDINGS, *names_in(folder)}
    assert {file.name for file in folder.iterdir()} <= known

"""The examples give exactly the findings that stand beside them."""

from collections import Counter
from pathlib import Path

import pytest

from askfirst.model.documents import Policy
from askfirst.vocabulary import CODES
from tests.acceptance import listing
from tests.acceptance.listing import FAILING, FINDINGS, PASSING, POLICIES

EXAMPLES = (PASSING, FAILING, POLICIES)
each_file = pytest.mark.parametrize("file", listing.documents(*EXAMPLES), ids=listing.name)
each_folder = pytest.mark.parametrize("folder", listing.folders(*EXAMPLES), ids=listing.name)


#: What each clause does without asking, or leaves silent, of the five generative leaves.
CLAUSES = {
    "2024-02-broad": {"AF309": 5},
    "2025-05-demand": {},
    "2025-05-narrow": {"AF310": 2},
}


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


def test_the_clauses_are_those_that_are_known() -> None:
    assert [folder.name for folder in listing.folders(POLICIES)] == list(CLAUSES)


@pytest.mark.parametrize(("clause", "codes"), CLAUSES.items(), ids=CLAUSES)
def test_a_clause_breaks_what_it_broke(clause: str, codes: dict[str, int]) -> None:
    report = listing.checked(POLICIES / clause / "policy.yaml")
    assert Counter(finding.code for finding in report.findings) == codes
    assert isinstance(report.documents[0].document, Policy)


@pytest.mark.parametrize("folder", listing.folders(PASSING, FAILING), ids=listing.name)
def test_a_folder_says_what_it_shows(folder: Path) -> None:
    assert (folder / "README.md").read_text(encoding="utf-8").strip()
    assert names_in(folder)


@pytest.mark.parametrize("folder", listing.folders(POLICIES), ids=listing.name)
def test_a_clause_is_one_policy_that_says_where_it_was_read(folder: Path) -> None:
    assert {file.name for file in folder.iterdir()} == {"policy.yaml", FINDINGS}
    text = (folder / "policy.yaml").read_text("utf-8")
    assert "\n# Source: " in text
    assert "\n# Date: " in text


@each_folder
def test_the_list_names_exactly_the_files_present(folder: Path) -> None:
    entries = listing.listed(folder)
    if folder.parent != PASSING or (folder / FINDINGS).exists():
        assert sorted(entries) == names_in(folder)
        assert any(entries.values()) or folder.parent == POLICIES


@each_folder
def test_the_list_has_one_finding_on_each_line(folder: Path) -> None:
    if (folder / FINDINGS).exists():
        text = (folder / FINDINGS).read_text(encoding="utf-8")
        assert text == listing.written(listing.listed(folder))


@each_folder
def test_nothing_else_lies_in_a_folder(folder: Path) -> None:
    known = {"README.md", FINDINGS, *names_in(folder)}
    assert {file.name for file in folder.iterdir()} <= known

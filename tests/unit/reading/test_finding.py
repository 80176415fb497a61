"""Documents are found where the specification says they stand."""

import json

import pytest

import askfirst
from askfirst.errors import NoSuchPart

ONE = {"askfirst": "1.0.0", "type": "Withdrawal"}
TWO = {"askfirst": "1.0.0", "type": "Consent"}

PLACES: dict[str, tuple[object, list[str]]] = {
    "alone": (ONE, [""]),
    "in a list": ([ONE, TWO], ["/0", "/1"]),
    "in upload metadata": ({"title": "x", "askfirst": ONE}, ["/askfirst"]),
    "deep in upload metadata": ({"a": [{"b": {"askfirst": ONE}}]}, ["/a/0/b/askfirst"]),
    "several in upload metadata": ({"askfirst": [ONE, TWO]}, ["/askfirst/0", "/askfirst/1"]),
    "a batch of uploads": ([{"askfirst": ONE}, {"id": "7"}], ["/0/askfirst"]),
    "under a name with a slash": ({"a/b~c": {"askfirst": ONE}}, ["/a~1b~0c/askfirst"]),
    "without a version": ({"type": "Consent", "id": "x"}, [""]),
    "with a misspelt version": ({"askFrist": "1.0.0"}, [""]),
    "broken beside a right one": ([ONE, {"id": "x"}], ["/0", "/1"]),
}


@pytest.mark.parametrize(("value", "pointers"), PLACES.values(), ids=PLACES)
def test_documents_are_found_in_order(value: object, pointers: list[str]) -> None:
    report = askfirst.check(json.dumps(value))

    assert [document.pointer for document in report.documents] == pointers


@pytest.mark.parametrize("value", [[], {}, {"type": "Polka"}, [{"title": "x"}], "text", [[]]])
def test_input_without_a_document_is_an_error(value: object) -> None:
    report = askfirst.check(json.dumps(value))

    assert [finding.code for finding in report.findings] == ["AF014"]
    assert not report.conforms


@pytest.mark.parametrize("held", [None, True, [None]])
def test_a_member_that_holds_no_document_is_an_error(held: object) -> None:
    report = askfirst.check(json.dumps({"title": "x", "askfirst": held}))

    assert "AF015" in [finding.code for finding in report.findings]


@pytest.mark.parametrize("name", ["askFirst", "ask_first", "askfrist", "ASKFIRST", "askfirs"])
def test_a_misspelt_member_with_a_document_is_not_passed_over(name: str) -> None:
    report = askfirst.check(json.dumps({"title": "x", name: ONE}))

    assert ("AF015", f"/{name}") in [(f.code, f.pointer) for f in report.findings]


@pytest.mark.parametrize(("pointer", "found"), [("/a/0", ["/a/0"]), ("/a", ["/a/0", "/a/1"])])
def test_a_pointer_leads_to_a_document_or_a_list_of_them(pointer: str, found: list[str]) -> None:
    report = askfirst.check(json.dumps({"a": [ONE, TWO]}), pointer=pointer)

    assert [document.pointer for document in report.documents] == found


@pytest.mark.parametrize("pointer", ["/b", "/a/7", "/a/-1", "/a/0/id/x", "a"])
def test_a_pointer_that_leads_nowhere_raises(pointer: str) -> None:
    with pytest.raises(NoSuchPart):
        askfirst.check(json.dumps({"a": [ONE]}), pointer=pointer)

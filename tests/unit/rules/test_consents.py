"""A Consent says by an explicit act what is given, for what, and where."""

import pytest

from askfirst.vocabulary import Condition, Method
from askfirst.vocabulary.territories import COUNTRIES
from tests.consistency.shipped import Json
from tests.unit.rules.looking import example, faults, places

AGREEMENT = {"url": "https://lab.example.com/agreements/17", "sha256": "0" * 64}


def expressed(method: Json) -> Json:
    return example("Consent", expression={"method": method})


def counting_in(*territories: Json) -> Json:
    return example("Consent", territories=list(territories))


@pytest.mark.parametrize("method", Method)
def test_exactly_the_explicit_methods_are_consent(method: Method) -> None:
    assert bool(places("AF501", expressed(method))) != method.explicit


@pytest.mark.parametrize("word", ["handshake", "", None, ["silence"]])
def test_what_is_no_method_is_left_to_the_schema(word: Json) -> None:
    assert places("AF501", expressed(word)) == []


def test_no_method_that_is_not_explicit_is_advised() -> None:
    advice = str(faults("AF501", expressed("silence"))[0].help)

    assert [method for method in Method if f"`{method}`" in advice] == [
        method for method in Method if method.explicit
    ]


@pytest.mark.parametrize("condition", Condition)
def test_only_compensation_needs_an_agreement(condition: Condition) -> None:
    expected = ["/conditions/0"] if condition is Condition.COMPENSATION else []

    assert places("AF502", example("Consent", conditions=[condition])) == expected
    assert places("AF502", example("Consent", conditions=[condition], agreement=AGREEMENT)) == []


def test_an_agreement_may_stand_without_the_condition() -> None:
    assert places("AF502", example("Consent", conditions=[], agreement=AGREEMENT)) == []


def test_every_country_is_a_territory() -> None:
    assert places("AF503", counting_in(*sorted(COUNTRIES))) == []


def test_worldwide_is_a_territory() -> None:
    assert places("AF503", counting_in("worldwide")) == []


@pytest.mark.parametrize("code", ["AA", "EU", "XK", "QM", "ZZ", "UK", "EL"])
def test_a_code_that_is_not_assigned_is_no_territory(code: str) -> None:
    found = places("AF503", counting_in("SE", code, "DK", code))

    assert found == ["/territories/1", "/territories/3"]


@pytest.mark.parametrize(("mistaken", "meant"), [("UK", "GB"), ("EL", "GR")])
def test_a_common_mistake_has_its_own_advice(mistaken: str, meant: str) -> None:
    assert faults("AF503", counting_in(mistaken))[0].help == f"write {meant}"


@pytest.mark.parametrize("code", ["EU", "XK", "AA"])
def test_no_advice_about_one_country_names_them_all(code: str) -> None:
    """A Consent is never made wider than what was written."""
    assert "worldwide" not in str(faults("AF503", counting_in(code))[0].help)


@pytest.mark.parametrize("word", ["se", "SWE", "Sweden", "", None, ["SE"]])
def test_what_has_not_the_form_of_a_code_is_left_to_the_schema(word: Json) -> None:
    assert places("AF503", counting_in(word)) == []

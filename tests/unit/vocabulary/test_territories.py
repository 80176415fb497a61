import pycountry

from askfirst.vocabulary.territories import COUNTRIES


def test_the_countries_are_those_of_iso_3166_1() -> None:
    assert {country.alpha_2 for country in pycountry.countries} == COUNTRIES


def test_there_are_249_countries() -> None:
    assert len(COUNTRIES) == 249

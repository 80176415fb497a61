"""Files are named after tracks and people, each differently, in names that file systems take."""

from hypothesis import given
from hypothesis import strategies as st

from askfirst.authoring.naming import slugs


def test_what_would_be_the_same_is_told_apart_by_its_id() -> None:
    first, second, third = slugs([("Intro", "1"), ("intro!", "2"), ("出発", "3")])

    assert first != second
    assert first.startswith("intro-")
    assert third == "出発"


@given(
    st.lists(st.tuples(st.text(max_size=200), st.text(max_size=9)), unique_by=lambda one: one[1])
)
def test_every_name_is_one_part_of_a_path(named: list[tuple[str, str]]) -> None:
    found = slugs(named)

    assert len(set(found)) == len(found)
    for slug in found:
        assert slug
        assert len(slug.encode()) <= 100
        assert not set(slug) & set('/\\:*?"<>| .\x00\n')

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.identifiers import mbid


@pytest.mark.parametrize(
    "code", ["770cc467-8dde-4d22-bc4c-a42f91e2c1b3", "b9ad642e-b012-41c7-b72a-42cf4911f9ff"]
)
def test_an_identifier_in_use_is_valid(code: str) -> None:
    assert mbid.validate(code) == code


def test_letter_case_makes_no_difference() -> None:
    assert (
        mbid.validate("770CC467-8dde-4D22-bc4c-a42f91e2c1b3")
        == "770cc467-8dde-4d22-bc4c-a42f91e2c1b3"
    )


@pytest.mark.parametrize(
    "text",
    [
        "not-a-uuid",
        "770cc4678dde4d22bc4ca42f91e2c1b3",
        "{770cc467-8dde-4d22-bc4c-a42f91e2c1b3}",
        "urn:uuid:770cc467-8dde-4d22-bc4c-a42f91e2c1b3",
        "770cc467 8dde 4d22 bc4c a42f91e2c1b3",
        "770cc46-78dde-4d22-bc4c-a42f91e2c1b3",
        "770cc467-8dde-4d22-bc4c-a42f91e2c1b",
        "770cc467-8dde-4d22-bc4c-a42f91e2c1b33",
        "g70cc467-8dde-4d22-bc4c-a42f91e2c1b3",
    ],
)
def test_another_shape_is_refused(text: str) -> None:
    assert not mbid.is_valid(text)


def test_the_printed_form_is_in_lower_case() -> None:
    assert (
        mbid.format("770CC467-8DDE-4D22-BC4C-A42F91E2C1B3")
        == "770cc467-8dde-4d22-bc4c-a42f91e2c1b3"
    )


class TestShape:
    """A MusicBrainz identifier MUST be a UUID written with its hyphens."""

    @given(uuid=st.uuids())
    def test_every_uuid_with_hyphens_is_valid(self, uuid: UUID) -> None:
        assert mbid.validate(str(uuid)) == str(uuid)

    @given(uuid=st.uuids())
    def test_the_printed_form_compacts_to_the_identifier(self, uuid: UUID) -> None:
        assert mbid.compact(mbid.format(str(uuid))) == str(uuid)

    @given(uuid=st.uuids())
    def test_validating_twice_changes_nothing(self, uuid: UUID) -> None:
        once = mbid.validate(str(uuid).upper())

        assert mbid.validate(once) == once == str(uuid)

    @given(uuid=st.uuids())
    def test_a_uuid_without_hyphens_is_refused(self, uuid: UUID) -> None:
        assert not mbid.is_valid(uuid.hex)

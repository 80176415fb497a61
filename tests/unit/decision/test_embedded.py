"""A document inside of other JSON is read as it is by itself."""

import pytest

from askfirst import check
from askfirst.decision.broken import pieces
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import ISRC, declaration, track

SOUND, BLURRED = track(isrc=ISRC), track(isrc=ISRC[:-1])


def isrcs(value: Json) -> list[str | None]:
    """Return the ISRC of each track that is told; None where it is not told."""
    (checked,) = check(value).documents
    assert not checked.conforms
    return [one.track.isrc if one.track else None for one in pieces(checked)]


@pytest.mark.parametrize("type_", ["Declaration", "Release"])
def test_the_same_tracks_are_told(type_: str) -> None:
    document = declaration(type=type_, track=BLURRED, tracks=[SOUND, BLURRED])
    told = {"Declaration": [None], "Release": [ISRC, None]}

    assert isrcs(document) == isrcs({"metadata": [{"askfirst": document}]}) == told[type_]

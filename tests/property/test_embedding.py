"""Whatever document is embedded into whatever file, the sound stays, and the document is there."""

import json
from io import BytesIO
from random import Random
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.audio import (
    Container,
    Embedded,
    NotEmbedded,
    Statement,
    UnreadableAudio,
    coded_audio,
    embed,
    embedded,
    holds,
)
from askfirst.authoring.embedding import found, statement
from askfirst.checking import check
from tests.consistency.shipped import Json
from tests.property.effort import MANY
from tests.property.recordings import damaged, plain, retagged
from tests.property.strategies import declarations, releases

CONTAINERS = st.sampled_from(Container)
#: Two holders can come out the same but for the order of their rights.
DOCUMENTS = (declarations() | releases()).filter(lambda one: check(one).conforms)
each_container = pytest.mark.parametrize("container", Container)
SAID = Statement('{"askfirst":"1.0.0"}', "AskFirst 1.0 declaration urn:a", "https://a.example/")


def written(data: bytes, said: Statement) -> BytesIO:
    target = BytesIO()
    embed(BytesIO(data), target, said)
    return target


def tried(data: bytes) -> Embedded | None:
    """Embed into anything, and read anything; None where one of both is refused."""
    try:
        return embedded(written(data, SAID))
    except (UnreadableAudio, NotEmbedded):
        return None


class TestEmbedding:
    """Embedding leaves the audio unchanged (coded packets compared), and extract(embed(d)) = d."""

    @given(CONTAINERS, DOCUMENTS)
    def test_a_document_comes_out_as_it_went_in(self, container: Container, document: Json) -> None:
        copy = written(plain(container), statement(document))

        assert coded_audio(copy) == coded_audio(BytesIO(plain(container)))
        assert [one.value for _, report in found(copy) for one in report.documents] == [document]

    @each_container
    @given(data=st.data())
    def test_whatever_tags_are_there_already(
        self, container: Container, data: st.DataObject
    ) -> None:
        file = data.draw(retagged(container))
        try:
            copy = written(file, SAID)
        except (UnreadableAudio, NotEmbedded):
            return

        assert coded_audio(copy) == coded_audio(BytesIO(file))
        assert {one.text for one in embedded(copy).declarations} == {SAID.declaration}
        assert holds(copy, SAID)
        assert written(copy.getvalue(), SAID).getvalue() == copy.getvalue()

    @given(CONTAINERS, DOCUMENTS, DOCUMENTS)
    def test_another_document_takes_its_place(
        self, container: Container, old: Json, new: Json
    ) -> None:
        first = written(plain(container), statement(old))
        copy = written(first.getvalue(), statement(new))

        assert [json.loads(one.text) for one in embedded(copy).declarations] == [new]
        assert (embedded(copy).copyright or "").count("AskFirst 1.0 declaration") == 1


class TestRefusals:
    """Any bytes in give a document, findings, or an error of AskFirst's own out, and never another
    failure, an endless run or unbounded memory.
    """

    @given(st.binary(max_size=300))
    def test_bytes_are_read_or_refused(self, data: bytes) -> None:
        tried(data)

    @MANY
    @given(st.integers(0, 2**32))
    def test_a_damaged_file_is_read_or_refused(self, seed: int) -> None:
        began = monotonic()
        tried(damaged(Random(seed)))  # noqa: S311 - damages, no secret
        assert monotonic() - began < 1

    @MANY
    @given(st.integers(0, 2**32), CONTAINERS)
    def test_damage_in_our_own_tags_is_read_or_refused(
        self, seed: int, container: Container
    ) -> None:
        data = bytearray(written(plain(container), SAID).getvalue())
        chance = Random(seed)  # noqa: S311 - as above
        for _ in range(chance.choice((1, 2, 4))):
            place = chance.choice((chance.randrange(len(data)), data.find(b"ASKFIRST")))
            place = max(0, place - chance.randrange(20))
            data[place : place + chance.randrange(3)] = chance.randbytes(chance.randrange(4))
        tried(bytes(data))

"""No signal widens anything, whatever is declared: the invariant about round trips."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import askfirst
from askfirst.model.declarations import Declaration
from askfirst.signals import Channel, Found, LossKind, Signal, editions, imported
from askfirst.signals.exporting import Export, export
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Status
from tests.consistency.shipped import Json
from tests.property.strategies import declarations

EDITIONS = [one for name in Name for one in editions(name)]
#: There are many signals, and each has the same few ways to go wrong.
FEW = settings(max_examples=min(40, settings().max_examples))
RESTRICTING = (Status.CONSENT_REQUIRED, Status.PROHIBITED)


def named(one: Signal) -> str:
    return f"{one.name} {one.version}"


def exported(document: Json, signal: Signal) -> Export:
    read = askfirst.read({name: value for name, value in document.items() if name != "proof"})
    assert isinstance(read, Declaration)
    return export(read, signal, "https://example.org/askfirst.json")[0]


@pytest.mark.parametrize("signal", EDITIONS, ids=named)
class TestRoundTrips:
    """No round trip through any foreign signal widens anything: what import(export(d)) permits, d
    permits.
    """

    @FEW
    @given(document=declarations())
    def test_an_export(self, signal: Signal, document: Json) -> None:
        one = exported(document, signal)
        found = [Found(c.channel, c.text, name=c.name) for c in one.carriers]
        readings = [reading for text in found for reading in signal.read(text)]
        again = imported(signal.combine(readings), signal.terms)
        for loss in one.losses:
            assert loss.declared is Status.PERMITTED or Status.PERMITTED not in (
                again[loss.use],
                loss.heard,
            )
            carried = loss.heard.strictness >= loss.declared.strictness
            assert carried or loss.declared not in RESTRICTING or loss.kind is LossKind.GAP


@pytest.mark.parametrize("signal", EDITIONS, ids=named)
@FEW
@given(text=st.text(), channel=st.sampled_from(Channel), name=st.text())
def test_any_text_can_be_read(signal: Signal, text: str, channel: Channel, name: str) -> None:
    for reading in signal.read(Found(channel, text, name=name)):
        permitted = imported(reading.said, signal.terms)
        assert not any(s is Status.PERMITTED for leaf, s in permitted.items() if leaf.floor)

"""PLUS: the narrowest value is written, and what is read never permits by mistake."""

import pytest

from askfirst.signals import Answer, Channel, Found, Reading, Wanted, answers, signal
from askfirst.signals.plus import VALUES
from askfirst.signals.xmp import properties
from askfirst.vocabulary import Status, Use, leaves

PLUS = signal("plus")
WORD = "http://ns.useplus.org/ldf/vocab/"
NAMESPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"'
)


def value_of(text: str) -> str:
    (found,) = [one for one in properties(text) if one.name == "DataMining"]
    return found.values[0].removeprefix(WORD)


def standing(
    *, permitted: tuple[Use, ...] = (), refused: tuple[Use, ...] = ()
) -> dict[Use, Status]:
    stated = {leaf: Status.PERMITTED for use in permitted for leaf in leaves(use)}
    stated |= {leaf: Status.PROHIBITED for use in refused for leaf in leaves(use)}
    return {leaf: stated.get(leaf, Status.UNSPECIFIED) for leaf in leaves(Use.ANY_AI_USE)}


def written(how: dict[Use, Status], **known: str) -> str | None:
    wanted = Wanted(how, "Song", ("Somebody",), **known)
    carriers = PLUS.write(wanted, answers(how, PLUS.terms))
    return value_of(carriers[0].text) if carriers else None


def read(text: str, channel: Channel = Channel.FILE) -> tuple[Reading, ...]:
    return PLUS.read(Found(channel, text))


def packet(inside: str) -> str:
    return (
        f'<rdf:RDF {NAMESPACES}><rdf:Description rdf:about="">{inside}</rdf:Description></rdf:RDF>'
    )


def mining(value: str) -> str:
    return f"<plus:DataMining>{value}</plus:DataMining>"


def codes(readings: tuple[Reading, ...]) -> list[str]:
    return [trouble.code for reading in readings for trouble in reading.troubles]


SEARCH = (Use.SEARCH_INDEXING,)
NARROWEST: list[tuple[dict[Use, Status], str | None]] = [
    (standing(), None),
    (standing(permitted=SEARCH), None),
    (standing(permitted=(Use.ANY_AI_USE,)), "DMI-ALLOWED"),
    (standing(refused=(Use.GENERATIVE_TRAINING,)), "DMI-PROHIBITED-GENAIMLTRAINING"),
    (standing(refused=(Use.RECOMMENDATION_TRAINING,)), "DMI-PROHIBITED-AIMLTRAINING"),
    (standing(refused=(Use.OTHER_DATA_MINING,)), "DMI-PROHIBITED"),
    (
        standing(refused=(Use.OTHER_DATA_MINING,), permitted=SEARCH),
        "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING",
    ),
    (standing(refused=SEARCH), "DMI-PROHIBITED"),
    (standing(refused=(Use.GENERATIVE_INPUT, Use.DATASET_DISTRIBUTION)), None),
]


@pytest.mark.parametrize(("how", "value"), NARROWEST)
def test_the_narrowest_value_is_written(how: dict[Use, Status], value: str | None) -> None:
    assert written(how) == value


def test_our_document_is_linked_only_where_something_is_refused() -> None:
    assert written(NARROWEST[2][0], document="https://example.org/d") == "DMI-ALLOWED"
    linked = written(NARROWEST[3][0], document="https://example.org/d", ask="mailto:a@example.org")
    assert linked == "DMI-PROHIBITED-SEELINKEDRIGHTSEXPR"


@pytest.mark.parametrize("value", VALUES)
def test_every_value_is_read_as_its_address(value: str) -> None:
    (reading,) = read(packet(mining(WORD + value)))
    assert reading.said == VALUES[value]
    assert codes((reading,)) == (["AF904"] if "-SEE" in value else [])


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("prefix", ["", "Iptc4xmpExt:", "https://ns.useplus.org/ldf/vocab/", "#"])
def test_a_value_that_is_no_address_refuses_as_much_and_allows_nothing(
    value: str, prefix: str
) -> None:
    (reading,) = read(packet(mining(prefix + value.lower())))
    refused = {name for name, answer in VALUES[value].items() if answer is Answer.REFUSED}
    assert reading.said == dict.fromkeys(refused, Answer.REFUSED)
    assert codes((reading,))[0] == "AF903"


@pytest.mark.parametrize("value", ["", "DMI-", "DMI-\u0410LLOWED", "yes", "x" * 10_000, "/:#"])
def test_a_value_that_is_none_says_nothing(value: str) -> None:
    (reading,) = read(packet(mining(value)))
    assert (reading.said, codes((reading,))) == ({}, ["AF903"])


def test_what_a_value_refers_to_has_to_be_there() -> None:
    constraint = "<plus:OtherConstraints><rdf:Alt>{}</rdf:Alt></plus:OtherConstraints>"
    value = mining(f"{WORD}DMI-PROHIBITED-SEECONSTRAINT")
    item = '<rdf:li xml:lang="x-default">Ask.</rdf:li>'
    assert codes(read(packet(value + constraint.format(item)))) == []
    assert codes(read(packet(value + constraint.format("")))) == ["AF904"]


@pytest.mark.parametrize("array", ["Alt", "Bag", "Seq"])
def test_several_values_in_an_array_allow_nothing(array: str) -> None:
    items = f"<rdf:li>{WORD}DMI-ALLOWED</rdf:li><rdf:li>{WORD}DMI-UNSPECIFIED</rdf:li>"
    inside = f"<plus:DataMining><rdf:{array}>{items}</rdf:{array}></plus:DataMining>"
    (reading,) = read(packet(inside))
    assert (reading.said, codes((reading,))) == ({}, ["AF904"])


@pytest.mark.parametrize("channel", [one for one in Channel if one != "file"])
def test_only_files_are_read(channel: Channel) -> None:
    assert read(packet(mining(f"{WORD}DMI-PROHIBITED")), channel) == ()


@pytest.mark.parametrize("text", ["", "DataMining", '{"DataMining": 1}', packet(""), "<a/>"])
def test_what_does_not_have_the_property_says_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "<DataMining/>",
        packet(mining(f"{WORD}DMI-ALLOWED")).replace("</rdf:RDF>", ""),
        packet(mining("&allowed;")),
        packet(mining(f"{WORD}DMI-ALLOWED")) + packet(mining(f"{WORD}DMI-ALLOWED")),
        packet(mining(f"{WORD}DMI-ALLOWED")).replace("xmlns:plus", "xmlns:p"),
    ],
)
def test_a_packet_that_is_broken_says_nothing(text: str) -> None:
    (reading,) = read(text)
    assert (reading.said, codes((reading,))) == ({}, ["AF901"])

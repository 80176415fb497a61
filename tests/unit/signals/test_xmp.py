"""XMP packets are read in every form that RDF has for a property, and written to be read."""

import pytest

from askfirst.signals.xml_tree import BrokenXml, escaped
from askfirst.signals.xmp import Property, packet, properties

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
MINE = "https://example.org/ns#"


def values(inside: str, attributes: str = "") -> list[Property]:
    text = (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}" xmlns:my="{MINE}">'
        f"<rdf:Description {attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    return [one for one in properties(text) if one.namespace == MINE]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<my:p> a &amp; b </my:p>", ("a & b",)),
        ("<my:p><![CDATA[<a>]]></my:p>", ("<a>",)),
        ("<my:p/>", ("",)),
        ('<my:p rdf:resource="https://example.org/"/>', ("https://example.org/",)),
        ("<my:p><rdf:Bag><rdf:li>a</rdf:li><rdf:li>b</rdf:li></rdf:Bag></my:p>", ("a", "b")),
        ('<my:p><rdf:Seq><rdf:li rdf:resource="a:b"/></rdf:Seq></my:p>', ("a:b",)),
        ("<my:p><rdf:Alt/></my:p>", ()),
        (
            '<my:p rdf:parseType="Resource"><rdf:value>a</rdf:value><my:q>b</my:q></my:p>',
            ("a",),
        ),
        ("<my:p><rdf:Description><my:q>b</my:q></rdf:Description></my:p>", ("",)),
    ],
)
def test_a_property_is_an_element(inside: str, expected: tuple[str, ...]) -> None:
    assert values(inside) == [Property(MINE, "p", expected, 1)]


def test_a_property_is_an_attribute() -> None:
    assert values("", 'my:p=" a "') == [Property(MINE, "p", ("a",), 1)]


def test_a_packet_is_read_back() -> None:
    text = packet({"my": MINE}, ["<my:a>1</my:a>", "<my:b>\n 2\n</my:b>"])
    found = properties(f"\0\n{text}\0")
    assert [(one.name, one.values) for one in found] == [
        ("about", ("",)),
        ("a", ("1",)),
        ("b", ("2",)),
    ]


@pytest.mark.parametrize("text", ["", "\0", "<a/>", '<?xpacket begin="" id="x"?>', "text"])
def test_what_is_no_packet_is_refused(text: str) -> None:
    with pytest.raises(BrokenXml):
        properties(text)


def test_what_a_stranger_writes_stays_a_text() -> None:
    stranger = "</my:p><my:p>&lt;'\"]]>\0\x1b\x85\ud800\uffff"
    text = packet({"my": MINE}, [f'<my:p my:q="{escaped(stranger)}">{escaped(stranger)}</my:p>'])
    assert [one.values for one in properties(text)][1:] == [("</my:p><my:p>&lt;'\"]]>",)]

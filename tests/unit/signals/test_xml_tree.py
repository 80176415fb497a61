"""XML of strangers is read without any of what attacks are made of."""

import pytest

from askfirst.signals.xml_tree import BrokenXml, tree

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "a billion laughs": f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>',
    "an external entity": '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
    "a parameter entity": '<!DOCTYPE a [<!ENTITY % e SYSTEM "http://127.0.0.1/">%e;]><a/>',
    "an external document type": '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>',
    "a harmless document type": "<!DOCTYPE a><a/>",
    "an entity nobody declared": "<a>&nbsp;</a>",
    "too deep": "<a>" * 101 + "</a>" * 101,
    "too many": f"<a>{'<b/>' * 20_000}</a>",
    "too long": f"<a>{' ' * 2**20}</a>",
    "a lone surrogate": "<a>\ud800</a>",
    "a control character": "<a>\0</a>",
    "a reference to one": "<a>&#0;</a>",
    "a prefix without a namespace": "<x:a/>",
    "an attribute twice": '<a b="1" b="2"/>',
    "two roots": "<a/><a/>",
    "no root": "<!-- a -->",
    "nothing": "",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_xml_is_refused(text: str) -> None:
    with pytest.raises(BrokenXml):
        tree(text)


def test_the_line_of_a_fault_is_told() -> None:
    with pytest.raises(BrokenXml) as broken:
        tree("<a>\n\n<b></a>")
    assert broken.value.line == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_text_is_a_text_whatever_it_says_of_its_encoding(encoding: str) -> None:
    assert (
        tree(f'\ufeff<?xml version="1.0" encoding="{encoding}"?><a>é\u4e2d</a>').text == "é\u4e2d"
    )


def test_what_is_at_the_limits_is_read() -> None:
    assert len(tree(f"<a>{'<b/>' * 19_999}</a>").children) == 19_999
    tree("<a>" * 100 + "</a>" * 100)


def test_text_in_many_pieces_is_joined_in_no_time() -> None:
    root = tree(f"<a>{'<b/>&amp;' * 19_999}</a>")
    assert root.text == "&" * 19_999


def test_names_carry_their_namespaces() -> None:
    root = tree('<a xmlns="u:1" xmlns:x="u:2" b="1" x:b="2"><x:c/>\n<c/></a>')
    assert (root.name, root.attributes) == ("u:1 a", {"b": "1", "u:2 b": "2"})
    assert [(one.name, one.line) for one in root.children] == [("u:2 c", 1), ("u:1 c", 2)]

"""The dictionaries of structured fields that preferences are written in (RFC 9651, section 4.2.2).

The sentences of the RFC are tried one by one on the library that reads them, so that a new version
of it cannot read a preference in another way unnoticed.
"""

from decimal import Decimal

import http_sf
import pytest
from http_sf import DisplayString, Token

from tests.consistency.shipped import Json


def _plain(member: Json) -> Json:
    """Return the value of a member, beside its parameters where it has some."""
    value, parameters = member
    value = [_plain(item) for item in value] if isinstance(value, list) else value
    return (value, parameters) if parameters else value


def _read(text: str) -> dict[str, Json]:
    members: Json = http_sf.parse(text.encode(), tltype="dictionary")
    return {key: _plain(member) for key, member in members.items()}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("", {}),
        ("   ", {}),
        ("a", {"a": True}),
        ("a=?0", {"a": False}),
        ("a=y", {"a": Token("y")}),
        (" a=1 , b=2 ", {"a": 1, "b": 2}),
        ("a=1\t,\t b=2", {"a": 1, "b": 2}),
        ("a=1,b=2", {"a": 1, "b": 2}),
        ("a=1, b, c=3", {"a": 1, "b": True, "c": 3}),
        ("a=1, b=2, a=3", {"a": 3, "b": 2}),
        ("a=1, a", {"a": True}),
        ("*=1, *a-1_.*=2", {"*": 1, "*a-1_.*": 2}),
        ("a;b=c", {"a": (True, {"b": Token("c")})}),
        ("a=y; b ; c=2", None),
        ("a=y; b;  c=2", {"a": (Token("y"), {"b": True, "c": 2})}),
        ("a=y;b=1;b=2", {"a": (Token("y"), {"b": 2})}),
        ("a=y;b=1, a=n", {"a": Token("n")}),
        ("a=()", {"a": []}),
        ("a=( x  y ), b=n", {"a": [Token("x"), Token("y")], "b": Token("n")}),
        ("a=(x;p);q", {"a": ([(Token("x"), {"p": True})], {"q": True})}),
        ("a=y/z:!#$%&'*+-.^_`|~", {"a": Token("y/z:!#$%&'*+-.^_`|~")}),
        ("a=*", {"a": Token("*")}),
        ("a=-15.250", {"a": Decimal("-15.25")}),
        ("a=999999999999999", {"a": 999999999999999}),
        ('a="y, \\"b\\" \\\\"', {"a": 'y, "b" \\'}),
        ("a=:YQ==:", {"a": b"a"}),
        ('a=%"%c3%bc"', {"a": DisplayString("\xfc")}),
        ("a=n,", None),
        ("a=n, ", None),
        (",a=n", None),
        ("a=n,,b=n", None),
        ("a=n b=n", None),
        ("a=n;", None),
        ("a =n", None),
        ("a= n", None),
        ("a=", None),
        ("=n", None),
        ("A=n", None),
        ("aB=n", None),
        ("1=n", None),
        ("-a=n", None),
        ("\ta=n", None),
        ("a=n\t", {"a": Token("n")}),
        ("a=n\n", None),
        ("a=\u0443", None),
        ("\u0430=n", None),
        ('a="', None),
        ('a="\\n"', None),
        ('a="\u0443"', None),
        ("a=(n", None),
        ("a=(n,m)", None),
        ("a=(n(m))", None),
        ("a=?2", None),
        ("a=1.", None),
        ("a=1.2345", None),
        ("a=1000000000000000", None),
        ("a=--1", None),
        ("a=:YQ", None),
        ('a=%"%C3%BC"', None),
        ("a=@1.5", None),
    ],
)
def test_a_dictionary_is_read_as_the_rfc_says(text: str, members: dict[str, Json] | None) -> None:
    if members is None:
        with pytest.raises(http_sf.StructuredFieldError):
            _read(text)
        return
    found = _read(text)

    assert found == members
    assert [type(one) for one in found.values()] == [type(one) for one in members.values()]

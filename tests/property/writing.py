"""Write a document in many ways that say the same."""

import json
from random import Random

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.consistency.shipped import Json

__all__ = ["json_texts", "shuffled", "yaml_texts"]


@st.composite
def json_texts(draw: DrawFn, value: Json) -> str:
    """Return JSON text, indented or not, with characters escaped or not."""
    indent = draw(st.sampled_from([None, 0, 1, 4, "\t"]))
    separators = draw(st.sampled_from([None, (",", ":"), (" ,\r\n", "\t: ")]))
    ascii_only = draw(st.booleans())
    return json.dumps(value, indent=indent, separators=separators, ensure_ascii=ascii_only)


@st.composite
def yaml_texts(draw: DrawFn, value: Json) -> str:
    """Return YAML text with every text in quotes, in flow or block style."""
    return yaml.dump(
        value,
        Dumper=draw(st.sampled_from([_Double, _Single])),
        default_flow_style=draw(st.sampled_from([True, False, None])),
        indent=draw(st.integers(2, 9)),
        width=10_000,  # where PyYAML folds a text in double quotes it can add a backslash
        allow_unicode=draw(st.booleans()),
        line_break=draw(st.sampled_from(["\n", "\r", "\r\n"])),
        explicit_start=draw(st.booleans()),
        sort_keys=False,
    )


class _Double(yaml.SafeDumper):
    """Write every text in double quotes."""

    quotes = '"'

    def ignore_aliases(self, _data: object) -> bool:
        return True


class _Single(_Double):
    """Write every text in single quotes, as far as that is possible."""

    quotes = "'"


def _quoted(dumper: _Double, text: str) -> yaml.ScalarNode:
    """Return a text in quotes; what ends a line in YAML 1.1 alone is escaped, in double ones."""
    quotes = '"' if {"\x85", "\u2028", "\u2029"}.intersection(text) else dumper.quotes
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=quotes)


_Double.add_representer(str, _quoted)


def shuffled(value: Json, random: Random) -> Json:
    """Return the value with its members and its list entries in another order, at every depth."""
    if isinstance(value, dict):
        names = random.sample(list(value), len(value))
        return {name: shuffled(value[name], random) for name in names}
    if isinstance(value, list):
        return [shuffled(entry, random) for entry in random.sample(value, len(value))]
    return value

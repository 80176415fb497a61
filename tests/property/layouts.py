"""Lay YAML out in many ways, with comments and blank lines wherever they may be."""

from random import Random
from typing import Any, TypeAlias

import yaml
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from askfirst.editing import Unreadable, read
from askfirst.reading import Syntax, plain
from tests.consistency.shipped import Json

__all__ = ["ON_A_LINE", "randoms", "yaml_texts"]

randoms = st.integers(0, 2**32).map(Random)
Texts: TypeAlias = tuple[str | None, ...]
#: Texts that stand on one line, where no comment can be among them.
ON_A_LINE: Texts = ('"', "'", None)


class Style(yaml.SafeDumper):
    """Write each value in a style of its own."""

    random: Random
    texts: Texts = ('"', "'", None, "|", ">", '"')
    flow = 0.3
    indentless = False

    def ignore_aliases(self, _data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT002
        super().increase_indent(flow, indentless and self.indentless)

    def text(self, text: str) -> yaml.ScalarNode:
        style = self.random.choice(self.texts)
        plain_text = style is None and text.isalpha() and (len(text) > 5 or text in "ab")
        if not plain_text and (style is None or not text.replace("\n", "").isprintable()):
            style = '"'
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def whole(self, value: Any) -> yaml.Node:  # noqa: ANN401 - an object or a list
        flow = self.random.random() < self.flow
        if isinstance(value, dict):
            return self.represent_mapping("tag:yaml.org,2002:map", value, flow_style=flow)
        return self.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flow)


Style.add_representer(str, Style.text)
Style.add_representer(dict, Style.whole)
Style.add_representer(list, Style.whole)


@st.composite
def yaml_texts(draw: DrawFn, /, value: Json, texts: Texts = Style.texts, wide: int = 20) -> str:
    """Return YAML in a mixture of styles, with comments and blank lines wherever they may be."""
    random = draw(randoms)
    flow, indentless = random.choice([0, 0, 0.3, 1]), random.random() < 0.5
    members = {"random": random, "texts": texts, "flow": flow, "indentless": indentless}
    written = yaml.dump(
        value,
        Dumper=type("Drawn", (Style,), members),
        indent=random.choice([2, 2, 4, 7]),
        width=random.choice([wide, 10_000]),
        allow_unicode=True,
        line_break=random.choice(["\n", "\n", "\r\n", "\r"]),
        explicit_start=random.random() < 0.3,
        sort_keys=False,
    )
    assume(says(written, value))  # where PyYAML folds a text it can add a backslash
    text = strewn(random, written, value)
    return (
        text.rstrip("\r\n") if random.random() < 0.2 and says(text.rstrip("\r\n"), value) else text
    )


def strewn(random: Random, text: str, value: Json) -> str:
    """Return a text with comments and blank lines that change nothing it says."""
    end = next((end for end in ("\r\n", "\r") if end in text), "\n")
    lines = text.split(end)
    for comment in range(random.randrange(6)):
        at, more = random.randrange(len(lines)), list(lines)
        indent = random.choice([0, 2, 4, len(lines[at]) - len(lines[at].lstrip(" "))])
        new = random.choice(["", " " * indent + f"#~{comment}", " " * indent + f"#~{comment}"])
        if random.random() < 0.6:
            more.insert(at, new)
        else:
            more[at] += f" #~{comment}"
        lines = more if says(end.join(more), value) else lines
    return end.join(lines)


def says(text: str, value: Json) -> bool:
    try:
        return bool(plain(read(text, Syntax.YAML).root) == value)
    except Unreadable:
        return False

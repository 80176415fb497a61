"""The findings stand where PyYAML's parser in Python, which we do not read with, sees the nodes.

It does not apply where a text is no YAML or no UTF-8, holds several documents or an alias of
nothing; nor to findings about the text, whose pointer is that of the document around their place.
"""

from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.acceptance import listing
from tests.acceptance.listing import FAILING, PASSING, Entry

ABOUT_THE_TEXT = {"AF001", "AF002", "AF003", "AF008", "AF009", "AF010", "AF011"}
#: About the name that the pointer ends with; of a repeated one, about each but the first.
AT_NAMES = {"AF103", "AF308", "AF504"}
REPEATED = "AF004"
#: About a member that is misspelt, or about what a member holds.
AT_EITHER = "AF015"
#: About a name that is none, in the object that the pointer leads to.
NO_NAMES = {"AF005", "AF006", "AF007", "AF012"}


@cache
def composed(file: Path) -> yaml.Node | None:
    """Return the nodes of a file, JSON being YAML; None where there are none to compare with."""
    try:
        return yaml.compose(file.read_text(encoding="utf-8"), yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return None


def applies(file: Path) -> bool:
    return composed(file) is not None and bool(compared(file))


def compared(file: Path) -> list[Entry]:
    entries = listing.listed(file.parent).get(file.name, [])
    return [entry for entry in entries if entry.code not in ABOUT_THE_TEXT]


def names(node: yaml.Node, token: str) -> list[tuple[yaml.Node, yaml.Node]]:
    """Return the members of that name, each as its name and its value."""
    members = node.value if isinstance(node, yaml.MappingNode) else []
    return [(name, value) for name, value in members if name.value == token]


def steps(root: yaml.Node, pointer: str) -> tuple[list[yaml.Node], yaml.Node]:
    """Return the names of the last member on the way to a value, and the value."""
    last: list[yaml.Node] = []
    node = root
    for token in (t.replace("~1", "/").replace("~0", "~") for t in pointer.split("/")[1:]):
        if isinstance(node, yaml.SequenceNode):
            last, node = [], node.value[int(token)]
        else:
            members = names(node, token)
            last, node = [name for name, _ in members], members[0][1]
    return last, node


def marked(root: yaml.Node, entry: Entry) -> list[yaml.Node]:
    """Return the nodes that a finding may stand at."""
    last, node = steps(root, entry.pointer)
    if entry.code == REPEATED:
        return last[1:]
    if entry.code == AT_EITHER:
        return [*last, node]
    if entry.code in NO_NAMES and isinstance(node, yaml.MappingNode):
        return [name for name, _ in node.value]
    return last[:1] if entry.code in AT_NAMES else [node]


def places(root: yaml.Node, entry: Entry) -> set[tuple[int, int]]:
    return {(n.start_mark.line + 1, n.start_mark.column + 1) for n in marked(root, entry)}


@pytest.mark.parametrize(
    "file",
    [file for file in listing.documents(PASSING, FAILING) if applies(file)],
    ids=listing.name,
)
def test_a_finding_stands_where_the_node_does(file: Path) -> None:
    root = composed(file)
    assert root is not None
    misplaced = [e for e in compared(file) if (e.line, e.column) not in places(root, e)]
    assert misplaced == []


def test_most_examples_are_compared() -> None:
    files = listing.documents(FAILING)
    assert len([file for file in files if applies(file)]) > len(files) * 0.8

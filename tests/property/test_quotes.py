"""Every class of property tests quotes the sentence of the specification that it is about."""

import ast
from pathlib import Path

import pytest

from tests.consistency.shipped import specification

CLASSES = [
    pytest.param(ast.get_docstring(node), id=node.name)
    for file in sorted(Path(__file__).parent.glob("test_*.py"))
    for node in ast.walk(ast.parse(file.read_bytes()))
    if isinstance(node, ast.ClassDef)
]


def test_there_are_classes() -> None:
    assert len(CLASSES) > 1


@pytest.mark.parametrize("quoted", CLASSES)
def test_the_docstring_of_a_class_stands_in_the_specification(quoted: str | None) -> None:
    assert quoted
    assert " ".join(quoted.split()) in specification()

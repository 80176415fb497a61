"""Read bytes strictly, into documents whose every part knows its position."""

from askfirst.reading.finding import Found, beyond_limits, find, is_meant
from askfirst.reading.problems import Problem
from askfirst.reading.source import (
    Source,
    Syntax,
    guessed_syntax,
    read_bytes,
    read_value,
    syntax_of,
)
from askfirst.reading.text import Text
from askfirst.reading.tree import Mapping, Node, Scalar, Sequence, escape, locate, plain, walk

__all__ = [
    "Found",
    "Mapping",
    "Node",
    "Problem",
    "Scalar",
    "Sequence",
    "Source",
    "Syntax",
    "Text",
    "beyond_limits",
    "escape",
    "find",
    "guessed_syntax",
    "is_meant",
    "locate",
    "plain",
    "read_bytes",
    "read_value",
    "syntax_of",
    "walk",
]

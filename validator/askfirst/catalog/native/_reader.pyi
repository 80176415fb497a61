from typing import Any

from askfirst.catalog.native.automata import Automaton
from askfirst.catalog.native.nodes import Node

class Form:
    def __init__(self, nodes: tuple[Node, ...], automata: tuple[Automaton, ...], /) -> None: ...
    def read(self, data: bytes, /) -> dict[str, Any] | None: ...

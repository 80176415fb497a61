"""Make the mutants of a module with mutmut: all of them in one text, switched when it runs."""

import ast
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from mutmut.mutation.file_mutation import mutate_file_contents

__all__ = ["Mutant", "mutated"]

_MEMORIES = ("cache", "lru_cache")
_THEIRS, _OURS = "mutmut.mutation.trampoline import wrap_in_trampoline", "import switched"
_MARK, _ORIGINAL = "__mutmut_", "orig"


class Mutant(NamedTuple):
    """One change in one function; its name is mutmut's and good for one run only."""

    module: str
    function: str
    name: str
    before: str
    after: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What stays the same when lines move: the function, and the changed lines."""
        return f"{self.module}.{self.function}", self.before, self.after


def mutated(module: str, path: Path) -> tuple[str, list[Mutant]]:
    """Return the text of a module that holds all its mutants, and the mutants."""
    made = mutate_file_contents(str(path), _undecorated(path.read_text(encoding="utf-8"))).code
    code = made.replace(_THEIRS, f"{__package__}.switch {_OURS}")
    return code, list(_mutants(module, code))


def _undecorated(text: str) -> str:
    """Return a module in which decorators are calls after the function.

    mutmut leaves decorated functions alone. What only remembers results is left out: a result
    remembered from before a change would hide it.
    """
    lines = text.splitlines(keepends=True)
    functions = [one for one in ast.walk(ast.parse(text)) if isinstance(one, ast.FunctionDef)]
    decorated = [one for one in functions if one.decorator_list]
    for one in sorted(decorated, key=lambda one: one.lineno, reverse=True):
        around = [ast.unparse(decorator) for decorator in reversed(one.decorator_list)]
        kept = [said for said in around if said.partition("(")[0] not in _MEMORIES]
        indent = " " * one.col_offset
        calls = [f"{indent}{one.name} = {said}({one.name})\n" for said in kept]
        lines[one.end_lineno : one.end_lineno] = calls
        del lines[one.decorator_list[0].lineno - 1 : one.lineno - 1]
    return "".join(lines)


def _mutants(module: str, code: str) -> Iterator[Mutant]:
    found = dict(_functions(code))
    for name, lines in found.items():
        mangled, _, number = name.partition(_MARK)
        if number != _ORIGINAL:
            function = mangled[len("x_") :].replace("ǁ", ".")
            before = found[f"{mangled}{_MARK}{_ORIGINAL}"]
            yield Mutant(module, function, name, *_change(before, lines))


def _functions(code: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the functions that mutmut made, each with its lines, in which all have one name."""
    lines = code.splitlines()
    for one in ast.walk(ast.parse(code)):
        if isinstance(one, ast.FunctionDef) and _MARK in one.name:
            text = "\n".join(lines[one.lineno - 1 : one.end_lineno])
            plain = text.replace(one.name, one.name.partition(_MARK)[0], 1)
            yield one.name, [line.strip() for line in plain.splitlines()]


def _change(before: list[str], after: list[str]) -> tuple[str, str]:
    """Return the lines that differ."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    differing = [block for block in blocks if block[0] != "equal"]
    return (
        "\n".join(line for _, i, j, _, _ in differing for line in before[i:j]),
        "\n".join(line for _, _, _, i, j in differing for line in after[i:j]),
    )

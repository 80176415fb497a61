"""Write the completion for fish."""

from collections.abc import Iterable, Iterator

from askfirst.cli.completions.line import Command, Option
from askfirst.cli.completions.values import Kind, Values, Word

__all__ = ["written"]

_HEAD = """\
# Completion of askfirst for fish, written by `askfirst completion fish`.
function __askfirst_at --description 'Tell whether the line names this command so far'
    set -l command
    set -l words (commandline -opc)
    set -e words[1]
    for word in $words
        switch "$command $word"
{cases}
        end
    end
    test "$command" = "$argv"
end

complete -c askfirst -f
"""
_WORDS = """
function {name}
    printf '%s\\t%s\\n' \\
{words}
end
"""


def written(root: Command) -> str:
    """Return the script for fish."""
    every = list(root.within())
    takes = [one.takes for each in every for one in each.options if one.takes and one.takes.words]
    offered = dict.fromkeys((*takes, *(one.argument for one in every if one.argument.words)))
    numbers = {values: f"__askfirst_words_{n}" for n, values in enumerate(offered)}
    cases = (f"            {line}" for one in every if one.commands for line in _noticed(one))
    return "".join(
        [
            _HEAD.format(cases="\n".join(cases)),
            *(_offer(name, values.words) for values, name in numbers.items()),
            *(f"\n{line}" for command in every for line in _completed(command, numbers)),
            "\n",
        ]
    )


def _noticed(group: Command) -> Iterator[str]:
    """Yield what notices the commands of a group on the line."""
    yield f"case {' '.join(_quoted(f'{group.name} {one.last}') for one in group.commands)}"
    yield f'    set command "{group.name} $word"' if group.name else "    set command $word"


def _offer(name: str, words: Iterable[Word]) -> str:
    lines = (f"        {_quoted(word.text)} {_quoted(word.says)}" for word in words)
    return _WORDS.format(name=name, words=" \\\n".join(lines))


def _completed(command: Command, numbers: dict[Values, str]) -> Iterator[str]:
    """Yield what completes a command: those under it, its options and its argument."""
    start = f"complete -c askfirst -n {_quoted(f'__askfirst_at {command.name}'.strip())}"
    for one in command.commands:
        yield f"{start} -a {one.last} -d {_quoted(one.says)}"
    for option in command.options:
        yield f"{start}{_names(option)} -d {_quoted(option.says)}{_takes(option.takes, numbers)}"
    if command.argument.words:
        yield f"{start} -a '({numbers[command.argument]})'"
    elif command.argument.kind is not Kind.TEXT:
        yield f"{start} -F"


def _names(option: Option) -> str:
    return "".join(
        f" -l {name[2:]}" if name.startswith("--") else f" -s {name[1:]}" for name in option.names
    )


def _takes(takes: Values | None, numbers: dict[Values, str]) -> str:
    if takes is None:
        return ""
    if takes.words:
        return f" -x -a '({numbers[takes]})'"
    return {
        Kind.FILES: " -r -F",
        Kind.FOLDERS: " -x -a '(__fish_complete_directories)'",
    }.get(takes.kind, " -x")


def _quoted(text: str) -> str:
    """Return a text between single quotes, where fish reads two escapes."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"

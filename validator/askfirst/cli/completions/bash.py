"""Write the completion for bash (also the old one of macOS)."""

from collections.abc import Iterable, Iterator
from shlex import quote

from askfirst.cli.completions.line import Command
from askfirst.cli.completions.values import Kind, Values, Word

__all__ = ["written"]

_SCRIPT = """\
# Completion of askfirst for bash, written by `askfirst completion bash`.
_askfirst() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}}
    local command="" words="" kind=words index
    # bash takes --option=value apart
    if [[ $current == "=" ]]; then
        current=""
    elif [[ $previous == "=" ]]; then
        previous=${{COMP_WORDS[COMP_CWORD - 2]}}
    fi
    for ((index = 1; index < COMP_CWORD; index++)); do
        case "$command ${{COMP_WORDS[index]}}" in
{commands}
        esac
    done
    case "$command $previous" in
{values}
        *)
            case "$command $current" in
{options}
{arguments}
            esac
            ;;
    esac
    COMPREPLY=()
    case $kind in
        files) return ;;
        folders) compopt +o default -o dirnames 2>/dev/null ;;
        words)
            compopt +o default 2>/dev/null
            COMPREPLY=($(compgen -W "$words" -- "$current"))
            ;;
    esac
}}
complete -o default -F _askfirst askfirst
"""


def written(root: Command) -> str:
    """Return the script for bash."""
    every = list(root.within())
    return _SCRIPT.format(
        commands=_lines(12, (_named(one) for one in every if one.commands)),
        values=_lines(8, _takes(every)),
        options=_lines(16, (_case([f"{one.name} -*"], _options(one)) for one in every)),
        arguments=_lines(16, (_case([f"{one.name} *"], _arguments(one)) for one in every)),
    )


def _lines(indent: int, lines: Iterable[str]) -> str:
    return "\n".join(" " * indent + line for line in lines)


def _named(group: Command) -> str:
    """Return what notices the commands of a group on the line."""
    patterns = " | ".join(quote(f"{group.name} {one.last}") for one in group.commands)
    start = f"{group.name} " if group.name else ""
    return f'{patterns}) command="{start}${{COMP_WORDS[index]}}" ;;'


def _takes(every: Iterable[Command]) -> Iterator[str]:
    """Yield what offers values, once for all options that take the same."""
    after: dict[Values, list[str]] = {}
    for command in every:
        for option in command.options:
            if option.takes is not None:
                named = (f"{command.name} {name}" for name in option.names)
                after.setdefault(option.takes, []).extend(named)
    return (_case(patterns, takes) for takes, patterns in after.items())


def _options(command: Command) -> Values:
    return Values(Kind.WORDS, tuple(Word(name) for one in command.options for name in one.names))


def _arguments(command: Command) -> Values:
    if command.commands:
        return Values(Kind.WORDS, tuple(Word(one.last) for one in command.commands))
    return command.argument


def _case(patterns: Iterable[str], takes: Values) -> str:
    """Return a case; a star at the end of a pattern stands for anything."""
    shown = (quote(one.removesuffix("*")) + "*" * one.endswith("*") for one in patterns)
    words = " ".join(word.text for word in takes.words)
    # free text is words of which there are none
    kind = Kind.WORDS if takes.kind is Kind.TEXT else takes.kind
    return f"{' | '.join(shown)}) kind={kind} words={quote(words)} ;;"

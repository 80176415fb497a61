"""Write the completion for zsh."""

from collections.abc import Iterable, Iterator
from shlex import quote

from askfirst.cli.completions.line import Command, Option
from askfirst.cli.completions.values import Kind, Values, Word

__all__ = ["written"]

_ON_THE_DISK = {Kind.FILES: "_files", Kind.FOLDERS: "_directories"}
_HEAD = """\
#compdef askfirst
# Completion of askfirst for zsh, written by `askfirst completion zsh`.
"""
#: Works where zsh finds the file by its name, and where it is read with eval or source.
_FOOT = """
if [[ ${funcstack[1]} == _askfirst ]]; then
    _askfirst "$@"
else
    compdef _askfirst askfirst
fi
"""
_WORDS = """
{name}() {{
    local -a words=(
{words}
    )
    _describe -t {tag} {tag} words
}}
"""
_COMMAND = """
{name}() {{
    _arguments -S \\
{specs}
}}
"""
_GROUP = """
{name}() {{
    local curcontext=$curcontext state line
    local -A opt_args
    _arguments -S -C \\
{specs} \\
        '1:command:{name}_commands' \\
        '*:::argument:->argument' && return
    [[ $state == argument ]] || return
    words=("$line[1]" "${{words[@]}}")
    (( CURRENT += 1 ))
    case $line[1] in
{cases}
    esac
}}
"""


def written(root: Command) -> str:
    """Return the script for zsh."""
    every = list(root.within())
    numbers = {takes: f"_askfirst_words_{n}" for n, takes in enumerate(_words(every))}
    offers = (_offer(name, "values", takes.words) for takes, name in numbers.items())
    parts = (_function(command, numbers) for command in every)
    return "".join([_HEAD, *offers, *parts, _FOOT])


def _words(every: Iterable[Command]) -> Iterator[Values]:
    """Yield each list of words that something takes, once."""
    takes = (one for each in every for one in (*_taken(each), each.argument) if one.words)
    yield from dict.fromkeys(takes)


def _taken(command: Command) -> Iterator[Values]:
    return (option.takes for option in command.options if option.takes)


def _offer(name: str, tag: str, words: Iterable[Word]) -> str:
    lines = (quote(f"{word.text}:{word.says}" if word.says else word.text) for word in words)
    return _WORDS.format(name=name, tag=tag, words="\n".join(f"        {line}" for line in lines))


def _function(command: Command, numbers: dict[Values, str]) -> str:
    name = _name(command)
    specs = [spec for option in command.options for spec in _specs(option, numbers)]
    if not command.commands:
        specs.append(quote(f"*:argument:{_action(command.argument, numbers)}"))
    joined = " \\\n".join(f"        {spec}" for spec in specs)
    if not command.commands:
        return _COMMAND.format(name=name, specs=joined)
    cases = (f"        {one.last}) {_name(one)} ;;" for one in command.commands)
    words = (Word(one.last, one.says) for one in command.commands)
    return _offer(f"{name}_commands", "commands", words) + _GROUP.format(
        name=name, specs=joined, cases="\n".join(cases)
    )


def _name(command: Command) -> str:
    return "_".join(["_askfirst", *command.name.split()])


def _specs(option: Option, numbers: dict[Values, str]) -> Iterator[str]:
    """Yield an option as `_arguments` wants it, once for each of its names."""
    others = "*" if option.repeatable else f"({' '.join(option.names)})"
    says = "".join(f"\\{one}" if one in "\\[]:" else one for one in option.says)
    for name in option.names:
        if option.takes is None:
            yield quote(f"{others}{name}[{says}]")
        else:
            end = "=" if name.startswith("--") else "+"
            yield quote(f"{others}{name}{end}[{says}]:value:{_action(option.takes, numbers)}")


def _action(takes: Values, numbers: dict[Values, str]) -> str:
    return numbers.get(takes) or _ON_THE_DISK.get(takes.kind, "")

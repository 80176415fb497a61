"""Press keys in a real shell, with the completion that we print for it."""

import os
import pty
import re
import select
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["bash", "fish", "zsh"]

_READY = "READY>"
_KILL_LINE = "\x15"
_PATIENCE = 30
_PLAIN = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r|\x07")
_BASH = """\
source {script}
PS1='{ready} '
bind 'set show-all-if-ambiguous on' 2>/dev/null
bind 'set completion-query-items 2000'
bind 'set page-completions off'
bind 'set enable-bracketed-paste off'
"""
#: zsh tells nobody what it offers, so that what is added is written down on the way.
_ZSH = """\
autoload -Uz compinit && compinit -D -u
source {script}
compadd() {{
    if [[ -z ${{argv[(r)-[OAD]]}} ]]; then
        local -a found
        builtin compadd -A found "$@"
        print -rl -- $found >> {found}
    fi
    builtin compadd "$@"
}}
zstyle ':completion:*' list-prompt ''
setopt no_beep
PROMPT='{ready} '
"""


def bash(line: str, script: Path, folder: Path) -> set[str]:
    """Return the words that bash shows, or the one that it completes."""
    rules = folder / ".bash_rules"
    rules.write_text(_BASH.format(script=script, ready=_READY), encoding="utf-8")
    with _typed(["bash", "--noprofile", "--rcfile", str(rules), "-i"], folder, line) as shown:
        filled, _, listed = shown.partition("\n")
        words = set(listed.partition(_READY)[0].split())
        return words or {line.rpartition(" ")[2] + filled.strip()}


def zsh(line: str, script: Path, folder: Path) -> set[str]:
    """Return the words that zsh offers at the end of a line."""
    found = folder / ".zsh_found"
    found.write_bytes(b"")
    rules = _ZSH.format(script=script, found=found, ready=_READY)
    (folder / ".zshrc").write_text(rules, encoding="utf-8")
    with _typed(["zsh", "-i"], folder, line):
        return set(found.read_text(encoding="utf-8").split("\n")) - {""}


def fish(line: str, script: Path, folder: Path) -> dict[str, str]:
    """Return the words that fish offers at the end of a line, with what it says of them."""
    program = 'source $argv[1]; complete -C "$argv[2]"'
    environment = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    run = subprocess.run(
        ["fish", "--no-config", "-c", program, str(script), line],  # noqa: S607 - as installed
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
    )
    pairs = (line.partition("\t") for line in run.stdout.splitlines())
    return {word: says for word, _, says in pairs}


@contextmanager
def _typed(command: list[str], folder: Path, line: str) -> Iterator[str]:
    """Type a line and a tab into a shell, and yield what it shows behind the line."""
    child, screen = pty.fork()
    if child == 0:
        os.chdir(folder)
        own = {"TERM": "xterm", "COLUMNS": "200", "ZDOTDIR": str(folder), "HOME": str(folder)}
        os.execvpe(command[0], command, {**os.environ, **own, "INPUTRC": "/dev/null"})  # noqa: S606
    _until(screen, _READY)
    os.write(screen, f"{line}\t".encode())
    # whatever is completed has been shown by the time the next command prints
    os.write(screen, f"{_KILL_LINE}echo DO''NE\n".encode())
    shown = _until(screen, "\nDONE")
    os.write(screen, b"exit\n")
    try:
        yield shown.partition(line)[2].partition("echo DO")[0]
    finally:
        os.close(screen)
        os.waitpid(child, 0)


def _until(screen: int, mark: str) -> str:
    shown = ""
    while mark not in shown:
        if not select.select([screen], [], [], _PATIENCE)[0]:
            raise TimeoutError(shown)
        shown = _PLAIN.sub("", shown + os.read(screen, 65536).decode(errors="replace"))
    return shown

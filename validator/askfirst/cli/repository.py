"""Name files as their repository does, wherever in it the command runs."""

import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

__all__ = ["from_root", "placer"]

_STDIN = "-"


def placer() -> Callable[[str], str]:
    """Return what makes a path one from the root of the repository, with `/` between its parts.

    Without a repository the root is the folder here; what stands outside of the root gets an
    absolute path.
    """
    here = Path.cwd()
    root = next((one for one in (here, *here.parents) if (one / ".git").exists()), here)
    return lambda path: path if path == _STDIN else from_root(str(root), path)


def from_root(root: str, path: str, system: ModuleType = os.path) -> str:
    """Return a path of the operating system as one from a root, or else as an absolute one."""
    absolute: str = system.abspath(path)
    try:
        found: str = system.relpath(absolute, root)
    except ValueError:  # on another drive
        found = absolute
    inside = found.split(system.sep)[0] != system.pardir
    return (found if inside else absolute).replace(system.sep, "/")

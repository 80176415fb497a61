"""Take options that were not given from `[tool.askfirst]` of the project's pyproject.toml."""

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from askfirst.configuration import Settings
    from askfirst.configuration.settings import Setting

    _Project: TypeAlias = Callable[[], tuple[Path, Settings] | None]

__all__ = ["TAKEN", "Defaults"]

_NAME = "pyproject.toml"
#: Which commands take what is set under a key; no key changes what conforms (spec 7).
TAKEN: Mapping[str, tuple[str, ...]] = {
    "trust": ("ask", "consent", "decide", "verify"),
    "format": ("check", "decide", "diff", "scan"),
    "select": ("check",),
    "ignore": ("check",),
    "baseline": ("check",),
}
#: What names a file; it is found from the folder of the pyproject.toml.
_FILES = frozenset({"trust", "baseline"})
#: What names codes of notes and warnings.
_CODES = frozenset({"select", "ignore"})


class _Default:
    """What an option is when it is not given; it is looked up only then, so that help always works.

    Typer calls a default that can be called, and shows what is built in as text.
    """

    def __init__(self, key: str, option: Any, project: "_Project") -> None:  # noqa: ANN401 - typer's
        self.key = key
        self.option = option
        self.project = project

    def __call__(self) -> "Setting | None":
        found = self.project()
        value = found[1].values.get(self.key) if found else None
        if not found or value is None:
            built_in: Setting | None = self.option.default  # typer takes what this returns
            return built_in
        path, settings = found
        refused = self._refused(value)
        if refused:
            raise _placed(path, settings.fault(self.key, refused))
        named = self.key in _FILES and isinstance(value, str)
        return os.path.relpath(path.parent / str(value)) if named else value

    def _refused(self, value: "Setting") -> str | None:
        """Return why the command would refuse a value, if it would."""
        from askfirst.reporting.silencing import NotSelectable, Selection

        choices = tuple(map(str, getattr(self.option.type, "choices", ())))
        if choices and value not in choices:
            return f"`{value}` is none of {', '.join(choices)}"
        try:
            Selection.of(value if self.key in _CODES else (), ())
        except NotSelectable as error:
            return str(error)
        return None

    def __str__(self) -> str:
        return "" if self.option.default is None else str(self.option.default)


class Defaults(Mapping[str, dict[str, Any]]):
    """The defaults of the commands' options, as `default_map` of a context takes them."""

    def __init__(self, commands: Mapping[str, Any]) -> None:
        self._commands = commands
        self._project = cache(_project)

    def __getitem__(self, name: str) -> dict[str, Any]:
        return dict(_options(name, self._commands[name], self._project))

    def __iter__(self) -> Iterator[str]:
        return iter(self._commands)

    def __len__(self) -> int:
        return len(self._commands)


def _options(name: str, command: Any, project: "_Project") -> Iterator[tuple[str, _Default]]:  # noqa: ANN401 - typer's
    for option in command.params:
        for key, commands in TAKEN.items():
            if name in commands and f"--{key}" in option.opts:
                yield option.name, _Default(key, option, project)


def _project() -> "tuple[Path, Settings] | None":
    """Return the nearest file with settings, from here up to the top of the git repository.

    Outside of a repository only the folder here is looked at: what stands above it may be
    anybody's, and says whose keys are trusted.
    """
    folders = [Path.cwd(), *Path.cwd().parents]
    top = next((n for n, one in enumerate(folders) if (one / ".git").exists()), 0)
    for path in (one / _NAME for one in folders[: top + 1]):
        settings = _read(path) if path.is_file() else None
        if settings:
            return path, settings
    return None


def _read(path: Path) -> "Settings | None":
    from askfirst.configuration import BadConfiguration, read

    try:
        return read(_text(path))
    except BadConfiguration as fault:
        raise _placed(path, fault) from fault


def _text(path: Path) -> str:
    from askfirst.configuration import BadConfiguration

    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise BadConfiguration("1:1: this is not UTF-8") from error


def _placed(path: Path, fault: Exception) -> Exception:
    """Return a fault with the file it is in, and how to go on without."""
    from askfirst.errors import AskFirstError

    return AskFirstError(f"{os.path.relpath(path)}:{fault} (--no-config goes on without it)")

"""Find the specification's files, in an installed wheel or in a checkout."""

from functools import cache
from pathlib import Path

from askfirst.errors import NoSuchResource

__all__ = ["read", "root"]

_INSTALLED = Path(__file__).parent / "_data"
_CHECKOUT = Path(__file__).parents[2]


@cache
def root() -> Path:
    """Return the directory that holds `spec/` and `schemas/`.

    Paths rather than `importlib.resources`, whose import alone takes longer than a check.
    """
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def read(name: str) -> bytes:
    """Return the bytes of a shipped file, `spec/1.0/tables.json` for example.

    Raises `NoSuchResource` when the installation lacks it.
    """
    try:
        return (root() / name).read_bytes()
    except OSError as error:
        raise NoSuchResource(f"{name} is not part of this installation") from error

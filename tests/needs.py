"""Skip a test whose tool is not installed, or fail it where nothing may be skipped."""

import os

import pytest

__all__ = ["needs"]


def needs(name: str, present: bool) -> None:
    """Go on if the tool is there; `ASKFIRST_NO_SKIPS=1` turns its absence into a failure."""
    if present:
        return
    if os.environ.get("ASKFIRST_NO_SKIPS") == "1":
        pytest.fail(f"needs {name}", pytrace=False)
    pytest.skip(f"needs {name}")

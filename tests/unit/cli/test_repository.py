"""Reports name files from the root of the repository, on every operating system."""

import ntpath
import posixpath
from types import ModuleType

import pytest

from askfirst.cli.repository import from_root


@pytest.mark.parametrize(
    ("system", "root", "path", "named"),
    [
        (posixpath, "/r", "/r/a b/c.yaml", "a b/c.yaml"),
        (posixpath, "/r", "/r/a\\b.yaml", "a\\b.yaml"),
        (posixpath, "/r", "/r/./a/../b.yaml", "b.yaml"),
        (posixpath, "/r", "/r/..a/b.yaml", "..a/b.yaml"),
        (posixpath, "/r", "/s/b.yaml", "/s/b.yaml"),
        (ntpath, "C:\\r", "C:\\r\\a\\b.yaml", "a/b.yaml"),
        (ntpath, "C:\\r", "D:\\a\\b.yaml", "D:/a/b.yaml"),
        (ntpath, "C:\\r", "C:\\s\\b.yaml", "C:/s/b.yaml"),
    ],
)
def test_a_path_is_named_from_the_root(
    system: ModuleType, root: str, path: str, named: str
) -> None:
    assert from_root(root, path, system) == named

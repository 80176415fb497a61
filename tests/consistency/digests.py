"""Write the digests of the specification's files: `python -m tests.consistency.digests`.

Until a version is published its digests say `draft` and are written anew with every change.
`python -m tests.consistency.digests published` says so for good: from then on nothing there
changes, and this command refuses to write.
"""

import sys
from hashlib import sha256
from pathlib import Path

__all__ = ["FOLDERS", "NAME", "Published", "lines", "status", "write"]

NAME = "SHA256SUMS"
ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "spec/1.0", ROOT / "schemas/1.0")


class Published(Exception):
    """The digests of a published version are not written again."""


def lines(folder: Path, state: str) -> str:
    """Return the digests of a folder as `sha256sum --check` reads them, its state before them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    digests = [
        f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}"
        for path in files
    ]
    return "\n".join([f"# {state}", *digests, ""])


def status(folder: Path) -> str:
    """Return `draft` or `published`, as a folder's digests say; `draft` without any."""
    file = folder / NAME
    return file.read_text(encoding="utf-8").split()[1] if file.exists() else "draft"


def write(folder: Path, state: str) -> None:
    """Write the digests of a folder. Raises `Published` if they are already for good."""
    if status(folder) == "published":
        raise Published(f"{folder} is published and does not change")
    (folder / NAME).write_text(lines(folder, state), encoding="utf-8")


if __name__ == "__main__":
    for one in FOLDERS:
        write(one, sys.argv[1] if len(sys.argv) > 1 else "draft")

"""Compare the license files of a working tree with those of another commit.

`compare.py BASE MARKDOWN PATH...` prints annotations and writes a Markdown file. It exits with 0 if
nothing is widened, with 1 if something is, if what restricts is gone, or if what was changed does
not conform, and with 2 if something could not be compared.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

#: Files of a kind are named up to this number.
_MOST = 20
_WIDENED, _COULD_NOT = 1, 2
#: Without these documents less may be done, or fewer questions asked; without others, more.
_OPENING = frozenset({"Consent", "Request", "Decision"})


class Found(NamedTuple):
    """The license files of a tree, by path: the ids of their documents, and the types."""

    ids: dict[str, frozenset[str]]
    kinds: dict[str, frozenset[str]]


def main(base: str, output: str, *paths: str) -> int:
    """Compare, write, and return the exit code."""
    commit = _commit(base)
    if commit is None:
        told = f"there is no branch, tag or commit `{base}` here or at the origin"
        print(f"::error::{_escaped(told)}")
        return _COULD_NOT
    with TemporaryDirectory() as folder:
        before = Path(folder, "base")
        _git("worktree", "add", "--quiet", "--detach", "--force", str(before), commit)
        try:
            codes, parts = _compared(before, paths)
        finally:
            _git("worktree", "remove", "--force", str(before))
    Path(output).write_text("\n".join([*parts, ""]), encoding="utf-8")
    return max(codes, default=0)


def _commit(base: str) -> str | None:
    """Return the commit that a name stands for; a branch that is not here is fetched."""
    here = _resolved(base)
    if here is None and not base.startswith("-"):
        _git("update-ref", "-d", "refs/askfirst/base")  # of an earlier run
        ref = f"+refs/heads/{base}:refs/askfirst/base"
        _git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", ref)
        here = _resolved("refs/askfirst/base")
    return here and (_git("merge-base", here, "HEAD") or here)


def _resolved(name: str) -> str | None:
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return found or None


def _git(*arguments: str) -> str:
    """Return what git prints; nothing where it fails. Large files stay where they are."""
    environment = {**os.environ, "GIT_LFS_SKIP_SMUDGE": "1", "GIT_TERMINAL_PROMPT": "0"}
    run = subprocess.run(  # noqa: S603 - no shell
        ["git", *arguments],  # noqa: S607 - whichever git is installed
        env=environment,
        stdout=subprocess.PIPE,
        check=False,
    )
    return run.stdout.decode().strip() if run.returncode == 0 else ""


def _compared(before: Path, paths: tuple[str, ...]) -> tuple[list[int], list[str]]:
    """Return an exit code for each change, and what to say in Markdown."""
    old, new = _ours(before, paths), _ours(Path(), paths)
    pairs = dict(_pairs(old.ids, new.ids))
    gone = [path for path in old.ids if path not in pairs]
    codes = [_gone(path) for path in gone if old.kinds[path] - _OPENING]
    parts = []
    for path, other in pairs.items():
        if (before / path).read_bytes() != Path(other).read_bytes():
            code, part = _diff(str(before / path), other)
            codes.append(code)
            parts.append(part)
    added = [path for path in new.ids if path not in pairs.values()]
    parts += [*_named("Gone", gone, old), *_named("New", added, new)]
    return codes, parts or ["No license file was changed.\n"]


def _gone(path: str) -> int:
    print(f"::error title=AskFirst::{_escaped(path)} is gone, and with it what it declared")
    return _WIDENED


def _ours(folder: Path, paths: tuple[str, ...]) -> Found:
    """Return the license files under the paths; a trust file is none."""
    run = _askfirst("check", "--format", "json", "--", *paths, cwd=folder)
    if not run.stdout:
        sys.exit(_COULD_NOT)
    files = json.loads(run.stdout)["files"]
    found = {file["path"]: file["documents"] for file in files if file["documents"]}
    kinds = {path: frozenset(str(one["type"]) for one in held) for path, held in found.items()}
    ids = {path: frozenset(str(one["id"]) for one in held) for path, held in found.items()}
    return Found({path: ids[path] for path in ids if "Trust" not in kinds[path]}, kinds)


def _pairs(
    old: dict[str, frozenset[str]], new: dict[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Yield each file with the one that takes its place: of the same path, else the same ids."""
    moved = {ids: path for path, ids in new.items() if path not in old}
    for path, ids in old.items():
        other = path if path in new else moved.get(ids)
        if other:
            yield path, other


def _diff(old: str, new: str) -> tuple[int, str]:
    """Print annotations about a file, and return the exit code and the Markdown."""
    with TemporaryDirectory() as folder:
        part = Path(folder, "part.md")
        report = f"markdown={part}"
        run = _askfirst("diff", "--format", "github", "--report", report, "--", old, new)
        print(run.stdout, end="")
        text = part.read_text(encoding="utf-8") if part.is_file() else ""
    return run.returncode, text or f"{_code(new)} could not be compared.\n"


def _askfirst(*arguments: str, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a command of the installation, with no module from the folder it runs in."""
    environment = {k: v for k, v in os.environ.items() if k != "GITHUB_STEP_SUMMARY"}
    return subprocess.run(  # noqa: S603 - no shell
        [sys.executable, "-I", "-m", "askfirst", "--no-config", *arguments],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )


def _named(title: str, paths: list[str], found: Found) -> Iterator[str]:
    more = len(paths) - _MOST
    lines = [f"- {_code(path)} ({', '.join(sorted(found.kinds[path]))})" for path in paths[:_MOST]]
    if paths:
        yield "\n".join([f"**{title}**", "", *lines, *([f"- and {more} more"] if more > 0 else [])])


def _code(text: str) -> str:
    """Return a text as code, with all that could be markup as character references."""
    safe = "".join(c if c.isalnum() or c in " /.-" else f"&#{ord(c)};" for c in text)
    return f"<code>{safe}</code>"


def _escaped(text: str) -> str:
    """Return a text as the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

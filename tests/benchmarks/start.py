"""Time one check and one `--help` beside their peers, interleaved.

`python -m tests.benchmarks.start` prints the table of validator/docs/benchmarks.md. Ratios count;
times move with the machine.
"""

import compileall
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import askfirst

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
ROUNDS = 31
STORIES = {
    "declaration, YAML": ("declaration", "solo-artist/declaration.yaml"),
    "declaration, JSON": ("declaration", "solo-artist/declaration.json"),
    "release, YAML": ("release", "release-folder/askfirst.yaml"),
}
ONE_COMMAND = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def hello(name: str) -> None:
    "Say hello."
app()
"""


def _median(commands: dict[str, list[str]]) -> dict[str, float]:
    """Return the median wall clock of each command in ms, all of them run in turn."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            began = time.perf_counter()
            # somewhere else than here, where a pyproject.toml stands
            subprocess.run(command, capture_output=True, check=True, cwd=tempfile.gettempdir())
            times[name].append(1000 * (time.perf_counter() - began))
    return {name: statistics.median(measured) for name, measured in times.items()}


def _row(what: str, peer: str, bar: float, times: dict[str, float]) -> str:
    ours, theirs = times.values()
    return f"| {what} | {ours:.0f} | {peer} | {theirs:.0f} | **{ours / theirs:.2f}** | {bar} |"


def _checks(folder: Path) -> list[str]:
    rows = []
    for story, (schema, path) in STORIES.items():
        file, bundle = str(ROOT / "examples/pass" / path), folder / f"{schema}.json"
        bundled = subprocess.run(
            [BIN / "askfirst", "schema", schema, "--bundle"], capture_output=True, check=True
        )
        bundle.write_bytes(bundled.stdout)
        peer = [str(BIN / "check-jsonschema"), "--schemafile", str(bundle), file]
        times = _median({"ours": [str(BIN / "askfirst"), "check", file], "theirs": peer})
        rows.append(_row(f"check one file ({story})", "check-jsonschema", 0.4, times))
    return rows


def _help(folder: Path) -> str:
    program = folder / "one_command.py"
    program.write_text(ONE_COMMAND, encoding="utf-8")
    peer = [sys.executable, str(program), "--help"]
    times = _median({"ours": [str(BIN / "askfirst"), "--help"], "theirs": peer})
    return _row("`--help`", "a one-command typer program, rich off", 1.3, times)


def main() -> None:
    """Print the table."""
    compileall.compile_dir(Path(askfirst.__file__).parent, quiet=1)  # as pip does for a wheel
    with tempfile.TemporaryDirectory() as folder:
        rows = [*_checks(Path(folder)), _help(Path(folder))]
    versions = json.dumps({"python": platform.python_version(), "rounds": ROUNDS})
    print(f"<!-- {versions} -->")
    print("| what | askfirst, ms | peer | peer, ms | ratio | at most |")
    print("| --- | ---: | --- | ---: | ---: | ---: |", *rows, sep="\n")


if __name__ == "__main__":
    main()

"""Choose from a manifest the tracks that may be used, and say whom to ask for the others.

Exit codes: 0 every track is permitted, 1 some are not, 2 could not look.
"""

import argparse
import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, cast
from uuid import NAMESPACE_URL, uuid5

import askfirst
from askfirst.decision import Documents, gather
from askfirst.errors import AskFirstError
from askfirst.reading import Syntax, plain, read_bytes, syntax_of

#: What identifies a track in a row of the manifest; all else in a row is the trainer's own.
IDENTIFIERS = ("isrc", "mbid", "iswc", "iscc", "urls", "files")
COLUMNS = ("path", "use", "right", "holder", "askAt")


class CannotLook(Exception):
    """The question cannot be asked; the message says why."""


class Row(NamedTuple):
    """A line of the manifest as it is written, and what it says."""

    line: bytes
    value: dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write what was chosen into a folder, and return the exit code."""
    given = _arguments(arguments)
    try:
        # what was chosen before is chosen no more, however this ends
        (given.output / "kept.jsonl").unlink(missing_ok=True)
        rows = list(_rows(given.manifest))
        request = _only(given.request)
        trust = askfirst.read_trust(given.trust.read_bytes())
        documents = _documents(given.documents)
        answers = [
            askfirst.decide(_asked(request, row), documents, at=given.at, trust=trust)
            for row in rows
        ]
        _write(given.output, rows, answers)
    except (AskFirstError, CannotLook, OSError) as error:
        sys.stderr.write(f"choose: {error}\n")
        return 2
    outcomes = Counter(str(answer.outcome) for answer in answers)
    told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items()))
    sys.stdout.write(f"{len(rows)} tracks as of {given.at}: {told}\n")
    return 0 if set(outcomes) == {"permitted"} else 1


def _rows(manifest: Path) -> Iterator[Row]:
    """Yield the lines of a manifest, read as strictly as documents are (spec 4.2)."""
    lines = manifest.read_bytes().splitlines()
    if not lines:
        raise CannotLook(f"{manifest}: there is no track in it")
    for number, line in enumerate(lines, 1):
        source = read_bytes(line, Syntax.JSON)
        value = plain(source.root) if source.root else None
        if source.problems or not isinstance(value, dict) or "path" not in value:
            faults = [f"{one.code} {one.message}" for one in source.problems]
            why = "; ".join(faults) or "this is no object with a path"
            raise CannotLook(f"{manifest}:{number}: {why}")
        yield Row(line, value)


def _documents(folder: Path) -> Documents:
    """Read every document in a folder; what does not conform restricts, and opens nothing."""
    found: list[askfirst.Checked] = []
    for path in sorted(one for one in folder.rglob("*") if syntax_of(one.name)):
        documents = askfirst.check(path.read_bytes(), syntax=syntax_of(path.name)).documents
        if not documents:
            raise CannotLook(f"{path}: there is no document in it")
        found.extend(documents)
    return gather(found)


def _only(path: Path) -> dict[str, Any]:
    """Return the one document in a file as it was read."""
    report = askfirst.check(path.read_bytes(), syntax=syntax_of(path.name))
    if not report.conforms or len(report.documents) != 1:
        raise CannotLook(f"{path}: one Request that conforms is needed; see `askfirst check`")
    return cast("dict[str, Any]", report.documents[0].value)


def _asked(request: dict[str, Any], row: Row) -> dict[str, Any]:
    """Return the Request about the track of a row; the same row is always asked alike."""
    track = {name: row.value[name] for name in IDENTIFIERS if name in row.value}
    name = request["id"] + json.dumps(track, sort_keys=True)
    return {**request, "id": f"urn:uuid:{uuid5(NAMESPACE_URL, name)}", "track": track}


def _write(folder: Path, rows: list[Row], answers: list[askfirst.Answer]) -> None:
    """Write the three files, each whole or not at all; what may be used stands there last."""
    pairs = list(zip(rows, answers, strict=True))
    decisions = (json.dumps(answer.to_dict(), ensure_ascii=False) for answer in answers)
    kept = [row.line for row, answer in pairs if answer.outcome == "permitted"]
    texts = {
        "decisions.jsonl": "".join(f"{one}\n" for one in decisions).encode(),
        "to-ask.csv": _to_ask(pairs).encode(),
        "kept.jsonl": b"".join(line + b"\n" for line in kept),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        draft = folder / f".{name}.draft"
        draft.write_bytes(text)
        draft.replace(folder / name)


def _to_ask(pairs: list[tuple[Row, askfirst.Answer]]) -> str:
    """Return whose agreement is missing for which track, and where to ask for it."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for row, answer in pairs:
        for one in answer.missing:
            where = " ".join(one.ask_at)
            table.writerow((row.value["path"], one.use, one.right, one.holder or "", where))
    return text.getvalue()


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("choose", description="Choose the tracks that may be used.")
    parser.add_argument("manifest", type=Path, help="one JSON object with path for each track")
    parser.add_argument("--request", type=Path, required=True, help="what you want to do")
    parser.add_argument("--documents", type=Path, required=True, help="the folder of documents")
    parser.add_argument("--trust", type=Path, required=True, help="whose keys count for what")
    parser.add_argument("--output", type=Path, required=True, help="the folder to write to")
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    parser.add_argument("--at", default=now, help="as of when; left out, now")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())

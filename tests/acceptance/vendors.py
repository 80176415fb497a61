"""Read reports as those do who take them, by the grammar that each of them publishes."""

import json
from typing import Any, NamedTuple
from urllib.parse import unquote

import junitparser

from tests.acceptance.seeded import Fault

__all__ = ["Command", "github", "gitlab", "gitlab_fault", "junit", "sarif"]

_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
_GITLAB = {"critical": "error", "minor": "warning", "info": "note"}


class Command(NamedTuple):
    """A workflow command as the runner of GitHub Actions reads it."""

    name: str
    properties: dict[str, str]
    data: str

    @property
    def fault(self) -> Fault:
        """The place that the annotation is shown at."""
        line, column, end_line, end_column = (
            int(self.properties[name]) for name in ("line", "col", "endLine", "endColumn")
        )
        code = self.properties["title"].split()[0]
        path, level = self.properties["file"], _LEVELS[self.name]
        return Fault(path, code, level, line, column, end_line, end_column)


def github(text: str) -> list[Command]:
    """Return the commands in the output of a step; what begins otherwise is shown as it is."""
    return [_command(line) for line in text.split("\n") if line.lstrip().startswith("::")]


def _command(line: str) -> Command:
    head, _, data = line.lstrip()[2:].partition("::")
    name, _, properties = head.partition(" ")
    pairs = (one.split("=", 1) for one in properties.split(",") if one)
    return Command(name, {key: _read(value, ":,") for key, value in pairs}, _read(data, ""))


def _read(text: str, within: str) -> str:
    for character in f"\r\n{within}%":  # the percent sign last, as the runner does
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def gitlab(text: str) -> list[dict[str, Any]]:
    """Return the issues of a code quality report that GitLab would not drop."""
    issues: list[dict[str, Any]] = json.loads(text)
    for one in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(one)
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert isinstance(one["location"]["lines"]["begin"], int)
        assert not one["location"]["path"].startswith("./")
    assert len({one["fingerprint"] for one in issues}) == len(issues)
    return issues


def gitlab_fault(one: dict[str, Any]) -> Fault:
    """Return the place of an issue."""
    at = one["location"]["positions"]
    begin, end = ((at[name]["line"], at[name]["column"]) for name in ("begin", "end"))
    assert (one["location"]["lines"]["begin"], one["location"]["lines"]["end"]) == (
        begin[0],
        end[0],
    )
    path, code = one["location"]["path"], one["check_name"]
    return Fault(path, code, _GITLAB[one["severity"]], *begin, *end)


def sarif(text: str) -> list[Fault]:
    """Return the places of the results of a SARIF log."""
    (run,) = json.loads(text)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    return [_result(one, run["tool"]["driver"]["rules"]) for one in run["results"]]


def _result(one: dict[str, Any], rules: list[dict[str, Any]]) -> Fault:
    place = one["locations"][0]["physicalLocation"]
    region, artifact = place["region"], place["artifactLocation"]
    assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
    assert artifact["uriBaseId"] == "%SRCROOT%"
    assert not artifact["uri"].startswith((".", "/"))
    names = ("startLine", "startColumn", "endLine", "endColumn")
    line, column, end_line, end_column = (region[name] for name in names)
    path = unquote(artifact["uri"])
    return Fault(path, one["ruleId"], one["level"], line, column, end_line, end_column)


def junit(path: str) -> dict[str, str | None]:
    """Return the test cases by name, each with the type of what it failed by."""
    found: dict[str, str | None] = {}
    for suite in junitparser.JUnitXml.fromfile(path):
        for case in suite:
            assert case.name not in found
            results = [one for one in case.result if not isinstance(one, junitparser.Skipped)]
            found[case.name] = results[0].type if results else None
    return found

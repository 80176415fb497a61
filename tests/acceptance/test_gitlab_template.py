"""The template for GitLab is a pipeline, and its script does what it says."""

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.acceptance.fences import ROOT
from tests.acceptance.jobs import clean
from tests.consistency.shipped import Json

TEMPLATE = ROOT / "validator/integrations/gitlab/askfirst.gitlab-ci.yml"
JOB: Json = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))["askfirst"]
BIN = Path(sys.executable).parent
GOOD = (ROOT / "examples/pass/solo-artist/declaration.yaml").read_text(encoding="utf-8")
BAD = GOOD.replace("requiresConsent", "requireConsent")


def _run(folder: Path, **variables: str) -> int:
    """Run the script as a runner does, in the shell of its image, with what is installed here."""
    (folder / ".askfirst").symlink_to(BIN.parent)
    run = subprocess.run(
        ["sh", "-ec", "\n".join(JOB["script"])],  # noqa: S607 - the shell that there is
        cwd=folder,
        env={**clean(), "PATH": os.environ["PATH"], **JOB["variables"], **variables},
        check=False,
        timeout=60,
    )
    return run.returncode


def _reports(folder: Path) -> tuple[Json, ET.Element]:
    named = JOB["artifacts"]["reports"]
    quality = json.loads((folder / named["codequality"]).read_text(encoding="utf-8"))
    return quality, ET.parse(folder / named["junit"]).getroot()  # noqa: S314 - we wrote it


def test_it_is_what_a_pipeline_may_be() -> None:
    schema = ["--builtin-schema", "vendor.gitlab-ci", str(TEMPLATE)]
    run = subprocess.run([BIN / "check-jsonschema", *schema], check=False)

    assert run.returncode == 0
    assert JOB["artifacts"]["when"] == "always"


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (BAD, 1)])
def test_what_is_found_stands_in_both_reports(text: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "a b.askfirst.yaml").write_text(text, encoding="utf-8")

    assert _run(tmp_path) == code
    quality, cases = _reports(tmp_path)
    line = BAD[: BAD.index("requireConsent")].count("\n") + 1
    places = [(one["location"]["path"], one["location"]["positions"]) for one in quality]
    assert [(path, at["begin"]["line"]) for path, at in places] == [
        ("a b.askfirst.yaml", line)
    ] * code
    assert len([*cases.iter("testcase")]) == 1
    assert len([*cases.iter("failure")]) == code


def test_nothing_to_check_is_red(tmp_path: Path) -> None:
    assert _run(tmp_path) == 2


def test_several_paths_stand_one_per_line_and_none_is_run(tmp_path: Path) -> None:
    for name in ("-o.askfirst.yaml", "$(touch pwned).askfirst.yaml", "b.askfirst.yaml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")

    paths = "-o.askfirst.yaml\n\n$(touch pwned).askfirst.yaml\nb.askfirst.yaml\n"
    assert _run(tmp_path, ASKFIRST_PATHS=paths) == 0
    assert len([*_reports(tmp_path)[1].iter("testcase")]) == 3
    assert not (tmp_path / "pwned").exists()

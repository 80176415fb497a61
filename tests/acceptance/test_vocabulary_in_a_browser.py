"""The page of the vocabulary stands in a real browser: for everybody, on paper, without scripts.

Its entries are alike, so some of them stand for all; the whole page takes axe a while.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.acceptance.fences import ROOT
from tests.consistency.shipped import Json
from tests.needs import needs

NODE = ROOT / "tests/node"
PAGE = ROOT / "spec/1.0/vocabulary.html"
#: A class, a member, a use, a scheme, a right and a foreign vocabulary, the longest of each.
SOME = {"Document", "by", "any-ai-use", "generative-training", "Rights", "voice", "rsl-1.0"}


def _shortened(page: str) -> str:
    entries = re.compile(r'<section id="([^"]+)">.*?</section>\n?', re.DOTALL)
    return entries.sub(lambda found: found[0] if found[1] in SOME else "", page)


@pytest.fixture(scope="module", params=["some", pytest.param("all", marks=pytest.mark.long)])
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Json:
    """Return what the browser saw of the page."""
    chromium = shutil.which("chromium")
    needs("chromium", chromium is not None)
    needs("Node", shutil.which("node") is not None)
    needs("puppeteer-core", (NODE / "node_modules/puppeteer-core").is_dir())
    whole = PAGE.read_text(encoding="utf-8")
    page = tmp_path_factory.mktemp("page") / "vocabulary.html"
    page.write_text(_shortened(whole) if request.param == "some" else whole, encoding="utf-8")
    found = _look(str(chromium), page)
    return {**found, "requests": [one for one in found["requests"] if one != page.as_uri()]}


def _look(chromium: str, page: Path) -> Json:
    run = subprocess.run(
        ["node", NODE / "look.mjs", chromium, page],  # noqa: S607 - whichever Node is installed
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_nothing_is_inaccessible(seen: Json) -> None:
    """Not in light, in dark or on a phone, where it would be too wide."""
    assert seen["violations"] == []


def test_nothing_is_requested_and_nothing_runs(seen: Json) -> None:
    assert seen["requests"] == []
    assert seen["troubles"] == []


def test_everything_is_shown_without_scripts_and_on_paper(seen: Json) -> None:
    assert "Training a model, or a part of one, that generates content." in seen["text"]
    assert {"a", "code", "dd", "dl", "dt", "h2", "h3", "section"} <= set(seen["tags"])
    assert seen["pages"] < 60

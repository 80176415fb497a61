"""The page of a deed stands in a real browser: for everybody, on paper, and against strangers.

One run of the browser looks at all pages; the last one is broken, to see that this is seen.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import askfirst
from askfirst.deed import deed, language, page
from askfirst.reporting.deed import html
from tests.acceptance.fences import ROOT
from tests.consistency.shipped import Json
from tests.needs import needs

NODE = ROOT / "tests/node"
PASSING = ROOT / "examples/pass"
CHROMIUM = shutil.which("chromium")
TITLE = '"><script>document.title = "x"; alert(1)</script><img src=x onerror=alert(1)>'


def story(name: str) -> Json:
    return json.loads((PASSING / f"{name}.json").read_bytes())


def written(document: Json, tag: str) -> str:
    return html([page(deed(askfirst.read(document)), language(tag))])


def hostile() -> Json:
    solo = json.dumps(story("solo-artist/declaration"))
    found = json.loads(solo.replace("Night Bus", json.dumps(TITLE)[1:-1]))
    found["rightsholders"][0]["contact"] = "javascript:alert(1)"
    return found


def unfit(solo: str) -> str:
    """Return a page without a language, whose small print is hard to read."""
    faint = solo.replace(' lang="en"', "").replace("--soft: #57524a", "--soft: #d7d2ca")
    return re.sub(r"style-src '[^']*'", "style-src 'unsafe-inline'", faint)


def pages() -> dict[str, str]:
    solo = written(story("solo-artist/declaration"), "en")
    return {
        "solo": solo,
        "hostile": written(hostile(), "en"),
        "label": written(story("band-with-label-and-publisher/declaration"), "sv"),
        "release": written(story("release-folder/askfirst"), "en"),
        "consent": written(story("consent-to-one-lab/consent"), "sv"),
        "unfit": unfit(solo),
    }


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Json]:
    """Return what the browser saw of each page."""
    needs("chromium", CHROMIUM is not None)
    needs("Node", shutil.which("node") is not None)
    needs("puppeteer-core", (NODE / "node_modules/puppeteer-core").is_dir())
    folder = tmp_path_factory.mktemp("pages")
    for name, text in pages().items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    run = subprocess.run(
        ["node", NODE / "look.mjs", str(CHROMIUM), *sorted(folder.iterdir())],  # noqa: S607 - whichever Node is installed
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    return {Path(one["file"]).stem: one for one in map(json.loads, run.stdout.splitlines())}


def test_nothing_is_inaccessible(seen: dict[str, Json]) -> None:
    found = {name: one["violations"] for name, one in seen.items()}
    noticed = {rule.partition(":")[0] for rule in found.pop("unfit")}
    assert {"html-has-lang", "color-contrast"} <= noticed
    assert not any(found.values()), found


def test_nothing_is_requested_and_nothing_runs(seen: dict[str, Json]) -> None:
    assert [one["requests"] for one in seen.values() if len(one["requests"]) != 1] == []
    assert [one["troubles"] for one in seen.values() if one["troubles"]] == []


@pytest.mark.parametrize("name", ["solo", "label", "consent", "hostile"])
def test_it_is_one_page_of_paper(seen: dict[str, Json], name: str) -> None:
    assert seen[name]["pages"] == 1


def test_everything_is_shown_without_scripts(seen: dict[str, Json]) -> None:
    for text in ("Night Bus by Mara Lindqvist", "generative-input", "mara@example.org"):
        assert text in seen["solo"]["text"]


def test_a_hostile_text_is_text(seen: dict[str, Json]) -> None:
    assert TITLE in seen["hostile"]["text"]
    assert seen["hostile"]["title"].startswith(TITLE)
    assert seen["hostile"]["tags"] == seen["solo"]["tags"]
    assert seen["hostile"]["links"] == ["https:"]

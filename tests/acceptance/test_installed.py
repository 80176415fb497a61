"""What is installed from a wheel works by itself: no checkout, no network."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.fences import ROOT
from tests.needs import needs

OURS = ["pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "spec", "schemas", "validator"]
NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.egg-info")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield a copy of what the distributions are built from."""
    folder = tmp_path_factory.mktemp("sources")
    for name in [*OURS, "examples", "tests/conftest.py"]:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target, ignore=NOT_COPIED)
        else:
            shutil.copy(ROOT / name, target)
    yield folder
    shutil.rmtree(folder)


def _built(sources: Path, kind: str) -> Path:
    _run(sys.executable, "-m", "build", "--no-isolation", f"--{kind}", str(sources))
    return next((sources / "dist").glob("*.whl" if kind == "wheel" else "*.tar.gz"))


def _installed(distribution: Path, folder: Path) -> Path:
    """Install a distribution into a fresh environment that borrows the dependencies of this one."""
    _run(sys.executable, "-m", "venv", str(folder))
    python = folder / "bin/python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    site = next((folder / "lib").glob("python*/site-packages"))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    _run(*pip, "--no-build-isolation", str(distribution))
    return folder / "bin/askfirst"


def _run(*command: str, cwd: Path | None = None) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    run = subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_it_checks_the_examples_with_the_checkout_gone_and_the_network_off(
    kind: str, sources: Path, tmp_path: Path
) -> None:
    offline = ["unshare", "--map-root-user", "--net"]
    needs("unshare", subprocess.run([*offline, "true"], check=False).returncode == 0)
    command = _installed(_built(sources, kind), tmp_path / "environment")
    examples = shutil.copytree(ROOT / "examples", tmp_path / "examples")

    passed = _run(*offline, str(command), "check", "--format", "json", str(examples / "pass"))
    where = _run(str(tmp_path / "environment/bin/python"), "-c", "import askfirst; print(askfirst)")

    assert json.loads(passed)["conforms"] is True
    assert str(tmp_path) in where
    assert _run(*offline, str(command), "explain", "AF301")
    assert json.loads(_run(*offline, str(command), "schema", "consent", "--bundle"))


def test_the_wheel_holds_the_licenses_and_the_specification(sources: Path) -> None:
    names = _run(sys.executable, "-m", "zipfile", "--list", str(_built(sources, "wheel")))

    assert "askfirst/_data/spec/1.0/tables.json" in names
    assert "askfirst/_data/schemas/1.0/consent.schema.json" in names
    assert "licenses/LICENSE" in names
    assert "licenses/spec/LICENSE" in names
    assert "tests/" not in names

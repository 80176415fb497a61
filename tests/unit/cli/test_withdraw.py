"""A Withdrawal ends one Consent, by who gave it, from now on at the earliest."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import askfirst
from askfirst.cli.app import app
from askfirst.model.documents import Withdrawal
from tests.acceptance.fences import ROOT

CONSENT = ROOT / "examples/pass/consent-to-one-lab/consent.yaml"
FILE = Path("depot.withdrawal.askfirst.yaml")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(CONSENT, "depot.consent.askfirst.yaml")


def _withdraw(*flags: str, name: str = "depot.consent.askfirst.yaml") -> Result:
    return CliRunner().invoke(app, ["withdraw", name, *flags])


def _written() -> Withdrawal:
    found = askfirst.read(FILE.read_bytes())
    assert isinstance(found, Withdrawal)
    return found


def test_it_ends_the_consent_now_and_is_written_once() -> None:
    assert _withdraw("--yes").exit_code == 0
    first = FILE.read_bytes()

    assert _written().consent == "urn:uuid:1b2c12e3-a46b-43d2-a13c-4c237fe08d64"
    assert _written().by.id == "https://mara.example.org/"
    assert _written().effective == _written().issued
    assert _withdraw("--yes").exit_code == 0
    assert FILE.read_bytes() == first


def test_it_can_look_ahead_and_never_back() -> None:
    assert _withdraw("--yes", "--effective", "2020-01-01T00:00:00Z").exit_code == 2
    assert _withdraw("--yes", "--effective", "soon").exit_code == 2
    assert not FILE.exists()
    assert _withdraw("--yes", "--effective", "2099-01-01", "--reason", "no").exit_code == 0
    assert (_written().effective, _written().reason) == ("2099-01-01T00:00:00Z", "no")
    assert _withdraw("--yes", "--effective", "2098-01-01").exit_code == 2
    assert _withdraw("--yes", "--effective", "2098-01-01", "--force").exit_code == 0


def test_only_who_gave_it_takes_it_back() -> None:
    assert _withdraw("--yes", "--by", "https://lab.example.com/").exit_code == 2
    assert not FILE.exists()
    assert _withdraw("--yes", "--by", "HTTPS://mara.example.org").exit_code == 0


def test_without_anybody_to_ask_it_has_to_be_said() -> None:
    assert _withdraw().exit_code == 2
    assert not FILE.exists()


def test_it_says_what_it_ends() -> None:
    shown = _withdraw("--yes").output

    assert "music-generation-training" in shown
    assert "Example Lab" in shown


@pytest.mark.parametrize("name", ["depot.withdrawal.askfirst.yaml", "nothing.yaml", "."])
def test_what_is_no_consent_is_not_withdrawn(name: str) -> None:
    _withdraw("--yes")

    assert _withdraw("--yes", "-o", "other.yaml", name=name).exit_code == 2


def test_the_consent_itself_is_never_replaced() -> None:
    run = _withdraw("--yes", "-o", "depot.consent.askfirst.yaml", "--force")

    assert run.exit_code == 2
    assert Path("depot.consent.askfirst.yaml").read_bytes() == CONSENT.read_bytes()

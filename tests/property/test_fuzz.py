"""The command line answers and fails closed for as long as one tries, by default for 6 seconds.

Ten minutes of it, with a seed of one's own, are one command:

    ASKFIRST_FUZZ_SECONDS=600 ASKFIRST_FUZZ_SEED=1 pytest -s -m long tests/property/test_fuzz.py
"""

import os
from pathlib import Path

import pytest

from tests.property.fuzzing import Trial, fault, trials

SECONDS = os.environ.get("ASKFIRST_FUZZ_SECONDS")
SEED = int(os.environ.get("ASKFIRST_FUZZ_SEED", "0"))


def faults(seconds: float, seed: int, folder: Path) -> dict[int, tuple[str, Trial]]:
    """Return the faults by the number of the trial, and tell how many trials there were."""
    number, found = -1, {}
    for number, trial in enumerate(trials(seconds, seed, folder)):
        if said := fault(trial):
            found[number] = said, trial
    print(f"{number + 1} trials with the seed {seed}, {len(found)} faults")
    return found


class TestCommandLine:
    """A Reader MUST report, and not fail, whatever the bytes are."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)

    def test_it_answers_and_fails_closed_for_a_while(self, tmp_path: Path) -> None:
        assert faults(6, 0, tmp_path) == {}

    @pytest.mark.long
    @pytest.mark.skipif(SECONDS is None, reason="ASKFIRST_FUZZ_SECONDS says for how long")
    def test_it_answers_and_fails_closed_for_long(self, tmp_path: Path) -> None:
        assert faults(float(SECONDS or 0), SEED, tmp_path) == {}

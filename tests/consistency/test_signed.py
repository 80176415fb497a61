"""The examples that conform and carry a proof are really signed."""

from pathlib import Path

import pytest

from askfirst import read
from askfirst.proof import verifies
from tests.consistency.signed import FILES, KEY


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_proof_of_an_example_verifies(path: Path) -> None:
    document = read(path.read_bytes())

    assert [proof.key for proof in document.proofs] == [KEY.did]
    assert all(map(verifies, document.proofs))

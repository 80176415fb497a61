"""No attack of the table ends in `permitted`, and the documentation says how each one ends.

Run `python -m tests.acceptance.test_attacks` to write the table anew.
"""

from pathlib import Path

import pytest

from tests.acceptance import attacks_by_documents, attacks_by_naming, attacks_by_proofs
from tests.acceptance.attacking import Attack, answered

PAGE = Path(__file__).parents[2] / "validator/docs/attacks.md"
GROUPS = {
    "By naming": attacks_by_naming.ATTACKS,
    "By documents": attacks_by_documents.ATTACKS,
    "By proofs": attacks_by_proofs.ATTACKS,
}
ATTACKS = [attack for group in GROUPS.values() for attack in group]
#: What is permitted: nobody attacked, or what was to close the song does not.
HARMLESS = {
    "nobody attacks, the holder agreed",
    "a stranger withdraws",
    "that is set aside",
    "that is set aside too",
    "that is set aside as well",
}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.what)
def test_an_attack_ends_as_the_table_says(attack: Attack) -> None:
    found = answered(attack)

    assert found.outcome == attack.outcome
    assert attack.code in {reason.code for reason in found.leaves[0].reasons}


def test_what_is_permitted_harms_nobody() -> None:
    assert {one.what for one in ATTACKS if answered(one).outcome == "permitted"} == HARMLESS


def test_each_attack_is_told_apart() -> None:
    assert len({one.what for one in ATTACKS}) == len(ATTACKS)


def test_the_documentation_has_the_table() -> None:
    assert table() in PAGE.read_text(encoding="utf-8")


def table() -> str:
    """Return the table of the attacks, the answers, and what stops each."""
    lines = ["| what somebody tries | answer | because |", "| --- | --- | --- |"]
    for title, group in GROUPS.items():
        lines.append(f"| **{title}** | | |")
        lines += [f"| {one.what} | {one.outcome} | {one.code} |" for one in group]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    start = text.index("| what somebody tries")
    end = text.index("\n\n", start)
    PAGE.write_text(text[:start] + table() + text[end + 1 :], encoding="utf-8")

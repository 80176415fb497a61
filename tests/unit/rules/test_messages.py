"""People are told these very words when an example breaks a rule.

`messages.json` has them by code, as `[message, help]`: read it whenever words change. It is made
by `python -m tests.unit.rules.test_messages > tests/unit/rules/messages.json`.
"""

import json
from pathlib import Path

import pytest

from askfirst.rules import RULES
from tests.acceptance import listing
from tests.acceptance.listing import FAILING, POLICIES

MESSAGES = Path(__file__).with_name("messages.json")
CODES = sorted(rule.code for rule in RULES)


def messages(code: str) -> list[list[str | None]]:
    """Return what is told of a code in its own examples and in the policies, each once."""
    own = [file for file in listing.documents(FAILING) if file.parent.name.startswith(code)]
    files = [*own, *listing.documents(POLICIES)]
    found = [finding for file in files for finding in listing.checked(file).findings]
    told = {(one.message, one.help) for one in found if one.code == code}
    return [list(one) for one in sorted(told, key=str)]


def written() -> str:
    """Return the text of the file, with one message on each line."""
    blocks = []
    for code in CODES:
        lines = [f"    {json.dumps(told, ensure_ascii=False)}" for told in messages(code)]
        blocks.append(f'  "{code}": [\n' + ",\n".join(lines) + "\n  ]")
    return "{\n" + ",\n".join(blocks) + "\n}"


def test_the_codes_are_those_of_the_rules() -> None:
    assert list(json.loads(MESSAGES.read_bytes())) == CODES


@pytest.mark.parametrize("code", CODES)
def test_a_code_says_this(code: str) -> None:
    told = messages(code)

    assert told
    assert told == json.loads(MESSAGES.read_bytes()).get(code)


if __name__ == "__main__":
    print(written())

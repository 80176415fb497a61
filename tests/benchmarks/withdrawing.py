"""Measure how a file of very many Withdrawals is applied, against parsing it alone.

Run: `python -m tests.benchmarks.withdrawing`.
"""

import json
from random import Random
from statistics import median
from time import perf_counter
from uuid import UUID

import orjson

from askfirst.decision.revocations import withdrawals
from tests.consistency.shipped import Json
from tests.property.signers import signed
from tests.property.worlds_by_hand import consent, withdrawal

COUNT, CONSENTS, ROUNDS = 100_000, 1_000, 9
#: A signature takes longer than anything here, and which one stands there makes no difference.
WITHDRAWN = signed(withdrawal(consent()), "mara")


def revocations(random: Random) -> list[Json]:
    """Return signed Withdrawals of as many Consents."""
    return [{**WITHDRAWN, "id": _id(random), "consent": _id(random)} for _ in range(COUNT)]


def _id(random: Random) -> str:
    return f"urn:uuid:{UUID(int=random.getrandbits(128), version=4)}"


def measure() -> list[tuple[float, float]]:
    """Return the seconds of applying and of parsing, taken in turns."""
    random = Random(7)  # noqa: S311 - the same in every run
    given = revocations(random)
    data = json.dumps(given, separators=(",", ":")).encode()
    agreed = [one["consent"] for one in random.sample(given, CONSENTS)]
    found = []
    for _ in range(ROUNDS):
        start = perf_counter()
        parsed = orjson.loads(data)
        between = perf_counter()
        bearing = withdrawals(data, agreed)
        found.append((perf_counter() - between, between - start))
        assert (len(parsed), len(bearing)) == (COUNT, CONSENTS)
        del parsed, bearing
    return found


def main() -> None:
    rounds = measure()
    applied, parsed = (median(times) * 1000 for times in zip(*rounds, strict=True))
    ratio = median(one / other for one, other in rounds)
    print("| what | milliseconds | against | milliseconds | ratio |")
    print("| --- | --- | --- | --- | --- |")
    print(
        f"| apply {COUNT:,} Withdrawals | {applied:.0f} "
        f"| orjson.loads | {parsed:.0f} | {ratio:.2f} |"
    )


if __name__ == "__main__":
    main()

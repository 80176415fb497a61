"""Measure a decision against reading its documents, and writing it against canonical bytes.

Run: `python -m tests.benchmarks.deciding`.
"""

import json
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from statistics import median
from time import perf_counter

import rfc8785

import askfirst
from askfirst import Answer
from tests.consistency.shipped import Json

AT = "2026-12-05T12:00:00Z"
ROUNDS, TIMES = 301, 20
TRACK = {"title": "Night Bus", "artists": ["Mara Lindqvist"], "isrc": "SEXYZ2600012"}
LAB = {"id": "https://lab.example.com/", "name": "Example Lab"}
OTHER = {"id": "https://other.example.com/", "name": "Another Lab"}
PARTIES = [f"https://holder-{n}.example.org/" for n in range(10)]
RIGHTS = ["composition", "lyrics", "recording", "performance"]


def request() -> Json:
    asked = {"uses": ["music-generation-training"], "track": TRACK, "material": ["audio"]}
    model = {"model": {"name": "tonewave", "version": "2"}, "territories": ["SE", "DK"]}
    return {**_head("Request", 0, LAB), **asked, **model, "accepts": ["attribution"]}


def declaration(n: int) -> Json:
    """Return what the n-th party declares: about itself and the next one."""
    track = {**TRACK, "files": [{"packetsSha256": f"{n:064x}", "name": "night-bus.flac"}]}
    entries = [
        {
            "holder": PARTIES[one % 10],
            "name": f"Holder {one % 10}",
            "rights": [RIGHTS[one % 4], RIGHTS[(one + 1) % 4]],
            "contact": f"mailto:ask-{one % 10}@example.org",
        }
        for one in (n, n + 1)
    ]
    stated = {
        "requiresConsent": ["generative-training", "generative-input"],
        "prohibits": ["voice-replication-training", "likeness-replication-training"],
        "permits": ["recommendation-training", "search-indexing"],
        "askAt": "https://example.org/ask",
    }
    by = {"id": PARTIES[n], "name": f"Holder {n}"}
    return {**_head("Declaration", n, by), "track": track, "rightsholders": entries, **stated}


STATEMENT = """I, Holder (https://holder.example.org/), allow Example Lab (https://lab.example.com/)
  * to train a model that makes music or other audio (music-generation-training)

within these limits:
  * Track: "Night Bus" by Mara Lindqvist (ISRC SE-XYZ-26-00012).
  * Of the track: the recording as it is heard (audio).
  * With: the model "tonewave", version "2".
  * Where: only in SE, DK, NO.
  * For how long: from 2026-11-25T00:00:00Z until 2029-12-01T00:00:00Z.

I can take this back at any time.
I do not allow anything else that is not named here."""


def consent(n: int) -> Json:
    """Return a Consent of a party, as `askfirst consent` writes it.

    The first ten are for the question; of the others some are to somebody else or have ended.
    """
    until = "2026-12-01T00:00:00Z" if n % 3 == 0 and n >= 10 else "2029-12-01T00:00:00Z"
    return {
        **_head("Consent", n, {"id": PARTIES[n % 10], "name": f"Holder {n % 10}"}),
        "to": LAB if n < 10 or n % 3 else OTHER,
        "rights": RIGHTS,
        "tracks": [TRACK],
        "material": ["audio"],
        "uses": ["music-generation-training" if n < 10 else "analytic-training"],
        "models": [{"name": "tonewave", "version": "2"}],
        "territories": ["SE", "DK", "NO"],
        "purpose": "any",
        "validFrom": "2026-11-25T00:00:00Z",
        "validUntil": until,
        "conditions": ["attribution"],
        "expression": {
            "method": "opt-in",
            "statement": STATEMENT,
            "language": "en",
            "at": "2026-11-24T09:30:00Z",
        },
        "atEnd": "stop-new-training",
        "inReplyTo": "urn:uuid:00000000-0000-4000-8000-000000000000",
    }


def _head(kind: str, n: int, by: Json) -> Json:
    return {
        "askfirst": "1.0.0",
        "type": kind,
        "id": f"urn:uuid:00000000-0000-4000-8000-{len(kind):04}{n:08}",
        "issued": "2026-11-24T10:00:00Z",
        "by": by,
    }


def seconds(work: Callable[[], object], times: int = TIMES) -> float:
    begun = perf_counter()
    for _ in range(times):
        work()
    return (perf_counter() - begun) / times


def _write(answers: list[Answer]) -> None:
    answers.pop().to_dict()


def main() -> None:
    given = [*map(declaration, range(10)), *map(consent, range(20))]
    texts = [json.dumps(one, indent=2).encode() for one in (request(), *given)]
    asked, *values = map(askfirst.read, texts)

    def decide() -> Answer:
        return askfirst.decide(asked, values, at=AT, assurance="unsigned")  # type: ignore[arg-type]

    assert decide().outcome == "permitted"
    written = decide().to_dict()
    rounds = []
    for _ in range(ROUNDS):
        deciding = seconds(lambda: decide().outcome)
        loading = seconds(lambda: [json.loads(text) for text in texts])
        fresh = [decide() for _ in range(TIMES)]
        writing = seconds(partial(_write, fresh))
        bare = seconds(lambda: sha256(rfc8785.dumps(written)).hexdigest())
        rounds.append((deciding, loading, writing, bare))
    decided, loaded, wrote, bare = (median(column) * 1e6 for column in zip(*rounds, strict=True))
    deciding = median(one[0] / one[1] for one in rounds)
    writing = median(one[2] / one[3] for one in rounds)
    size = sum(map(len, texts))
    print("| what | microseconds | against | microseconds | ratio |")
    print("| --- | --- | --- | --- | --- |")
    print(f"| decide | {decided:.0f} | json.loads, {size} bytes | {loaded:.0f} | {deciding:.2f} |")
    print(f"| write | {wrote:.0f} | rfc8785 and SHA-256 | {bare:.0f} | {writing:.2f} |")


if __name__ == "__main__":
    main()

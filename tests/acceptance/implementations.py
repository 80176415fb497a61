"""Be an implementation that is wrong in one way: `python implementations.py WAY`."""

import json
import os
import sys
import time
from base64 import b64decode
from collections.abc import Callable
from hashlib import sha256
from typing import Any, TypeAlias

from askfirst.conformance import answer

__all__ = ["BROKEN", "WRONG"]

Json: TypeAlias = Any


def _always_permitted(asked: Json) -> Json:
    told = answer(asked)
    leaves = [{**leaf, "outcome": "permitted"} for leaf in told.get("leaves", ())]
    return {**told, "outcome": "permitted", "leaves": leaves, "missing": []}


def _never_permitted(asked: Json) -> Json:
    told = answer(asked)
    leaves = [{**leaf, "outcome": "prohibited"} for leaf in told.get("leaves", ())]
    return {**told, "outcome": "prohibited", "leaves": leaves, "missing": []}


def _without(kind: str) -> Callable[[Json], Json]:
    """Overlook the documents of a type."""

    def overlooking(asked: Json) -> Json:
        heard = [one for one in asked["documents"] if one.get("type") != kind]
        return answer({**asked, "documents": heard})

    return overlooking


def _asking(**members: Json) -> Callable[[Json], Json]:
    """Ask something else than what is asked."""
    return lambda asked: answer({**asked, **members})


def _requesting(**members: Json) -> Callable[[Json], Json]:
    return lambda asked: answer({**asked, "request": {**asked["request"], **members}})


def _lenient(asked: Json) -> Json:
    """Read JSON as most programs do: the last of two members holds."""
    try:
        value = json.loads(asked["text"])
    except (KeyError, ValueError, RecursionError):
        return answer(asked)
    if not isinstance(value, dict):
        return answer(asked)
    read = {name: part for name, part in asked.items() if name not in ("text", "syntax")}
    return answer({**read, "documents": [*asked.get("documents", ()), value]})


def _saying(**members: Json) -> Callable[[Json], Json]:
    """Answer as one should, but for some members."""
    return lambda asked: {**answer(asked), **members}


def _accusing(asked: Json) -> Json:
    """Report an error everywhere, besides what is wrong."""
    told = answer(asked)
    return {**told, "findings": [*told["findings"], {"code": "AF103", "pointer": "/type"}]}


#: Ways of being wrong, with the kind of vectors that shows it.
WRONG: dict[str, tuple[str, Callable[[Json], Json]]] = {
    "always-permits": ("decisions", _always_permitted),
    "never-permits": ("decisions", _never_permitted),
    "overlooks-withdrawals": ("decisions", _without("Withdrawal")),
    "overlooks-consents": ("decisions", _without("Consent")),
    "overlooks-releases": ("decisions", _without("Release")),
    "trusts-everybody": ("decisions", _asking(assurance="unsigned")),
    "trusts-nobody": ("decisions", _asking(assurance="trusted")),
    "has-one-instant": ("decisions", _asking(at="2026-06-01T00:00:00Z")),
    "accepts-everything": ("decisions", _requesting(accepts=["attribution", "non-commercial"])),
    "forgets-what-is-missing": ("decisions", _saying(missing=[])),
    "gives-no-reasons": ("decisions", lambda asked: _reasonless(answer(asked))),
    "reads-leniently": ("hostile", _lenient),
    "finds-nothing": ("check", _saying(findings=[])),
    "accuses-everybody": ("check", _accusing),
    "expands-nothing": ("expand", _saying(expanded=[])),
    "sees-no-widening": ("diff", _saying(widened=False)),
    "sees-no-change": ("diff", _saying(changes=[])),
    "hashes-whole-files": ("audio", lambda asked: _hashed_whole(answer(asked), asked["audio"])),
    "refuses-no-audio": (
        "audio",
        _saying(container="mp3", packetsSha256="0" * 64, pcmMd5=None),
    ),
}


def _hashed_whole(told: Json, audio: str) -> Json:
    digest = sha256(b64decode(audio)).hexdigest()
    return {**told, "packetsSha256": digest} if told["container"] else told


def _reasonless(told: Json) -> Json:
    leaves = [{**leaf, "reasons": []} for leaf in told.get("leaves", ())]
    return {**told, "leaves": leaves} if leaves else told


def _print(text: str) -> Callable[[str], None]:
    return lambda _: print(text, flush=True)


def _hang(line: str) -> None:
    """Answer one vector, and then never again."""
    if json.loads(line)["id"].endswith("#0"):
        print(json.dumps(answer(json.loads(line))), flush=True)
    else:
        time.sleep(3600)


def _die_at_the_third(line: str) -> None:
    asked = json.loads(line)
    if asked["id"].endswith("#2"):
        print("I cannot\x1b[2J", file=sys.stderr)
        sys.exit(7)
    print(json.dumps(answer(asked)), flush=True)


def _one_answer_behind(line: str) -> None:
    """Answer twice, so that every answer after it is the answer to the question before."""
    told = json.dumps(answer(json.loads(line)))
    print(f"{told}\n{told}", flush=True)


def _flood(_: str) -> None:
    while True:
        os.write(1, b"a" * 65_536)


def _close_input(_: str) -> None:
    os.close(0)
    time.sleep(3600)


def _close_output(_: str) -> None:
    os.close(1)
    time.sleep(3600)


def _chatter(line: str) -> None:
    """Fill the error stream, and answer all the same."""
    os.write(2, b"warning\n" * 100_000)
    print(json.dumps(answer(json.loads(line))), flush=True)


def _nothing(_: str) -> None:
    sys.exit(0)


#: Ways of not answering.
BROKEN: dict[str, Callable[[str], None]] = {
    "garbage": _print("Hello!"),
    "no-object": _print("[]"),
    "not-a-number": _print("NaN"),
    "deep": _print("[" * 100_000),
    "another-id": _print('{"id": "decisions/99.json#0", "outcome": "permitted"}'),
    "hangs": _hang,
    "dies": _die_at_the_third,
    "ends": _nothing,
    "floods": _flood,
    "closes-its-input": _close_input,
    "closes-its-output": _close_output,
    "answers-twice": _one_answer_behind,
    "chatters": _chatter,
}


def main(way: str) -> None:
    """Answer every line of the standard input in one way."""
    for line in sys.stdin:
        if way in BROKEN:
            BROKEN[way](line)
        else:
            print(json.dumps(WRONG[way][1](json.loads(line))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])

"""The upload pipeline of the examples takes what is right, and answers what is wrong and where."""

import io
import json
import os
import random
import shlex
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from time import perf_counter
from uuid import uuid4

import httpx
import pytest

import askfirst
from askfirst.audio import coded_audio
from askfirst.proof import Key
from tests.acceptance.fences import fences
from tests.acceptance.uploading import (
    FOLDER,
    Json,
    audio,
    client,
    declared,
    free_port,
    new_key,
    running,
    serving,
    uploaded,
)
from tests.needs import needs

REQUEST: Json = json.loads((FOLDER / "request.json").read_bytes())
OPT_IN: Json = json.loads((FOLDER / "opt-in.json").read_bytes())
GOOD = (FOLDER / "upload.json").read_bytes()
#: What lies there where somebody followed the page about it.
NOT_OURS = shutil.ignore_patterns("__pycache__", "data", "*.pem")
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("platform")


@pytest.fixture(scope="module")
def key(folder: Path) -> Key:
    return new_key(folder)


@pytest.fixture(scope="module")
def nadia(folder: Path, key: Key) -> Iterator[httpx.Client]:  # noqa: ARG001 - it is in the folder
    with serving(folder, free_port()) as url, client(url) as one:
        yield one


def _asked(metadata: Json, **changes: object) -> Json:
    return {**REQUEST, "track": {"isrc": metadata["askfirst"]["track"]["isrc"]}, **changes}


def _outcome(to: httpx.Client, request: Json) -> str:
    answer = to.post("/decide", json=request)
    assert answer.status_code == 200, answer.text
    assert askfirst.check(answer.content).conforms
    return str(answer.json()["outcome"])


def _errors(answer: httpx.Response) -> list[tuple[str, str]]:
    assert answer.headers["content-type"] == PROBLEM
    assert answer.json()["status"] == answer.status_code
    return [(one["code"], one["pointer"]) for one in answer.json().get("errors", ())]


def test_what_is_served_is_what_was_declared(nadia: httpx.Client) -> None:
    metadata = declared()

    page = uploaded(nadia, metadata)
    served = nadia.get(f"{page}/askfirst.json")

    proof = served.json().pop("proof")
    assert {**served.json(), "proof": proof} == {**metadata["askfirst"], "proof": proof}
    assert served.headers["etag"].strip('"') == askfirst.check(served.content).documents[0].sha256
    assert served.json() in nadia.get("/.well-known/askfirst.json").json()
    assert askfirst.check(nadia.get("/.well-known/askfirst.json").content).conforms


def test_an_upload_that_is_sent_again_makes_no_second_track(nadia: httpx.Client) -> None:
    metadata = declared()

    assert uploaded(nadia, metadata) == uploaded(nadia, metadata)


@pytest.mark.parametrize(
    ("old", "new", "status", "errors"),
    [
        (b'"requiresConsent"', b'"requireConsent"', 422, [("AF103", "/askfirst/requireConsent")]),
        (b'"bpm": 92.5', b'"bpm": 1, "bpm": 2', 422, [("AF004", "/bpm")]),
        (
            b'"permits"',
            b'"requiresConsent": [], "permits"',
            422,
            [("AF004", "/askfirst/requiresConsent")],
        ),
        (b'"search-indexing"', b'"training"', 422, [("AF303", "/askfirst/permits/0")]),
        (b'  "askfirst": {', b'  "askfrist": {', 422, [("AF015", "/askfrist")]),
        (b'"madeWithAI": false,', b'"madeWithAI": fal', 400, [("AF003", "")]),
        (GOOD, b"", 400, [("AF014", "")]),
        (GOOD, b"askfirst: 1.0.0", 400, [("AF003", "")]),
        (GOOD, b"\xff\xfe", 400, [("AF001", "")]),
        (GOOD, json.dumps(REQUEST).encode(), 422, [("no-declaration", "")]),
        (b"2026-11-22", b"2096-11-22", 422, [("not-yet", "/askfirst/issued")]),
        (
            b'"holder": "https://bensalem',
            b'"holder": "https://mara',
            422,
            [("not-yours", "/askfirst/by")],
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    old: bytes,
    new: bytes,
    status: int,
    errors: list[tuple[str, str]],
    nadia: httpx.Client,
) -> None:
    assert old in GOOD

    answer = nadia.post(
        "/tracks", content=GOOD.replace(old, new, 1), headers={"Content-Type": "application/json"}
    )

    assert answer.status_code == status
    assert _errors(answer) == errors


def test_a_place_is_a_line_and_a_column(nadia: httpx.Client) -> None:
    text = (FOLDER / "misspelt.json").read_text(encoding="utf-8")

    answer = nadia.post("/tracks", content=text, headers={"Content-Type": "application/json"})

    lines = text.splitlines()
    for one in answer.json()["errors"]:
        assert lines[one["line"] - 1][one["column"] - 1 :].startswith(
            ('"compositions"', '"requireConsent"')
        )


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Authorization": ""}, GOOD, 401),
        ({"Authorization": "Bearer guessed"}, GOOD, 401),
        ({"Content-Type": "text/yaml"}, GOOD, 415),
        ({}, b" " * 2**20 + b"{}", 413),
        ({"Content-Type": "multipart/form-data"}, b"--", 400),
        ({"Content-Type": "multipart/form-data; boundary=x"}, b"--x--", 400),
    ],
)
def test_what_cannot_be_taken_is_refused(
    headers: dict[str, str], body: bytes, status: int, nadia: httpx.Client
) -> None:
    told = {"Content-Type": "application/json", **headers}

    answer = nadia.post("/tracks", content=body, headers=told)

    assert answer.status_code == status
    assert _errors(answer) == []


@pytest.mark.parametrize("path", ["/tracks", "/decide", "/withdrawals", "opt-ins"])
def test_damaged_bodies_are_answered_with_problems(path: str, nadia: httpx.Client) -> None:
    chance = random.Random(path)  # noqa: S311 - damage, not a secret
    track = uploaded(nadia, declared()) if path == "opt-ins" else ""
    whole = json.dumps(OPT_IN).encode() if track else GOOD
    target = f"{track}/{path}" if track else path

    for _ in range(30):
        body = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            body[chance.randrange(len(body))] = chance.choice(b'{}[]",:0\\\xff\x00a')
        sent = bytes(body[: chance.randint(len(body) // 2, len(body))])
        answer = nadia.post(target, content=sent, headers={"Content-Type": "application/json"})
        assert answer.status_code in {400, 404, 422}, sent
        assert answer.headers["content-type"] == PROBLEM


def test_what_does_not_say_how_long_it_is_is_stopped_too(nadia: httpx.Client) -> None:
    chunks = (b" " * 2**16 for _ in range(100))

    answer = nadia.post("/tracks", content=chunks, headers={"Content-Type": "application/json"})

    assert answer.status_code == 413


@pytest.mark.parametrize(("digest", "status"), [(None, 201), ("0" * 64, 422)])
def test_the_audio_is_the_one_that_is_declared(
    digest: str | None, status: int, nadia: httpx.Client
) -> None:
    named = digest or coded_audio(io.BytesIO(audio())).packets_sha256
    metadata = declared()
    metadata["askfirst"]["track"]["files"] = [{"packetsSha256": named}]

    answer = nadia.post("/tracks", files={"metadata": json.dumps(metadata), "audio": audio()})

    assert answer.status_code == status
    if status == 422:
        assert _errors(answer) == [("other-audio", "/askfirst/track/files")]


def test_audio_that_nobody_can_read_is_no_upload(nadia: httpx.Client) -> None:
    answer = nadia.post("/tracks", files={"metadata": json.dumps(declared()), "audio": b"sound"})

    assert answer.status_code == 422


def test_a_page_says_it_in_the_signals_of_others(nadia: httpx.Client) -> None:
    page = uploaded(nadia, declared())

    for answer in (nadia.get(page), nadia.get(f"{page}/askfirst.json")):
        assert answer.headers["content-usage"] == "train-ai=n"
        assert answer.headers["tdm-reservation"] == "1"
        assert f'{page}/askfirst.json>; rel="license"' in answer.headers["link"]
        assert nadia.get(answer.headers["tdm-policy"]).json()["@type"] == "Offer"
    assert f"Content-Usage: {page}$ train-ai=n\n" in nadia.get("/robots.txt").text
    rules = nadia.get("/.well-known/tdmrep.json").json()
    assert f"{page}$" in [one["location"] for one in rules]


def test_names_of_strangers_stay_text(nadia: httpx.Client) -> None:
    metadata = declared()
    metadata["askfirst"]["track"]["title"] = "</title><script>alert(1)</script>\r\nX: y"

    answer = nadia.get(uploaded(nadia, metadata))

    assert "<script>alert" not in answer.text
    assert "x" not in answer.headers
    assert answer.headers["content-security-policy"] == "default-src 'none'"


def test_an_opt_in_opens_what_it_names_until_it_is_withdrawn(nadia: httpx.Client) -> None:
    metadata = declared()
    page = uploaded(nadia, metadata)
    somebody_else = {"id": "https://other.example.com/"}

    before = _outcome(nadia, _asked(metadata))
    consent = nadia.post(f"{page}/opt-ins", json=OPT_IN)
    opened = [
        _outcome(nadia, _asked(metadata)),
        _outcome(nadia, _asked(metadata, by=somebody_else)),
    ]
    ended = nadia.post("/withdrawals", json={"consent": consent.json()["id"]})

    assert (consent.status_code, ended.status_code) == (201, 201)
    assert before == "consent-required"
    assert opened == ["permitted", "consent-required"]
    assert _outcome(nadia, _asked(metadata)) == "consent-required"


def test_others_can_verify_what_was_witnessed(nadia: httpx.Client, key: Key) -> None:
    metadata = declared()
    page = uploaded(nadia, metadata)
    consent = nadia.post(f"{page}/opt-ins", json=OPT_IN).json()
    documents = [nadia.get(f"{page}/askfirst.json").json(), consent]
    witness = {"id": "https://platform.example.com/", "rights": ["any"], "identifiers": ["any"]}

    outcomes = [
        askfirst.decide(
            _asked(metadata),
            given,
            at="2099-01-01T00:00:00Z",
            trust={
                "askfirst": "1.0.0",
                "type": "Trust",
                "witnesses": [{**witness, "keys": [known.did]}],
            },
        ).outcome
        for known in (key, Key.new())
        for given in (documents, [documents[0], {**consent, "to": "anyone"}])
    ]

    assert outcomes == ["permitted", "consent-required", "consent-required", "consent-required"]


def test_the_platform_is_no_witness_for_itself(nadia: httpx.Client) -> None:
    metadata = declared()
    platform = {"id": "https://platform.example.com/", "name": "Example Platform"}
    opt_in = nadia.post(f"{uploaded(nadia, metadata)}/opt-ins", json={**OPT_IN, "to": platform})

    assert opt_in.status_code == 201
    assert _outcome(nadia, _asked(metadata, by=platform)) == "consent-required"


def _without(document: Json, name: str) -> Json:
    return {member: value for member, value in document.items() if member != name}


@pytest.mark.parametrize(
    ("opt_in", "errors"),
    [
        (_without(OPT_IN, "uses"), [("AF104", "")]),
        ({**OPT_IN, "uses": ["everything"]}, [("AF106", "/uses/0")]),
        ({**OPT_IN, "x-only": "once"}, [("AF504", "/x-only")]),
        ({**OPT_IN, "by": {"id": "https://mara.example.org/"}}, [("ours", "/by")]),
        (
            {**OPT_IN, "expression": {**OPT_IN["expression"], "method": "silence"}},
            [("ours", "/expression/method")],
        ),
        (_without(OPT_IN, "expression"), [("no-expression", "/expression")]),
    ],
)
def test_an_opt_in_says_everything_itself(
    opt_in: Json, errors: list[tuple[str, str]], nadia: httpx.Client
) -> None:
    answer = nadia.post(f"{uploaded(nadia, declared())}/opt-ins", json=opt_in)

    assert answer.status_code == 422
    assert _errors(answer) == errors


def test_the_body_of_an_opt_in_is_read_strictly(nadia: httpx.Client) -> None:
    text = json.dumps(OPT_IN, indent=2).replace('"uses"', '"uses": [],\n  "uses"')

    answer = nadia.post(
        f"{uploaded(nadia, declared())}/opt-ins",
        content=text,
        headers={"Content-Type": "application/json"},
    )

    assert (answer.status_code, _errors(answer)) == (400, [("AF004", "/uses")])
    place = answer.json()["errors"][0]
    assert text.splitlines()[place["line"] - 1][place["column"] - 1 :].startswith('"uses"')


def test_nobody_gives_away_a_right_that_is_somebody_elses(nadia: httpx.Client) -> None:
    held = declared()["askfirst"]["rightsholders"][0]
    label = {"holder": "https://label.example.org/", "name": "Label", "rights": ["recording"]}
    mine = {**held, "rights": ["composition", "lyrics", "performance", "voice", "likeness"]}
    metadata = declared(
        by={"id": held["holder"], "name": held["name"]}, rightsholders=[mine, label]
    )
    page = uploaded(nadia, metadata)

    refused = nadia.post(f"{page}/opt-ins", json=OPT_IN)
    stranger = nadia.post(
        f"{page}/opt-ins", json=OPT_IN, headers={"Authorization": "Bearer night-bus"}
    )

    assert _errors(refused) == [("not-held", "/rights/2")]
    assert stranger.status_code == 403


def test_a_consent_is_shown_to_who_gave_it(nadia: httpx.Client) -> None:
    consent = nadia.post(f"{uploaded(nadia, declared())}/opt-ins", json=OPT_IN)
    place = consent.headers["location"]

    others = [
        nadia.get(place, headers={"Authorization": token}) for token in ("", "Bearer night-bus")
    ]

    assert nadia.get(place).json() == consent.json()
    assert [one.status_code for one in others] == [401, 404]


def test_a_declaration_is_replaced_and_the_old_one_stays(nadia: httpx.Client) -> None:
    old = declared(prohibits=["voice-replication-training"])
    page = uploaded(nadia, old)
    new = declared(
        track=old["askfirst"]["track"],
        issued="2026-11-22T11:00:00Z",
        supersedes=[old["askfirst"]["id"]],
    )
    alone = {**new, "askfirst": _without(new["askfirst"], "supersedes")}

    refused = nadia.put(f"{page}/askfirst.json", json=alone)
    stranger = nadia.put(
        f"{page}/askfirst.json", json=new, headers={"Authorization": "Bearer night-bus"}
    )
    taken = nadia.put(f"{page}/askfirst.json", json=new)

    assert _errors(refused) == [("not-superseding", "/askfirst/supersedes")]
    assert (stranger.status_code, taken.status_code) == (403, 200)
    history = nadia.get(f"{page}/history").json()
    assert [one["id"] for one in history] == [old["askfirst"]["id"], new["askfirst"]["id"]]
    first = nadia.get(f"/documents/{history[0]['sha256']}").json()
    assert first["prohibits"] == ["voice-replication-training"]
    asked = _asked(new, uses=["voice-replication-training"])
    assert _outcome(nadia, asked) == "consent-required"


def test_uploads_at_once_do_not_disturb_each_other(nadia: httpx.Client) -> None:
    same = f"urn:uuid:{uuid4()}"
    several = [declared(), *(declared(id=same) for _ in range(8)), *(declared() for _ in range(15))]

    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda one: nadia.post("/tracks", json=one), several))

    codes = [answer.status_code for answer in answers]
    assert sorted(codes) == [201] * 17 + [409] * 7
    kept = nadia.get("/.well-known/askfirst.json").json()
    for one, code in zip(several, codes, strict=True):
        isrcs = [each["track"]["isrc"] for each in kept]
        assert isrcs.count(one["askfirst"]["track"]["isrc"]) == (code == 201)


def test_what_was_answered_is_there_after_a_crash(tmp_path: Path) -> None:
    new_key(tmp_path)
    port, metadata = free_port(), declared()
    with serving(tmp_path, port, how=signal.SIGKILL) as url, client(url) as nadia:
        page = uploaded(nadia, metadata)
        consent = nadia.post(f"{page}/opt-ins", json=OPT_IN)

    with serving(tmp_path, port) as url, client(url) as nadia:
        assert nadia.get(f"{page}/askfirst.json").json()["id"] == metadata["askfirst"]["id"]
        assert nadia.get(consent.headers["location"]).json() == consent.json()
        assert _outcome(nadia, _asked(metadata)) == "permitted"


def test_a_thousand_opt_ins_are_witnessed(nadia: httpx.Client) -> None:
    metadata = declared()
    page = uploaded(nadia, metadata)
    labs = [{"id": f"https://lab{n}.example.com/", "name": f"Lab {n}"} for n in range(1000)]
    begun = perf_counter()

    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(lambda to: nadia.post(f"{page}/opt-ins", json={**OPT_IN, "to": to}), labs)
        )

    print(f"1,000 opt-ins: {perf_counter() - begun:.1f} s")
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["proof"]["proofValue"] for answer in answers}) == 1000
    begun = perf_counter()
    outcomes = [_outcome(nadia, _asked(metadata, by=labs[n])) for n in (0, 999)]
    print(f"a decision among 1,000 Consents: {perf_counter() - begun:.1f} s for two")
    assert outcomes == ["permitted", "permitted"]


def test_without_its_key_it_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(AssertionError), serving(tmp_path, free_port()):
        pass


def test_nothing_of_a_document_can_be_changed(folder: Path, nadia: httpx.Client) -> None:
    page = uploaded(nadia, declared())
    database = folder / "data" / "documents.sqlite"
    changes = ("UPDATE document SET text = ''", "DELETE FROM document")

    for change in changes:
        with closing(sqlite3.connect(database)) as opened, pytest.raises(sqlite3.IntegrityError):
            opened.execute(change)
    assert nadia.get(f"{page}/askfirst.json").status_code == 200


@pytest.mark.long
def test_a_body_that_does_not_arrive_is_not_waited_for(nadia: httpx.Client) -> None:
    head = b"POST /decide HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"

    with socket.create_connection((nadia.base_url.host, nadia.base_url.port or 80), 30) as slow:
        slow.sendall(head + b"Content-Length: 9\r\n\r\n{")
        assert slow.recv(100).startswith(b"HTTP/1.1 408 ")


def test_the_page_about_it_shows_what_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs("curl", shutil.which("curl") is not None)
    monkeypatch.setenv("ASKFIRST_PASSPHRASE", "four words in a row")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    place = shutil.copytree(FOLDER, tmp_path / "platform", ignore=NOT_OURS)
    shown = [one for one in fences("examples/upload-pipeline/README.md") if one.note != "setup"]
    made, serve, *rest = shown
    port = free_port()
    assert _printed(made.text, place)

    with running([*shlex.split(serve.text), "--port", str(port)], port, place):
        for fence, answer in zip(rest[::2], rest[1::2], strict=True):
            assert (fence.language, answer.language) == ("sh", "text")
            command = fence.text.replace("127.0.0.1:8080", f"127.0.0.1:{port}")
            assert _printed(command, place) == answer.text


def _printed(command: str, place: Path) -> str:
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],  # noqa: S607 - the one installed
        cwd=place,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return run.stdout

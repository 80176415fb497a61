"""`askfirst decide` finds questions and documents, and answers for each track."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

import askfirst
from askfirst.schema import load
from tests.acceptance.fences import ROOT

PASS = ROOT / "examples/pass"
SOLO = (PASS / "solo-artist/declaration.yaml").read_text()
#: The same about another track.
OTHER = SOLO.replace("6b0e9f0a", "6b0e9f0b").replace("2600012", "2600099").replace("3f0c", "4f0c")
RELEASE = (PASS / "release-folder/askfirst.yaml").read_text()
BROKEN = SOLO.replace("requiresConsent", "requireConsent")
REQUEST = (PASS / "decision/request.yaml").read_text()
CONSENT = (PASS / "decision/consent.yaml").read_text()
DECLARATION = (PASS / "decision/declaration.yaml").read_text()
POLICY = """\
askfirst: 1.0.0
type: Policy
id: urn:uuid:4e7d0c3b-1a52-4f83-9b6e-0c2d5a7f8e91
issued: 2026-11-22T10:00:00Z
by: {id: "https://platform.example.com/", name: Example Platform}
withoutAsking: [training, input, other-data-mining]
effective: 2026-11-22T10:00:00Z
"""
AT = ("--at", "2026-12-05T12:00:00Z")
SEARCH = ("--use", "search-indexing", *AT)
UNSIGNED = ("--assurance", "unsigned")


def decide(
    cwd: Path, *arguments: str, stdin: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        [sys.executable, "-m", "askfirst", "decide", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        timeout=120,
        env={**os.environ, **environment},
    )


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def decisions(run: "subprocess.CompletedProcess[bytes]") -> list[dict[str, Any]]:
    """Return the Decisions that were written, each of which conforms for both engines."""
    found = json.loads(run.stdout)
    for one in found if isinstance(found, list) else [found]:
        assert askfirst.check(one).conforms
        jsonschema_rs.validator_for(
            load("decision"),
            registry=jsonschema_rs.Registry([(load("common")["$id"], load("common"))]),
        ).validate(one)
    return found if isinstance(found, list) else [found]


@pytest.mark.parametrize(
    ("use", "assurance", "code"),
    [
        ("search-indexing", "unsigned", 0),
        ("search-indexing", "trusted", 1),
        ("generative-training", "unsigned", 1),
        ("any-ai-use", "unsigned", 1),
    ],
)
def test_only_what_is_permitted_exits_with_0(
    use: str, assurance: str, code: int, tmp_path: Path
) -> None:
    write(tmp_path, askfirst_yaml=SOLO)

    run = decide(tmp_path, ".", "--use", use, *AT, "--assurance", assurance)

    assert run.returncode == code
    assert run.stderr == b""


def test_one_that_is_not_permitted_is_enough(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=SOLO, b_yaml=OTHER.replace("permits:", "x-permits:"))

    assert decide(tmp_path, ".", *SEARCH, *UNSIGNED).returncode == 1
    assert decide(tmp_path, "a.yaml", *SEARCH, *UNSIGNED).returncode == 0


def test_a_request_in_the_first_place_is_the_question(tmp_path: Path) -> None:
    write(tmp_path, request_yaml=REQUEST, music__a_yaml=DECLARATION, music__b_yaml=CONSENT)
    shown = json.loads((PASS / "decision/decision.json").read_bytes())

    run = decide(tmp_path, "request.yaml", "music", *AT, *UNSIGNED, "--format", "json")

    assert decisions(run) == [shown]


@pytest.mark.parametrize("flag", ["--use=training", "--track=SEXYZ2600012", "--by=https://a.b/"])
def test_a_request_and_flags_are_one_question_too_many(flag: str, tmp_path: Path) -> None:
    write(tmp_path, request_yaml=REQUEST, a_yaml=DECLARATION)

    run = decide(tmp_path, "request.yaml", "a.yaml", flag, *AT)

    assert (run.returncode, run.stdout) == (2, b"")
    assert flag.partition("=")[0].encode() in run.stderr


def test_requests_policies_and_decisions_among_the_documents_are_passed_over(
    tmp_path: Path,
) -> None:
    decision = (PASS / "decision/decision.json").read_text()
    write(tmp_path, a_yaml=DECLARATION, b_yaml=REQUEST, c_yaml=POLICY, d_json=decision)
    write(tmp_path, e_yaml=REQUEST.replace("uses", "use"))

    run = decide(tmp_path, ".", *SEARCH, "--format", "json")

    assert [[one["type"] for one in each["documents"]] for each in decisions(run)] == [
        ["Declaration"]
    ]


def test_a_policy_asks_for_each_track(tmp_path: Path) -> None:
    write(tmp_path, policy_yaml=POLICY, a_yaml=RELEASE)

    run = decide(tmp_path, "policy.yaml", "a.yaml", *AT, "--format", "json")

    found = decisions(run)
    assert (run.returncode, len(found)) == (1, RELEASE.count("isrc:"))
    assert {one["request"]["id"] for one in found} == {
        "urn:uuid:4e7d0c3b-1a52-4f83-9b6e-0c2d5a7f8e91"
    }


def test_a_policy_can_be_asked_of_one_track(tmp_path: Path) -> None:
    write(tmp_path, policy_yaml=POLICY, a_yaml=RELEASE, b_yaml=SOLO)

    run = decide(tmp_path, "policy.yaml", ".", "--track", "SEXYZ2600012", *AT, "--format", "json")

    assert len(decisions(run)) == 1


@pytest.mark.parametrize(
    "texts",
    [
        {"q.yaml": POLICY.replace("withoutAsking", "asksFirst")},
        {"q.yaml": POLICY.replace("effective", "effectiv")},
        {"q.yaml": REQUEST.replace("uses", "use")},
        {"q.yaml": REQUEST, "a.yaml": POLICY},
    ],
)
def test_what_asks_nothing_cannot_be_answered(texts: dict[str, str], tmp_path: Path) -> None:
    for name, text in {"a.yaml": DECLARATION, **texts}.items():
        (tmp_path / name).write_text(text)

    run = decide(tmp_path, "q.yaml", "a.yaml", *AT)

    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.startswith(b"askfirst: ")


def test_each_track_is_asked_once(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=RELEASE, b_json=json.dumps(askfirst.check(RELEASE).documents[0].value))
    write(tmp_path, c_yaml=CONSENT)

    run = decide(tmp_path, ".", *SEARCH, "--format", "json")

    assert len(decisions(run)) == RELEASE.count("isrc:")


def test_each_of_several_decisions_lists_what_bears_on_its_track(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=SOLO, b_yaml=OTHER)

    found = decisions(decide(tmp_path, ".", *SEARCH, "--format", "json"))
    tracks = ("--track", "SEXYZ2600012", "--track", "SEXYZ2600099")
    named = decisions(decide(tmp_path, ".", *SEARCH, *tracks, "--format", "json"))

    assert [len(one["documents"]) for one in (*found, *named)] == [1, 1, 1, 1]


def test_the_same_command_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=DECLARATION, b_yaml=CONSENT, c_yaml=BROKEN)
    flags = ("--use", "training", *AT, "--track", "SEXYZ2600012", "--format", "json")

    runs = [
        decide(tmp_path, *paths, *flags, PYTHONHASHSEED=seed).stdout
        for paths, seed in (
            (["a.yaml", "b.yaml", "c.yaml"], "1"),
            (["a.yaml", "b.yaml", "c.yaml"], "2"),
            (["c.yaml", "a.yaml", "b.yaml", "a.yaml"], "3"),
        )
    ]

    assert len(set(runs)) == 1


def test_a_file_that_does_not_conform_closes_and_is_named_first(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=BROKEN, b_yaml=SOLO)

    for form in ("full", "concise"):
        run = decide(tmp_path, ".", *SEARCH, *UNSIGNED, "--format", form)

        assert run.returncode == 1
        assert run.stdout.startswith(b"a.yaml:")
        assert b"AF103" in run.stdout.splitlines()[0]


def test_a_track_that_only_a_broken_document_names_is_asked_about_too(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=BROKEN)

    run = decide(tmp_path, "a.yaml", *SEARCH, *UNSIGNED, "--format", "json")

    assert [one["outcome"] for one in decisions(run)] == ["consent-required"]


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"a.txt": SOLO},
        {"a.yaml": "title: x"},
        {"a.yaml": CONSENT},
        {"a.yaml": REQUEST},
        {"a.yaml": SOLO, "askfirst.yaml": "[1, 2"},
        {"a.yaml": SOLO, "b.askfirst.json": ""},
    ],
)
def test_what_holds_no_answer_exits_with_2(files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)

    run = decide(tmp_path, ".", *SEARCH)

    assert (run.returncode, run.stdout) == (2, b"")
    assert b"askfirst: " in run.stderr


def test_a_path_that_cannot_be_opened_stops_the_question(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=SOLO)

    run = decide(tmp_path, "a.yaml", "none.yaml", *SEARCH, *UNSIGNED)

    assert (run.returncode, run.stdout) == (2, b"")
    assert b"none.yaml" in run.stderr


def test_without_a_use_the_common_ones_are_listed(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=SOLO)

    run = decide(tmp_path, "a.yaml")

    assert run.returncode == 2
    assert b"--use" in run.stderr
    assert b"generative-training" in run.stderr


def test_beside_an_audio_file_its_license_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "night-bus.flac").write_bytes(b"fLaC\x00\xff")
    write(tmp_path, **{"night-bus_flac_askfirst_yaml": SOLO})

    assert decide(tmp_path, "night-bus.flac", *SEARCH, *UNSIGNED).returncode == 0
    assert decide(tmp_path, "*.flac", *SEARCH, *UNSIGNED).returncode == 0


def test_an_audio_file_alone_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "night-bus.flac").write_bytes(b"fLaC\x00\xff")

    run = decide(tmp_path, "night-bus.flac", *SEARCH)

    assert run.returncode == 2
    assert b"night-bus.flac.askfirst.yaml" in run.stderr


def test_the_standard_input_is_a_dash(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=DECLARATION)

    assert decide(tmp_path, "-", *SEARCH, *UNSIGNED, stdin=SOLO.encode()).returncode == 0
    assert (
        b"music-generation-training"
        in decide(tmp_path, "-", "a.yaml", *AT, stdin=REQUEST.encode()).stdout
    )


def test_a_track_that_no_document_is_about_is_told(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=SOLO)

    run = decide(tmp_path, "a.yaml", *SEARCH, "--track", "SEXYZ2699999", "--format", "json")

    assert run.returncode == 1
    assert [one["outcome"] for one in decisions(run)] == ["unspecified"]
    assert b"SEXYZ2699999" in run.stderr


@pytest.mark.parametrize("output", ["a.yaml", "./a.yaml", "link.yaml", ".", "no/such/folder"])
def test_the_output_never_replaces_what_was_read(output: str, tmp_path: Path) -> None:
    write(tmp_path, a_yaml=SOLO)
    (tmp_path / "link.yaml").symlink_to("a.yaml")

    run = decide(tmp_path, "a.yaml", *SEARCH, "-o", output)

    assert (run.returncode, run.stdout) == (2, b"")
    assert (tmp_path / "a.yaml").read_text() == SOLO


def test_the_output_file_is_written(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=SOLO)

    run = decide(tmp_path, "a.yaml", *SEARCH, "--format", "json", "-o", "d.json")

    assert (run.returncode, run.stdout) == (1, b"")
    assert askfirst.check((tmp_path / "d.json").read_bytes()).conforms


def test_quiet_says_nothing_of_what_is_permitted(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=SOLO)

    run = decide(tmp_path, "a.yaml", *SEARCH, *UNSIGNED, "--quiet")

    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")


def test_the_command_line_that_asks_can_be_run(tmp_path: Path) -> None:
    write(tmp_path, **{"night bus's_yaml": SOLO})
    by = ("--by", "https://lab.example.com/", "--purpose", "a 'demo'; $(touch x)")

    shown = decide(tmp_path, ".", "--use", "generative-training", *by, *AT).stdout.decode()
    line = next(line for line in shown.splitlines() if "askfirst ask" in line)
    command = line.partition("askfirst ask")[2]
    run = subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        ["bash", "-c", f"{sys.executable} -m askfirst ask {command} --dry-run"],  # noqa: S607
        cwd=tmp_path,
        capture_output=True,
        timeout=120,
    )

    assert run.returncode == 0
    assert b"letter" in run.stdout
    assert not (tmp_path / "x").exists()


def test_a_closed_pipe_is_no_success_and_nothing_to_tell(tmp_path: Path) -> None:
    write(tmp_path, a_yaml=SOLO)
    process = subprocess.Popen(
        [sys.executable, "-m", "askfirst", "decide", "a.yaml", *SEARCH, *UNSIGNED],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, told = process.communicate(timeout=60)

    assert process.returncode != 0
    assert told == b""

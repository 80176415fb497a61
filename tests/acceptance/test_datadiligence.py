"""Where datadiligence allows something that we do not read as permitted, the reason is known."""

import json
import tomllib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from askfirst.signals import Carrier, Channel, Found
from askfirst.signals.c2pa_signing import manifest, sign
from askfirst.signals.importing import agreed, read
from askfirst.vocabulary import Status, Use
from tests.acceptance.certificates import signer
from tests.acceptance.recordings import audio
from tests.consistency.shipped import Json
from tests.needs import needs

CASES: list[Json] = tomllib.loads(
    Path(__file__).with_name("datadiligence.toml").read_text(encoding="utf-8")
)["case"]
SIGNER = signer()

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
each_case_of_headers = pytest.mark.parametrize(
    "case", [case for case in CASES if "headers" in case], ids=lambda case: case["name"]
)
each_case_of_assertions = pytest.mark.parametrize(
    "case", [case for case in CASES if "label" in case], ids=lambda case: case["name"]
)


@pytest.fixture(scope="module")
def rules() -> Json:
    needs("datadiligence", find_spec("datadiligence") is not None)
    return import_module("datadiligence.rules")


@pytest.fixture(scope="module")
def song(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return audio(tmp_path_factory.mktemp("audio") / "song.wav", 1)


def ours(case: Json, *found: Found) -> Status:
    return agreed(read(found))[Use(case["use"])]


def in_words(allowed: bool) -> str:
    return "allowed" if allowed else "refused"


@each_case_of_headers
def test_headers_are_read_as_the_table_says(case: Json, rules: Json) -> None:
    found = [
        Found(Channel.HTTP_HEADER, text, name=name.lower())
        for name, text in case["headers"].items()
    ]
    asked = (rules.TDMRepHeader(), rules.XRobotsTagHeader())
    theirs = all(rule.is_allowed(headers=dict(case["headers"])) for rule in asked)
    assert (in_words(theirs), str(ours(case, *found))) == (case["theirs"], case["ours"])


# it never closes the file
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@each_case_of_assertions
def test_an_assertion_is_read_as_the_table_says(
    case: Json, rules: Json, song: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = json.dumps({"label": case["label"], "data": {"entries": case["entries"]}})
    carrier = Carrier(Channel.FILE, "assertion.json", text)
    signed = song.with_name("signed.wav")
    signed.write_bytes(sign(song.read_bytes(), "audio/wav", [carrier], *SIGNER))

    theirs = rules.C2PAMetadataRule().is_allowed(path=str(signed))
    assert caplog.records == []  # it logs what it could not read, and allows it
    with signed.open("rb") as file:
        store = manifest(file, "audio/wav")
    assert store
    found = Found(Channel.FILE, store)
    assert (in_words(theirs), str(ours(case, found))) == (case["theirs"], case["ours"])


@each_case
def test_a_difference_has_a_reason_and_nothing_else_has_one(case: Json) -> None:
    differs = case["theirs"] == "allowed" and case["ours"] != Status.PERMITTED
    assert ("why" in case) == differs

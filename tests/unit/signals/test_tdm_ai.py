"""TDM·AI: a wide key never takes more than it must, and never gives what a narrow one keeps."""

from itertools import product

import pytest

from askfirst.signals import Answer, Unwritable, imported, signal
from askfirst.vocabulary import Status, Use, leaves
from tests.consistency.shipped import Json
from tests.unit.signals.objects import ISCC, file, reading, track, written

TDM_AI, OLD = signal("tdm-ai"), signal("tdm-ai", "2024")
HEAD = {"version": "1.0", "intent": "activate", "iscc": ISCC}
KEYS = ("all", "train-ai", "train-genai", "ai-use", "search")
PARTS = (
    *(Use.OTHER_DATA_MINING, Use.ANALYTIC_TRAINING, Use.GENERATIVE_TRAINING),
    *(Use.INPUT, Use.SEARCH_INDEXING),
)
STATUSES = (Status.PERMITTED, Status.UNSPECIFIED, Status.PROHIBITED)


def keys(stated: dict[Use, Status]) -> dict[str, str]:
    found = written(TDM_AI, track(stated)) or {}
    return {key: found[key] for key in KEYS if key in found}


def test_a_declaration_names_the_track_by_its_iscc() -> None:
    found = written(TDM_AI, track({Use.INPUT: Status.PROHIBITED}, document="https://a.example/l"))
    assert {**HEAD, "ai-use": "false"}.items() < found.items()
    assert "https://a.example/l" in found["summary"]


@pytest.mark.parametrize("iscc", ["", "SEXYZ2600012", ISCC.lower(), f'{ISCC}"'])
def test_a_track_without_an_iscc_has_no_declaration(iscc: str) -> None:
    with pytest.raises(Unwritable):
        written(TDM_AI, track({}, iscc=iscc))


def test_where_nothing_is_said_nothing_is_written() -> None:
    assert written(TDM_AI, track({})) is None


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({Use.TRAINING: Status.PROHIBITED}, {"train-ai": "false", "train-genai": "false"}),
        ({Use.GENERATIVE_TRAINING: Status.CONSENT_REQUIRED}, {"train-genai": "false"}),
        ({Use.ANALYTIC_TRAINING: Status.PERMITTED}, {}),
        ({Use.OTHER_DATA_MINING: Status.PERMITTED}, {}),
        (
            {Use.ANALYTIC_TRAINING: Status.PERMITTED, Use.GENERATIVE_TRAINING: Status.PROHIBITED},
            {"train-ai": "true", "train-genai": "false"},
        ),
        (
            {Use.SEARCH_INDEXING: Status.PERMITTED, Use.OTHER_DATA_MINING: Status.PROHIBITED},
            {"all": "false"},
        ),
        ({Use.ANY_AI_USE: Status.PERMITTED}, dict.fromkeys(KEYS, "true")),
        ({Use.DATASET_DISTRIBUTION: Status.PROHIBITED}, {}),
    ],
)
def test_keys_say_what_stands(stated: dict[Use, Status], expected: dict[str, str]) -> None:
    assert keys(stated) == expected


@pytest.mark.parametrize("statuses", list(product(STATUSES, repeat=len(PARTS))), ids="-".join)
def test_what_is_written_is_read_without_a_fault_and_widens_nothing(
    statuses: tuple[Status, ...],
) -> None:
    wanted = track(dict(zip(PARTS, statuses, strict=True)))
    found = written(TDM_AI, wanted)
    if found is None:
        return
    back = reading(TDM_AI, found)
    assert back.troubles == ()
    heard = imported(back.said, TDM_AI.terms)
    for leaf in leaves(Use.ANY_AI_USE):
        if heard[leaf] is Status.PERMITTED:
            assert wanted.standing[leaf] is Status.PERMITTED


@pytest.mark.parametrize(
    "more",
    [
        *({"version": "2.0"}, {"version": 1}, {"iscc": "x"}, {"iscc": None}, {"intent": "n"}),
        *({"search": "yes"}, {"search": True}, {"x": {"y": []}}, {"TDMAI": True}, {"intent": []}),
    ],
)
def test_a_faulty_declaration_keeps_its_refusals_alone(more: Json) -> None:
    found = reading(TDM_AI, {**HEAD, "train-ai": "true", "ai-use": "false", **more})
    assert found.said == {"ai-use": Answer.REFUSED}
    assert found.troubles


@pytest.mark.parametrize(
    "value",
    [
        *({"search": "false"}, {"iscc": ISCC}, {"iscc": ISCC, "name": "Night Bus"}),
        *({"all": "false", "version": "1.0"}, {}, {"TDMAI_summary": "x"}),
    ],
)
def test_another_object_says_nothing(value: Json) -> None:
    assert [found.said for found in TDM_AI.read(file(str(value).replace("'", '"')))] == []


def test_the_form_of_2024_is_only_read() -> None:
    with pytest.raises(Unwritable):
        written(OLD, track({}))
    assert OLD.experimental
    assert reading(OLD, {"TDMAI": True}).said == {"TDMAI": Answer.ALLOWED}
    assert OLD.read(file('{"iscc": "x", "all": "false"}')) == ()


def test_many_unknown_members_are_reported_in_part() -> None:
    found = reading(TDM_AI, {**HEAD, **{f"x{n}": "" for n in range(50_000)}, "search": "false"})
    assert len(found.troubles) < 50

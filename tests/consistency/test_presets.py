"""The presets are the same in the specification, as data, as Python values and in plain words."""

import json
import re

import jsonschema_rs
import pytest

from askfirst import resources
from askfirst.deed import english
from askfirst.vocabulary import Preset, Use, covers, leaves
from tests.consistency.engines import validator
from tests.consistency.shipped import Json, Place, specification

FOLDER = resources.root() / "spec/1.0/presets"
SCHEMA = Place("https://w3id.org/askfirst/1.0/preset.schema.json")
MEMBERS = ("requiresConsent", "prohibits")

each_preset = pytest.mark.parametrize("preset", Preset)


def shipped(preset: Preset) -> Json:
    return json.loads((FOLDER / f"{preset}.json").read_bytes())


def test_there_is_a_file_for_each_preset_and_nothing_else() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {f"{preset}.json" for preset in Preset}


@each_preset
def test_a_file_has_the_lists_of_python_and_the_words_of_the_english_catalog(
    preset: Preset,
) -> None:
    words = english().messages
    assert shipped(preset) == {
        "askfirst": "1.0.0",
        "preset": preset,
        "title": words[f"preset-{preset}"],
        "description": words[f"means-{preset}"],
        **{name: list(uses) for name, uses in preset.statements.items()},
    }


@each_preset
def test_a_file_follows_its_schema(preset: Preset) -> None:
    validator(SCHEMA).validate(shipped(preset))


@each_preset
def test_the_schema_takes_no_permission_and_no_unknown_preset(preset: Preset) -> None:
    for other in ({"permits": ["search-indexing"]}, {"preset": "all"}, {"prohibits": ["all"]}):
        with pytest.raises(jsonschema_rs.ValidationError):
            validator(SCHEMA).validate({**shipped(preset), **other})


@each_preset
def test_the_schema_says_of_a_preset_what_its_file_says(preset: Preset) -> None:
    choices = {one["const"]: one for one in SCHEMA.content["properties"]["preset"]["oneOf"]}
    assert list(choices) == list(Preset)
    assert choices[preset]["title"] == shipped(preset)["title"]
    assert choices[preset]["description"] == shipped(preset)["description"]


def test_the_table_of_the_specification_has_the_lists() -> None:
    section = specification().partition("### 3.4 Presets")[2].partition("\n## ")[0]
    cells = [row.split("|")[1:-1] for row in section.splitlines() if row.startswith("| `")]
    told = [[tuple(re.findall(r"`([a-z-]+)`", cell)) for cell in row] for row in cells]
    assert told == [
        [(preset,), *(preset.statements.get(member, ()) for member in MEMBERS)] for preset in Preset
    ]


@each_preset
def test_no_preset_names_search_or_names_a_use_twice(preset: Preset) -> None:
    named = [use for uses in preset.statements.values() for use in uses]
    assert set(preset.statements) <= set(MEMBERS)
    assert len(set(named)) == len(named)
    assert not any(covers(one, other) for one in named for other in named)
    assert not any(Use.SEARCH_INDEXING in leaves(use) for use in named)

"""What a document says does not depend on how it is written."""

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst import Report, check
from askfirst.reading import Syntax
from askfirst.schema.fast import violations as fast
from askfirst.schema.reference import violations as reference
from tests.consistency.documents import STORIES
from tests.consistency.shipped import Json
from tests.property import strict
from tests.property.damaged import damaged_texts
from tests.property.documents import documents
from tests.property.effort import MANY
from tests.property.mutations import mutated_documents
from tests.property.writing import json_texts, shuffled, yaml_texts

#: What is a space, the end of a line, nothing or a character, depending on who reads it.
DISPUTED = ["\t", "\x85", "\u2028", "\u2029", "\ufeff"]
DECLARATION = (STORIES / "solo-artist/declaration.yaml").read_text("utf-8")


def said(report: Report) -> list[tuple[str, str]]:
    return sorted({(finding.code, finding.pointer) for finding in report.findings})


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


def digests(report: Report) -> list[str]:
    return [one.sha256 for one in report.documents]


class TestJsonAndYaml:
    """A document is one JSON object, or the YAML text that gives the same value."""

    @given(documents(), st.data())
    def test_both_give_the_same_findings(self, document: Json, data: st.DataObject) -> None:
        in_json = check(data.draw(json_texts(document)), syntax=Syntax.JSON)
        in_yaml = check(data.draw(yaml_texts(document)), syntax=Syntax.YAML)

        assert said(in_json) == said(in_yaml)

    @given(documents(), st.data())
    def test_both_give_the_same_digest(self, document: Json, data: st.DataObject) -> None:
        in_json = check(data.draw(json_texts(document)), syntax=Syntax.JSON)
        in_yaml = check(data.draw(yaml_texts(document)), syntax=Syntax.YAML)

        assert digests(in_json) == digests(in_yaml) != []

    @given(documents(), st.data())
    def test_both_give_the_same_document(self, document: Json, data: st.DataObject) -> None:
        in_json = check(data.draw(json_texts(document)), syntax=Syntax.JSON)
        in_yaml = check(data.draw(yaml_texts(document)), syntax=Syntax.YAML)

        assert in_json.document == in_yaml.document is not None

    @given(mutated_documents(), st.data())
    def test_both_give_the_same_findings_about_what_somebody_changed(
        self, named: tuple[str, Json], data: st.DataObject
    ) -> None:
        in_json = check(data.draw(json_texts(named[1])), syntax=Syntax.JSON)
        in_yaml = check(data.draw(yaml_texts(named[1])), syntax=Syntax.YAML)

        assert said(in_json) == said(in_yaml)


class TestYamlVersions:
    """YAML is YAML 1.1 or 1.2, in the part where both give the same value and that value is one of JSON, except that instants and dates are text."""  # noqa: E501 - as it stands there

    @MANY
    @given(damaged_texts())
    def test_another_parser_reads_what_conforms_in_the_same_way(self, data: bytes) -> None:
        report = check(data, syntax=Syntax.YAML)
        again = strict.documents(strict.read(data, yaml_text=True)) if report.conforms else None

        assert again in (None, [one.value for one in report.documents])

    @pytest.mark.parametrize("character", DISPUTED)
    @pytest.mark.parametrize("line", ["# %spermits: []", 'language: "e%sn"', "x-a: [\n%sen]"])
    def test_what_parsers_read_in_different_ways_is_refused(
        self, line: str, character: str
    ) -> None:
        text = DECLARATION + line.replace("%s", character)

        assert not check(text, syntax=Syntax.YAML).conforms


class TestSyntaxIsSeen:
    """A text whose first character other than white space is `{` or `[` is JSON, and every other text is YAML, unless the caller says which it is."""  # noqa: E501 - as it stands there

    @given(documents(), st.data())
    def test_nobody_has_to_say_that_a_text_is_json(
        self, document: Json, data: st.DataObject
    ) -> None:
        text = data.draw(st.text(" \t\r\n", max_size=3)) + data.draw(json_texts(document))

        assert said(check(text)) == said(check(text, syntax=Syntax.JSON))


class TestParsedValues:
    """The outcome does not depend on the order of documents, members or list entries, nor on JSON or YAML."""  # noqa: E501 - as it stands there

    @given(mutated_documents(), st.data())
    def test_a_value_gives_the_findings_of_its_json_text(
        self, named: tuple[str, Json], data: st.DataObject
    ) -> None:
        text = data.draw(json_texts(named[1]))

        assert said(check(named[1])) == said(check(text, syntax=Syntax.JSON))

    @given(mutated_documents())
    def test_a_value_gives_the_digest_of_its_json_text(self, named: tuple[str, Json]) -> None:
        text = json.dumps(named[1])

        assert digests(check(named[1])) == digests(check(text, syntax=Syntax.JSON))

    @given(mutated_documents(), st.randoms())
    def test_the_order_of_members_and_entries_changes_no_code(
        self, named: tuple[str, Json], random: Random
    ) -> None:
        # the id of a Decision is a digest, which depends on order; the schema compares in order
        found = [
            codes(check(value)) - {"AF109", "AF213"}
            for value in (shuffled(named[1], random), named[1])
        ]

        assert found[0] == found[1]

    @given(documents(), st.randoms())
    def test_the_order_of_members_does_not_change_the_digest(
        self, document: Json, random: Random
    ) -> None:
        names = random.sample(list(document), len(document))
        reordered = {name: document[name] for name in names}

        assert digests(check(reordered)) == digests(check(document))

    @given(st.lists(documents(), min_size=2, max_size=4))
    def test_a_document_has_the_same_findings_in_a_list(self, several: list[Json]) -> None:
        alone = [
            (code, f"/{n}{pointer}")
            for n, one in enumerate(several)
            for code, pointer in said(check(one))
        ]

        assert said(check(json.dumps(several))) == sorted(alone)


class TestFastAndSlow:
    """The fast path and the slow path agree on every document."""

    @given(mutated_documents())
    def test_both_engines_refuse_the_same_documents(self, named: tuple[str, Json]) -> None:
        assert any(fast(*named)) == any(reference(*named))

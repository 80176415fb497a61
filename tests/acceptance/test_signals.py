"""A site says what its license files declare in the signals of others, and reads theirs."""

import json
import shutil
from pathlib import Path

import pytest

import askfirst
from askfirst.model.declarations import Declaration
from askfirst.vocabulary import Signal
from tests.acceptance.certificates import signer
from tests.acceptance.fences import ROOT
from tests.acceptance.recordings import audio
from tests.acceptance.talking import run
from tests.consistency.engines import validator
from tests.consistency.shipped import Place

PAGE = "https://mara.example.org/night-bus"
ID = "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11"
HOLDER = {
    "holder": "https://mara.example.org/",
    "name": "Mara Lindqvist",
    "rights": ["composition", "lyrics", "recording", "performance", "voice", "likeness"],
    "contact": "mailto:mara@example.org",
}


TRACK = {"title": "Night Bus", "artists": ["Mara"], "isrc": "SEXYZ2600012", "urls": [PAGE]}


def declaration(folder: Path, **members: object) -> str:
    """Write a Declaration with some members of its own, and return the name of its file."""
    document = {
        "askfirst": "1.0.0",
        "type": "Declaration",
        "id": ID,
        "issued": "2026-11-22T10:00:00Z",
        "track": TRACK,
        "rightsholders": [HOLDER],
        **members,
    }
    (folder / "d.json").write_text(json.dumps(document), encoding="utf-8")
    return "d.json"


NO_AI = {"prohibits": ["training", "input", "dataset-distribution", "other-data-mining"]}


class TestExport:
    def test_what_is_carried_is_written(self, tmp_path: Path) -> None:
        done = run(tmp_path, "export", declaration(tmp_path, **NO_AI), "--to", "odrl")
        assert done.returncode == 0
        assert json.loads(done.stdout.partition("\n")[2].partition("\n#")[0] or done.stdout)

    def test_a_gap_stops_it(self, tmp_path: Path) -> None:
        done = run(tmp_path, "export", declaration(tmp_path, **NO_AI), "--to", "aipref")
        assert (done.returncode, done.stdout) == (1, "")
        assert "gap: " in done.stderr

    def test_a_gap_can_be_accepted(self, tmp_path: Path) -> None:
        file = declaration(tmp_path, **NO_AI)
        done = run(tmp_path, "export", file, "--to", "aipref", "--accept-gaps")
        assert (done.returncode, "Content-Usage: train-ai=n" in done.stdout) == (0, True)

    def test_losses_are_data(self, tmp_path: Path) -> None:
        file = declaration(tmp_path, **NO_AI)
        done = run(tmp_path, "export", file, "--to", "tdmrep", "--losses")
        (lost,) = json.loads(done.stdout)
        kinds = {one["use"]: one["kind"] for one in lost["losses"]}
        validator(Place("https://w3id.org/askfirst/1.0/loss.schema.json")).validate(
            json.loads(done.stdout)
        )
        assert (done.returncode, kinds["dataset-distribution"]) == (1, "gap")

    @pytest.mark.parametrize("name", [*Signal, "http-headers", "robots", "html", "well-known"])
    def test_every_signal_and_bundle_can_be_written(self, tmp_path: Path, name: str) -> None:
        track = {"title": "Night Bus", "artists": ["Mara"], "urls": [PAGE]}
        file = declaration(tmp_path, track={**track, "iscc": "ISCC:EIASCTPZO4QU36LX"}, **NO_AI)
        flags = ["--accept-gaps", "--url", "https://mara.example.org/askfirst.json", "-o", "out"]
        done = run(tmp_path, "export", file, "--to", name, *flags)
        assert done.returncode == 0, done.stderr
        assert [one for one in (tmp_path / "out").rglob("*") if one.is_file()]

    def test_a_bundle_lists_only_the_signals_that_go_there(self, tmp_path: Path) -> None:
        file = declaration(tmp_path, **NO_AI)
        done = run(tmp_path, "export", file, "--to", "http-headers", "--losses")
        named = {one["signal"] for one in json.loads(done.stdout)}
        assert named == {"aipref", "content-signals", "rsl", "tdmrep"}

    @pytest.mark.parametrize("flags", [[], ["--accept-gaps"]])
    def test_a_bundle_that_says_nothing_of_a_track_stops(
        self, tmp_path: Path, flags: list[str]
    ) -> None:
        file = declaration(tmp_path, track={"title": "A", "artists": ["B"], "isrc": "SEXYZ2600012"})
        done = run(tmp_path, "export", file, "--to", "robots", "-o", "out", *flags)
        assert (done.returncode, (tmp_path / "out").exists()) == (0 if flags else 1, bool(flags))

    def test_the_document_itself_says_everything_at_its_well_known_place(
        self, tmp_path: Path
    ) -> None:
        file = declaration(tmp_path, track={"title": "A", "artists": ["B"], "isrc": "SEXYZ2600012"})
        done = run(tmp_path, "export", file, "--to", "well-known", "-o", "out")
        ours = (tmp_path / "out/.well-known/askfirst.json").read_bytes()
        assert done.returncode == 0
        assert json.loads(ours) == json.loads((tmp_path / file).read_bytes())

    def test_what_has_no_place_on_the_web_is_a_gap_there(self, tmp_path: Path) -> None:
        file = declaration(tmp_path, track={"title": "A", "artists": ["B"], "isrc": "SEXYZ2600012"})
        done = run(tmp_path, "export", file, "--to", "robots", "--losses")
        aipref = {one["signal"]: one["losses"] for one in json.loads(done.stdout)}["aipref"]
        assert done.returncode == 1
        assert {"use": "music-generation-training", "kind": "gap"}.items() <= aipref[0].items()

    def test_everything_comes_with_an_index_of_what_is_lost(self, tmp_path: Path) -> None:
        album = ROOT / "examples/pass/release-folder/askfirst.yaml"
        shutil.copy(album, tmp_path / "askfirst.yaml")
        done = run(tmp_path, "export", "askfirst.yaml", "--to", "all", "-o", "site")
        index = json.loads((tmp_path / "site/index.json").read_bytes())
        assert done.returncode == 0
        assert {one["signal"] for one in index} == set(Signal)
        assert {one["title"] for one in index} >= {"Paper Lanterns", "Ferry"}

    @pytest.mark.parametrize("hostile", ["a\r\nX: y", "</script><b>", "]]>&<!--", "\"'>\u202e"])
    def test_no_title_leaves_its_place(self, tmp_path: Path, hostile: str) -> None:
        track = {"title": hostile, "artists": [hostile], "urls": [PAGE]}
        file = declaration(tmp_path, track=track, **NO_AI)
        done = run(tmp_path, "export", file, "--to", "all", "--url", PAGE)
        assert done.returncode in (0, 2)
        assert not any(line.startswith("X: y") for line in done.stdout.splitlines())
        page = run(tmp_path, "export", file, "--to", "html", "--url", PAGE).stdout
        assert "</script><b>" not in page

    @pytest.mark.parametrize(
        "flags",
        [
            ["--to", "smoke"],
            ["--to", "aipref", "--version", "9"],
            ["--to", "all", "--no"],
            ["--to", "robots", "--to", "cawg"],
        ],
    )
    def test_what_does_not_exist_is_told(self, tmp_path: Path, flags: list[str]) -> None:
        assert run(tmp_path, "export", declaration(tmp_path), *flags).returncode == 2

    def test_it_is_signed_into_an_audio_file_and_read_back(self, tmp_path: Path) -> None:
        audio(tmp_path / "song.wav", 1)
        somebody = signer()
        (tmp_path / "cert.pem").write_bytes(somebody.certificates)
        (tmp_path / "key.pem").write_bytes(somebody.key)
        flags = ["--into", "song.wav", "--cert", "cert.pem", "--key", "key.pem", "-o", "signed.wav"]
        file = declaration(tmp_path, **NO_AI)
        done = run(tmp_path, "export", file, "--to", "cawg", "--accept-gaps", *flags)
        assert done.returncode == 0, done.stderr
        again = run(tmp_path, "import", "signed.wav", "--track", "SEXYZ2600012")
        assert again.returncode == 0, again.stderr
        read = askfirst.read(again.stdout)
        assert isinstance(read, Declaration)
        assert {"training", "input"} <= set(map(str, read.statements.prohibits))


HEADERS = "HTTP/2 200\r\ncontent-usage: train-ai=n\r\ntdm-reservation: 1\r\n"
ROBOTS = "User-agent: *\nContent-Signal: search=yes, ai-train=no\n"


class TestImport:
    def test_it_restricts_a_decision(self, tmp_path: Path) -> None:
        (tmp_path / "saved.headers").write_text(HEADERS, encoding="utf-8")
        flags = ["--from", "aipref", "--track", "SEXYZ2600012", "-o", "i.yaml"]
        assert run(tmp_path, "import", "saved.headers", *flags).returncode == 0
        asked = [
            "--use",
            "music-generation-training",
            "--assurance",
            "unsigned",
            "--format",
            "json",
        ]
        decided = run(tmp_path, "decide", "i.yaml", *asked)
        decision = json.loads(decided.stdout)
        assert (decided.returncode, decision["outcome"]) == (1, "prohibited")
        assert "AF950" in {r["code"] for r in decision["leaves"][0]["reasons"]}

    def test_it_opens_nothing_also_where_the_site_is_the_artists_own(self, tmp_path: Path) -> None:
        home = HOLDER["holder"]
        silent = declaration(tmp_path, track={**TRACK, "urls": [home]})
        (tmp_path / "tdm.headers").write_text("HTTP/1.1 200 OK\ntdm-reservation: 0\n")
        flags = ["--from", "tdmrep", "--url", str(home), "-o", "i.yaml"]
        assert run(tmp_path, "import", "tdm.headers", *flags).returncode == 0
        imported = askfirst.read((tmp_path / "i.yaml").read_bytes())
        assert isinstance(imported, Declaration)
        assert imported.by.id == home
        asked = ["--use", "recommendation-training", "--assurance", "unsigned", "--format", "json"]
        decided = run(tmp_path, "decide", silent, "i.yaml", *asked)
        assert (decided.returncode, json.loads(decided.stdout)["outcome"]) == (1, "unspecified")

    def test_several_signals_are_several_declarations(self, tmp_path: Path) -> None:
        (tmp_path / "saved.headers").write_text(HEADERS, encoding="utf-8")
        done = run(tmp_path, "import", "saved.headers", "--url", PAGE)
        made = json.loads(done.stdout)
        assert {one["source"]["signal"] for one in made} == {"aipref", "tdmrep"}
        assert all(askfirst.check(one).conforms for one in made)

    def test_the_same_has_the_same_id(self, tmp_path: Path) -> None:
        (tmp_path / "robots.txt").write_text(ROBOTS, encoding="utf-8")
        flags = ["--url", PAGE, "--at", "2026-11-22"]
        one, other = (run(tmp_path, "import", "robots.txt", *flags).stdout for _ in range(2))
        assert one == other
        assert one

    def test_silence_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "robots.txt").write_text("User-agent: *\nAllow: /\n", encoding="utf-8")
        assert run(tmp_path, "import", "robots.txt", "--url", PAGE).returncode == 1

    @pytest.mark.parametrize(
        "flags", [["gone.txt", "--url", PAGE], ["robots.txt"], ["robots.txt", "--from", "smoke"]]
    )
    def test_what_cannot_be_looked_at_is_told(self, tmp_path: Path, flags: list[str]) -> None:
        (tmp_path / "robots.txt").write_text(ROBOTS, encoding="utf-8")
        assert run(tmp_path, "import", *flags).returncode == 2


class TestSignals:
    def test_what_agrees_is_listed(self, tmp_path: Path) -> None:
        (tmp_path / "robots.txt").write_text(ROBOTS, encoding="utf-8")
        (tmp_path / "saved.headers").write_text(HEADERS, encoding="utf-8")
        done = run(tmp_path, "signals", ".", "--format", "json")
        told = json.loads(done.stdout)
        assert done.returncode == 0
        assert {one["signal"] for one in told["signals"]} == {"aipref", "tdmrep", "content-signals"}
        assert told["together"]["music-generation-training"] == "prohibited"

    def test_what_contradicts_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "robots.txt").write_text(ROBOTS, encoding="utf-8")
        xml = (
            '<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license>'
            '<prohibits type="usage">search</prohibits></license></content></rsl>'
        )
        (tmp_path / "license.xml").write_text(xml, encoding="utf-8")
        done = run(tmp_path, "signals", ".", "--format", "json")
        (one,) = json.loads(done.stdout)["contradictions"]
        assert (done.returncode, one["uses"]) == (1, ["search-indexing"])

    def test_what_holds_no_signal_is_passed_over(self, tmp_path: Path) -> None:
        (tmp_path / "robots.txt").write_text(ROBOTS, encoding="utf-8")
        (tmp_path / "song.wav").write_bytes(b"no audio")
        (tmp_path / "song.ogg").write_bytes(b"OggS" + bytes(2**20))
        done = run(tmp_path, "signals", ".", "--format", "json")
        assert done.returncode == 0
        assert [one["signal"] for one in json.loads(done.stdout)["signals"]] == ["content-signals"]

    def test_nothing_is_found_in_nothing(self, tmp_path: Path) -> None:
        assert run(tmp_path, "signals", ".").returncode == 0

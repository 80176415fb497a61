"""Every permanent identifier leads to what it names, in the form that is asked for."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag

import httpx
import pytest

from tests.acceptance.fences import ROOT
from tests.acceptance.redirecting import RULES, redirecting
from tests.consistency.shipped import AF, schemas, vocabulary

OURS = "https://w3id.org/askfirst/"
#: Where words that are not ours stand, and the beginning of every signal's address.
NOTHING = {f"{OURS}x", f"{OURS}signals/"}
HTML, TURTLE, JSON_LD = "text/html", "text/turtle", "application/ld+json"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"


@pytest.fixture(scope="module")
def web() -> Iterator[httpx.Client]:
    with redirecting() as address, httpx.Client(base_url=address, follow_redirects=True) as client:
        del client.headers["Accept"]
        yield client


def get(web: httpx.Client, address: str, accept: str | None = None) -> httpx.Response:
    headers = {} if accept is None else {"Accept": accept}
    # joined here, as a client that joins drops the fragment
    whole = web.base_url.join(f"/askfirst/{address.removeprefix(OURS)}")
    return web.get(whole, headers=headers)


def kind(answer: httpx.Response) -> str:
    return answer.headers["Content-Type"].partition(";")[0]


@cache
def anchors(page: str) -> frozenset[str]:
    return frozenset(re.findall(r'\bid="([^"]+)"', page))


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, HTML),
        ("", HTML),
        ("*/*", HTML),
        ("image/png", HTML),
        (BROWSER, HTML),
        (HTML, HTML),
        (TURTLE, TURTLE),
        (JSON_LD, JSON_LD),
        ("TEXT/Turtle", TURTLE),
        ("text/*", HTML),
        ("application/*", JSON_LD),
        ("text/turtle, application/ld+json", TURTLE),
        ("application/ld+json, text/turtle;q=0.9", JSON_LD),
        ("text/turtle;q=0.5, application/ld+json;q=0.50", TURTLE),
        ("text/turtle;q=0.85, application/ld+json;q=0.9", JSON_LD),
        ("text/html;q=0.3,text/turtle;q=0.31", TURTLE),
        ("text/turtle ; q=0.8 , text/html ; q=1.0", HTML),
        ("text/turtle, text/html;q=1", HTML),
        ("text/turtle, application/rdf+xml;q=0.9, */*;q=0.1", TURTLE),
        ("text/turtle;q=0.5, */*;q=0.8", HTML),
        ("text/html;q=0, */*", TURTLE),
        ("text/html;q=0.1, text/turtle;q=0.000, */*;q=0.5", JSON_LD),
        ("text/*;q=0.2, application/ld+json;q=0.3", JSON_LD),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded";q=0.7', JSON_LD),
        ("text/turtles, text/html;q=0.1", HTML),
    ],
)
def test_the_form_is_the_one_that_is_wanted_most(
    web: httpx.Client, accept: str | None, expected: str
) -> None:
    answer = get(web, "ns", accept)

    assert answer.status_code == 200
    assert kind(answer) == expected
    (redirect,) = answer.history
    assert redirect.status_code == 303
    assert redirect.headers["Vary"] == "Accept"


@pytest.mark.parametrize("accept", [TURTLE, JSON_LD])
def test_the_graph_is_the_vocabulary(web: httpx.Client, accept: str) -> None:
    answer = get(web, "ns", accept)

    folder = ROOT / "spec/1.0"
    assert answer.content == (folder / answer.url.path.rpartition("/")[2]).read_bytes()


def test_a_browser_comes_to_the_term(web: httpx.Client) -> None:
    answer = get(web, "ns#generative-training", BROWSER)

    assert answer.url.fragment == "generative-training"
    assert answer.url.fragment in anchors(answer.text)


def test_every_term_of_ours_leads_to_where_the_page_describes_it(web: httpx.Client) -> None:
    terms = {str(node) for node in vocabulary().all_nodes() if str(node).startswith(OURS)}
    lead = {file: get(web, file) for file in {urldefrag(term).url for term in terms}}
    assert {file for file, answer in lead.items() if answer.status_code != 200} == set()

    pages = {term: lead[urldefrag(term).url] for term in terms}
    described = {term: page for term, page in pages.items() if kind(page) == HTML}
    assert set(terms) - set(described) == {f"{OURS}1.0/vocabulary.ttl"}
    assert [t for t, page in described.items() if not _is_described(t, page)] == []


def _is_described(term: str, page: httpx.Response) -> bool:
    """Tell whether the page has the anchor: that of the redirect, or else that of the address."""
    name = page.url.fragment or urldefrag(term).fragment
    return name in anchors(page.text) or term == str(AF)


@pytest.mark.parametrize("address", [*schemas(), f"{OURS}1.0/document.schema.json"])
def test_a_schema_is_found_by_its_id(web: httpx.Client, address: str) -> None:
    answer = get(web, address)

    assert kind(answer) == "application/json"
    assert answer.json()["$id"] == address


def test_the_context_is_found_as_what_it_is_from_everywhere(web: httpx.Client) -> None:
    answer = get(web, f"{OURS}1.0/context.jsonld", "application/ld+json, application/json")

    assert kind(answer) == JSON_LD
    assert answer.content == (ROOT / "spec/1.0/context.jsonld").read_bytes()
    allowed = [one.headers["Access-Control-Allow-Origin"] for one in (*answer.history, answer)]
    assert allowed == ["*", "*"]


def test_every_address_that_the_specification_names_is_found(web: httpx.Client) -> None:
    found = {address: get(web, address).status_code for address in _named()}
    assert found == {address: 404 if address in NOTHING else 200 for address in found}


def _named() -> set[str]:
    """Return the addresses of ours in all files of the specification, without fragments."""
    files = [file for top in ("spec", "schemas") for file in (ROOT / top).glob("1.0/*.*")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    found = re.findall(rf"{re.escape(OURS)}[\w./-]*", "\n".join(texts))
    return {address.rstrip(".") for address in found}


@pytest.mark.parametrize(
    "address",
    [
        *("x", "nsx", "ns/training", "ns.ttl", "2.0", "latest/context.jsonld"),
        *("1.0/nothing.schema.json", "1.0/nothing.ttl", "9.9/context.jsonld", "1.0/SHA256SUMS"),
        *("1.0/a%2F..%2Fb.ttl", "signals/rsl", "signals/rsl/1.0/x"),
    ],
)
@pytest.mark.parametrize("accept", [HTML, TURTLE])
def test_what_is_not_ours_is_not_found(web: httpx.Client, address: str, accept: str) -> None:
    assert get(web, address, accept).status_code == 404


def test_nobody_is_sent_elsewhere(web: httpx.Client) -> None:
    answers = [get(web, one) for one in ("", "1.0/", "1.0/specification", "1.0/odrl-profile")]
    assert {one.status_code for one in answers} == {200}
    assert {one.url.host for one in answers} == {web.base_url.host}


def test_the_rules_are_as_the_service_takes_them() -> None:
    """No flag has a space, no answer is for good, and nothing leads to an unsafe address."""
    rules = (ROOT / RULES / ".htaccess").read_text(encoding="utf-8")
    flags = re.findall(r"\[([^\]]*)\]$", rules, re.MULTILINE)
    assert [one for one in flags if " " in one or "301" in one or one.upper().startswith("P")] == []
    assert "http://" not in rules
    assert {Path(one).name for one in (ROOT / RULES).iterdir()} == {".htaccess", "README.md"}

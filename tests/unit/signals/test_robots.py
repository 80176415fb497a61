"""robots.txt: lines, groups, patterns, limits."""

import pytest

from askfirst.signals import robots


def _agents(text: str) -> list[tuple[bool, list[str]]]:
    return [(one.everybody, [rule.value for rule in one.rules]) for one in robots.read(text).groups]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_crawlers_end_them(end: str) -> None:
    text = end.join(["\ufeffUser-Agent: *", "# a comment", " allow\t:  /a\u2028b # why", "", "x"])

    assert _agents(text) == [(True, ["/a\u2028b"])]
    assert [rule.line for rule in robots.read(text).groups[0].rules] == [3]


def test_names_are_read_in_any_case_and_unknown_lines_are_passed_over() -> None:
    text = "USER-agent: *\nSitemap: /s\nnonsense\nCONTENT-USAGE: a\n: \nCrawl-Delay: 3"

    assert _agents(text) == [(True, ["a"])]


def test_groups_for_everybody_are_one_and_others_stay_apart() -> None:
    text = (
        "Allow: /stray\nUser-agent: a\nUser-agent: b\nAllow: /1\nUser-agent: *\nAllow: /2\n"
        "User-agent: a\nAllow: /3\nUser-agent: c\nUser-agent: *\nAllow: /4"
    )

    assert _agents(text) == [(True, ["/2", "/4"]), (False, ["/1"]), (False, ["/3"])]
    assert [rule.value for rule in robots.read(text).stray] == ["/stray"]


def test_no_more_than_500_kib_are_read_and_no_half_line() -> None:
    head = "User-agent: *\nAllow: /1\n"
    filling = "#" * (500 * 1024 - len(head) - 10)
    file = robots.read(f"{head}{filling}\nDisallow: /2")

    assert file.cut
    assert [rule.value for rule in file.groups[0].rules] == ["/1"]
    assert [one.code for one in file.troubles("content-usage")] == ["AF901"]
    assert not file.allows(file.groups[0], "/1")
    assert not robots.read(head + "#" * (500 * 1024 - len(head))).cut


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("", "/", True),
        ("/", "/a", True),
        ("/a", "/ab", True),
        ("/A", "/a", False),
        ("a", "/a", False),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/a$b", "/a%24b", True),
        ("/*.mp3", "/x/y.mp3?z", True),
        ("/*.mp3$", "/x/y.mp3?z", False),
        ("/*.mp3$", "/.mp3/y.mp3", True),
        ("/*a*b$", "/aab", True),
        ("/*ab*b$", "/ab", False),
        ("/a*$", "/a", True),
        ("*", "/a", True),
        ("$", "/a", False),
        ("/%61%2f", "/a%2F", True),
        ("/a/", "/a%2F", False),
        ("/ü", "/%C3%BC", True),
        ("/%2A", "/%2A", True),
        ("/%zz", "/%zz", True),
    ],
)
def test_patterns_match_as_crawlers_match_them(pattern: str, path: str, matches: bool) -> None:
    assert (robots.reach(pattern, path) >= 0) is matches


def test_a_pattern_of_many_asterisks_takes_no_time() -> None:
    assert robots.reach("/" + "*a" * 5000 + "b$", "/" + "a" * 20_000) == -1


@pytest.mark.parametrize(
    ("rules", "crawled"),
    [
        ("", True),
        ("Disallow:", True),
        ("Disallow: /", False),
        ("Disallow: /\nAllow: /a", True),
        ("Disallow: /a/b\nAllow: /a", False),
        ("Disallow: /a\nAllow: /a", True),
        ("Disallow: /c", True),
        ("Allow:\nDisallow: /a", False),
    ],
)
def test_the_longest_rule_says_what_is_crawled(rules: str, crawled: bool) -> None:
    group = robots.read(f"User-agent: *\n{rules}").groups[0]

    assert group.may_crawl("/a/b") is crawled


@pytest.mark.parametrize(
    ("rules", "open_to_all"), [("", True), ("Disallow:", True), ("Disallow: /x", False)]
)
def test_all_paths_are_crawled_where_none_is_refused(rules: str, open_to_all: bool) -> None:
    file = robots.read(f"User-agent: *\n{rules}")

    assert file.allows(file.groups[0], None) is open_to_all


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (None, None),
        ("", None),
        ("urn:uuid:1", None),
        ("https://a.example/robots.txt", None),
        ("https://a.example", "/"),
        ("https://a.example?x=1", "/?x=1"),
        ("https://a.example/b#c", "/b"),
        ("https://a.example/%7eb/%2f", "/~b/%2F"),
        ("https://a.example/ü\r\n\ud800", "/%C3%BC%0D%0A%3F"),
    ],
)
def test_the_path_of_an_address_is_in_one_form(address: str | None, path: str | None) -> None:
    assert robots.path_of(address) == path


@pytest.mark.parametrize(
    ("address", "pattern"),
    [
        (None, None),
        ("ftp://a.example/b", None),
        ("HTTPS://A.example/b c", "/b%20c$"),
        ("https://a.example/*$", "/%2A%24$"),
        ("https://a.example/a\r\nDisallow: /", "/a%0D%0ADisallow:%20/$"),
    ],
)
def test_the_pattern_of_an_address_matches_it_alone(
    address: str | None, pattern: str | None
) -> None:
    assert robots.pattern_of(address) == pattern
    if address and pattern:
        path = robots.path_of(address)
        assert path
        assert robots.reach(pattern, path) > 0
        assert robots.reach(pattern, f"{path}0") == -1

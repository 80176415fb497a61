"""Read robots.txt as far as preferences stand in it (RFC 9309, September 2022, sections 2.2-2.5).

A preference for one crawler by name is none for everybody: what it allows is not heard here, and
what it refuses is, because nobody says who asks.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from askfirst.identifiers import iri
from askfirst.signals.signal import Reading, Trouble
from askfirst.signals.terms import Answer

__all__ = ["Group", "Robots", "Rule", "path_of", "pattern_of", "reach", "read", "restricting"]

#: A crawler reads this much at least, and need not read more (RFC 9309, section 2.5).
_MAX_BYTES = 500 * 1024

_AGENT = "user-agent"
_RULES = frozenset({"allow", "disallow", "content-usage", "content-signal"})

#: Nothing else ends a line; `str.splitlines` would end it at further characters.
_LINE_END = re.compile(r"\r\n|\r|\n")

_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


class Rule(NamedTuple):
    """A line of a group: its name in lower case, what stands after the colon, and its number."""

    name: str
    value: str
    line: int


class Group(NamedTuple):
    """The rules for some crawlers, and whether these are everybody."""

    everybody: bool
    rules: tuple[Rule, ...]

    def named(self, name: str) -> tuple[Rule, ...]:
        """Return the rules of one name, in their order."""
        return tuple(rule for rule in self.rules if rule.name == name)

    def may_crawl(self, path: str | None) -> bool:
        """Tell whether a path may be crawled, or every path: the longest rule that matches holds.

        Of two that are equally long it is the one that allows.
        """
        refused = [rule.value for rule in self.named("disallow") if rule.value]
        if path is None or not refused:
            return not refused
        allowed = (reach(rule.value, path) for rule in self.named("allow"))
        return max(allowed, default=-1) >= max(reach(value, path) for value in refused)


class Robots(NamedTuple):
    """A robots.txt: its groups, the rules that stand in none, and whether its end was not read.

    The groups for everybody are joined, as every crawler joins its own. Those for crawlers by
    name stay as they are written: joined, they could only allow more.
    """

    groups: tuple[Group, ...]
    stray: tuple[Rule, ...]
    cut: bool

    def allows(self, group: Group, path: str | None) -> bool:
        """Tell whether what a group allows for a path, or for all of them, is allowed to everybody.

        A crawler by name is not everybody, what may not be crawled is not offered to anybody, and
        what was not read may say otherwise.
        """
        return group.everybody and not self.cut and group.may_crawl(path)

    def troubles(self, name: str) -> Iterator[Trouble]:
        """Yield what is wrong with the file for those who look for rules of one name."""
        if self.cut:
            yield Trouble("AF901", "the file is longer than 500 KiB; its end was not read")
        for rule in self.stray:
            if rule.name == name:
                message = f"`{name}` stands before the first `User-Agent`, and so for nobody"
                yield Trouble("AF901", message, rule.line)


def read(text: str) -> Robots:
    """Return what a robots.txt says; unknown lines are passed over, and nothing is raised."""
    whole = text.encode("utf-8", "replace")
    cut = len(whole) > _MAX_BYTES
    if cut:
        # What is left of the last line could mean something else than the line does.
        text = whole[:_MAX_BYTES].decode("utf-8", "ignore").rpartition("\n")[0]
    found: list[tuple[list[str], list[Rule]]] = [([], [])]
    for rule in _rules(text):
        if rule.name != _AGENT:
            found[-1][1].append(rule)
            continue
        if found[-1][1] or not found[-1][0]:
            found.append(([], []))
        found[-1][0].append(rule.value)
    return Robots(_groups(found[1:]), tuple(found[0][1]), cut)


def _rules(text: str) -> Iterator[Rule]:
    for number, line in enumerate(_LINE_END.split(text.removeprefix("\ufeff")), 1):
        name, _, value = line.partition("#")[0].partition(":")
        name = name.strip(" \t").lower()
        if name == _AGENT or name in _RULES:
            yield Rule(name, value.strip(" \t"), number)


def _groups(found: Iterable[tuple[list[str], list[Rule]]]) -> tuple[Group, ...]:
    everybody: list[Rule] = []
    others = []
    for agents, rules in found:
        if "*" in agents:
            everybody += rules
        else:
            others.append(Group(everybody=False, rules=tuple(rules)))
    return (Group(everybody=True, rules=tuple(everybody)), *others)


def reach(pattern: str, path: str) -> int:
    """Return how long a pattern is if it matches a path of `path_of`, in octets; -1 if it does not.

    The empty pattern matches every path.

    >>> [reach(pattern, "/a/night-bus.flac") for pattern in ("/a/", "/a/*.flac$", "/b/")]
    [3, 10, -1]
    """
    encoded = _encoded(pattern)
    return len(encoded) if _matches(encoded, path) else -1


def _matches(pattern: str, path: str) -> bool:
    """Look for the pieces between the asterisks, each as early as it stands: no going back."""
    at_end = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").replace("$", "%24").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    last = others.pop() if others and at_end else ""
    for piece in others:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    if "*" not in pattern:
        return not at_end or at == len(path)
    return path.endswith(last) and at + len(last) <= len(path)


def restricting(reading: Reading) -> Reading:
    """Return of a reading what is refused alone, where nobody knows whether the rest holds."""
    said = {name: one for name, one in reading.said.items() if one is not Answer.ALLOWED}
    return reading._replace(said=said)


def path_of(address: str | None) -> str | None:
    """Return the path of an address as patterns are compared with it.

    None where there is no address to ask for, or where it is that of a robots.txt itself.

    >>> path_of("https://mara.example.org/a b?c=*#d")
    '/a%20b?c=%2A'
    """
    _, found, rest = iri.normal(address or "").partition("://")
    path = "/" + rest.partition("#")[0].partition("/")[2]
    return None if not found or path == "/robots.txt" else _literal(path)


def pattern_of(address: str | None) -> str | None:
    """Return the pattern that matches one address alone; None where it is none on the web.

    >>> pattern_of("https://mara.example.org/night bus.flac")
    '/night%20bus.flac$'
    """
    on_web = iri.normal(address or "").startswith(("https://", "http://"))
    path = path_of(address) if on_web else None
    # Without the end mark a rule for /1 would speak for /10 as well.
    return path and f"{path}$"


def _literal(path: str) -> str:
    """Return a path in which no character has a meaning for patterns."""
    return _encoded(path).replace("*", "%2A").replace("$", "%24")


def _encoded(path: str) -> str:
    """Return a path as octets are compared (RFC 9309, section 2.2.2; RFC 3986, section 6.2.2)."""
    ascii_only = "".join(one if "!" <= one <= "~" else _percent(one) for one in path)
    return _ESCAPE.sub(_normal_escape, ascii_only)


def _percent(character: str) -> str:
    return "".join(f"%{octet:02X}" for octet in character.encode("utf-8", "replace"))


def _normal_escape(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return character if _UNRESERVED.fullmatch(character) else found[0].upper()

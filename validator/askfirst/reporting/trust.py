"""Say in words whom a trust file trusts for what, who is one party, and what is set aside."""

from collections.abc import Iterable, Iterator, Sequence

from askfirst.model.trust import Holder, Mandated, Pattern, SetAside, Speaker, Trust, Witness
from askfirst.reporting.style import PLAIN, Style
from askfirst.reporting.visible import visible
from askfirst.vocabulary import Right

__all__ = ["aside", "keys", "listed", "spoken"]


def listed(trust: Trust, at: str, style: Style = PLAIN) -> str:
    """Return all that a trust file says, as of an instant; the text ends with a newline."""
    parts = {
        "Holders, who speak for themselves:": _entries(trust.holders, at, style),
        "Mandates, who speak for others:": _entries(trust.mandates, at, style),
        "Witnesses, before whom others agree:": _entries(trust.witnesses, at, style),
        "One party each:": _parties(trust),
        "Set aside as false:": _false(trust.set_aside, style),
    }
    blocks = [
        "\n".join([title, *(f"  {line}" for line in told)])
        for title, lines in parts.items()
        if (told := list(lines))
    ]
    return "\n\n".join([*blocks, f"As of {at}: {keys(trust)}."]) + "\n"


def keys(trust: Trust) -> str:
    """Return how many keys a trust file lists, and how many documents it sets aside."""
    several, false = len(trust.by_key), len(trust.false)
    told = f"{several:,} key{'s' * (several != 1)}" if several else "no keys"
    return f"{told}, {false:,} document{'s' * (false != 1)} set aside" if false else told


def spoken(entry: Speaker, at: str, style: Style = PLAIN) -> Iterator[str]:
    """Yield what an entry says: who, with which keys, for what, and when, as of an instant."""
    yield style.place(visible(_who(entry)))
    yield from (f"  key {visible(key)}" for key in entry.keys)
    if entry.keys:
        rights = ", ".join(right for right in Right if right in entry.rights) or "no right"
        yield f"  for {rights}"
        yield f"  of {visible(_tracks(entry.identifiers))}"
    yield from (f"  {line}" for line in _period(entry, at, style))


def aside(one: SetAside) -> str:
    """Return why a document is set aside, by whom and when."""
    return f"{visible(one.reason)} ({visible(one.name)}, {one.at})"


def _entries(entries: Iterable[Speaker], at: str, style: Style) -> Iterator[str]:
    for entry in entries:
        yield from spoken(entry, at, style)


def _who(entry: Speaker) -> str:
    if isinstance(entry, Holder):
        return ", also ".join(entry.ids)
    if isinstance(entry, Mandated):
        return f"{entry.id}, {entry.capacity} for {', '.join(entry.parties) or 'nobody'}"
    if isinstance(entry, Witness):
        return f"{entry.id}{', also of uses of its own' * entry.own_uses}"
    raise TypeError(entry)


def _tracks(patterns: Sequence[Pattern] | None) -> str:
    """Return the identifiers of an entry as a trust file writes them."""
    if patterns is None:
        return "every track"
    named = [one.written for one in patterns]
    return f"the tracks {', '.join(named)}" if named else "no track"


def _period(entry: Speaker, at: str, style: Style) -> Iterator[str]:
    if entry.begins:
        yield f"from {entry.begins} on" + (style.warning(" (not yet)") if at < entry.begins else "")
    if entry.ends:
        yield f"until {entry.ends}" + (style.warning(" (ended)") if at >= entry.ends else "")


def _parties(trust: Trust) -> Iterator[str]:
    """Yield the ids of each party that has several, how answers call it first."""
    for name in dict.fromkeys(trust.called.values()):
        others = sorted(id_ for id_, called in trust.called.items() if called == name)
        yield visible(" = ".join([name, *others]))


def _false(entries: Iterable[SetAside], style: Style) -> Iterator[str]:
    for one in entries:
        yield f"{style.place(one.sha256)}"
        yield f"  {aside(one)}"

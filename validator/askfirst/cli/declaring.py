"""Ask an artist what they allow, by flags or in a few plain questions; nothing is chosen before."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from askfirst.authoring.answers import Answers, Credit, Voice
from askfirst.authoring.people import (
    EVERYTHING,
    NOBODY,
    Contribution,
    NoAddress,
    Part,
    Person,
    address,
    rights_of,
)
from askfirst.authoring.recordings import Recording
from askfirst.cli.answering import Incomplete
from askfirst.cli.crediting import credited, everybody_else
from askfirst.cli.prompts import Unfit, answer, choice, interactive, words, wrapped, yes
from askfirst.deed.catalogs import english
from askfirst.vocabulary import Preset, Right

__all__ = ["Flags", "answers", "each", "preset", "stated", "voice"]

_Value = TypeVar("_Value")
_Word = TypeVar("_Word", Preset, Voice)
_ALL = "everything"
_VOICE = {
    Voice.NO: "No. Nobody may, whoever asks.",
    Voice.ASK: "Only somebody who asks, each time, and gets an explicit yes.",
}


class Flags(NamedTuple):
    """What flags say of the answers; what is None is asked for, or taken as `--yes` says."""

    preset: str | None
    voice: str | None
    name: str | None
    contact: str | None
    did: list[str] | None
    with_: list[str] | None
    instrumental: bool
    yes: bool

    @property
    def asking(self) -> bool:
        """Whether what is missing can be asked for."""
        return interactive() and not self.yes


def answers(flags: Flags, recordings: Sequence[Recording]) -> Answers:
    """Return the answers about recordings, each by its flag or on the terminal.

    Raises `Incomplete` where flags are wrong, or where nobody can be asked for what is missing.
    """
    _refuse_missing(flags, recordings)
    allowed = stated("--preset", flags.preset, preset) or _preset(flags)
    imitated = stated("--voice", flags.voice, voice) or _voice(flags, allowed)
    others = tuple(each("--with", flags.with_, credited))
    mine, more = _deeds(flags, recordings, others)
    me = _me(flags, _artist(recordings))
    return Answers(allowed, imitated, me, mine, (*others, *more, *_wordless(flags)))


def _refuse_missing(flags: Flags, recordings: Sequence[Recording]) -> None:
    """Raise `Incomplete` with all flags that are missing, where nobody can be asked instead."""
    needed = {
        "--preset": flags.preset or flags.yes,
        "--name": flags.name or _artist(recordings),
        "--contact": flags.contact,
        "--did": flags.did or flags.yes,
    }
    missing = [flag for flag, said in needed.items() if not said]
    if missing and not flags.asking:
        rest = "" if flags.yes else "; --yes takes the mildest answers for the others"
        raise Incomplete([f"nobody can be asked here; say also {', '.join(missing)}{rest}"])


def stated(flag: str, text: str | None, read: Callable[[str], _Value]) -> _Value | None:
    """Return what a flag states; None where it is not given.

    Raises `Incomplete` where it cannot be taken.
    """
    try:
        return None if text is None else read(text)
    except (NoAddress, Unfit) as error:
        raise Incomplete([f"{flag}: {error}"]) from error


def each(flag: str, texts: list[str] | None, read: Callable[[str], _Value]) -> list[_Value]:
    """Return what each of several flags states. Raises `Incomplete`."""
    return [value for text in texts or () if (value := stated(flag, text, read)) is not None]


def preset(text: str) -> Preset:
    """Return the preset of a name. Raises `Unfit`."""
    return _word(Preset, text)


def voice(text: str) -> Voice:
    """Return the answer about a voice. Raises `Unfit`."""
    return _word(Voice, text)


def _word(words: type[_Word], text: str) -> _Word:
    found = [word for word in words if word == text.strip().lower()]
    if not found:
        raise Unfit(f"`{text}` is none of {', '.join(words)}")
    return found[0]


def _preset(flags: Flags) -> Preset:
    if not flags.asking:
        return Preset.ASK_FIRST
    messages = english().messages
    meanings = {one: str(messages[f"means-{one}"]) for one in Preset}
    return choice("What may others do with it?", meanings)


def _voice(flags: Flags, allowed: Preset) -> Voice | None:
    """Return the answer about the voice; where the preset prohibits it already, nobody is asked."""
    if allowed is not Preset.ASK_FIRST or not flags.asking:
        return None
    return choice("May anyone imitate your voice by machine?", _VOICE)


def _deeds(
    flags: Flags, recordings: Sequence[Recording], others: tuple[Credit, ...]
) -> tuple[tuple[Right, ...], tuple[Credit, ...]]:
    """Return what is of who answers, and what is of whom else."""
    did = stated("--did", ",".join(flags.did) if flags.did else None, _contributions)
    if did or not flags.asking or others:
        return rights_of(did or EVERYTHING), ()
    if yes(wrapped("Did you write, play, sing and record it all yourself?")):
        return rights_of(EVERYTHING), ()
    own = answer(wrapped(f"What of it did you do? Type {_words()}, or {_ALL}."), _contributions)
    return rights_of(own), everybody_else([str(one.track["title"]) for one in recordings])


def _words() -> str:
    return ", ".join(Contribution)


def _contributions(text: str) -> tuple[Contribution, ...]:
    """Return what somebody did. Raises `Unfit`."""
    deeds = words(text)
    if deeds == [_ALL]:
        return EVERYTHING
    wrong = [word for word in deeds if word not in list(Contribution)]
    if wrong or not deeds:
        raise Unfit(f"`{' '.join(wrong) or text}` is not among them: {_words()}, {_ALL}")
    return tuple(map(Contribution, deeds))


def _me(flags: Flags, artist: str | None) -> Person:
    """Return who answers: by flags, by the tags, or by their own words."""
    name = flags.name or artist
    contact = stated("--contact", flags.contact, address)
    if name and contact:
        return Person(name, contact)
    if name:
        told = f"Where can people ask you, {name}? Type a mail address or a page."
        return Person(name, answer(wrapped(told), address))
    if contact:
        return Person(answer("What are you called?", str), contact)
    told = "Who are you, and where can people ask you? Type your name and a mail address or a page."
    return answer(wrapped(told), _person)


def _person(text: str) -> Person:
    """Return a name and the address behind it. Raises `NoAddress`, `Unfit`."""
    name, _, where = text.rpartition(" ")
    if not name.strip(" ,;"):
        raise Unfit("type both, such as: Mara Lindqvist mara@example.org")
    return Person(name.strip(" ,;"), address(where))


def _artist(recordings: Sequence[Recording]) -> str | None:
    """Return the one artist that the tags of all recordings name; None where there is none."""
    found = [one.release.get("artists", ()) for one in recordings]
    same = found and all(one == found[0] for one in found) and len(found[0]) == 1
    return str(found[0][0]) if same else None


def _wordless(flags: Flags) -> tuple[Credit, ...]:
    lyrics = (Right.LYRICS,)
    credit = Credit(Part(NOBODY, lyrics), instead=lyrics, absent=True)
    return (credit,) if flags.instrumental else ()

"""Make an entry of a trust file of flags, and nothing that was not said."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from askfirst.authoring.trust import HOLDERS, MANDATES, WITNESSES
from askfirst.cli.moments import moment, now
from askfirst.cli.paths import read_bounded
from askfirst.cli.prompts import Unfit
from askfirst.errors import AskFirstError

__all__ = ["Flags", "Unsaid", "entry_of", "instant_of"]


class Unsaid(AskFirstError):
    """Flags are missing or do not go together; there is one trouble for each."""

    def __init__(self, troubles: list[str]) -> None:
        super().__init__("; ".join(troubles))
        self.troubles = troubles


class Flags(NamedTuple):
    """What flags say of whom to trust for what."""

    holder: str | None
    witness: str | None
    mandate: str | None
    parties: list[str] | None
    capacity: str | None
    key: list[str] | None
    key_from: list[str] | None
    right: list[str] | None
    identifier: list[str] | None
    same_as: list[str] | None
    own_uses: bool
    start: str | None
    until: str | None

    @property
    def signs(self) -> bool:
        """Whether keys are named."""
        return bool(self.key or self.key_from)


def entry_of(flags: Flags) -> tuple[str, dict[str, Any]]:
    """Return the list of the trust file for an entry, and the entry. Raises `Unsaid`."""
    if troubles := [*_troubles(flags)]:
        raise Unsaid(troubles)
    stated = {
        **_party(flags),
        "keys": _keys(flags),
        "rights": _once(flags.right),
        "identifiers": _once(flags.identifier),
        "from": _moment("--from", flags.start),
        "until": _moment("--until", flags.until),
    }
    member = HOLDERS if flags.holder else WITNESSES if flags.witness else MANDATES
    return member, {name: value for name, value in stated.items() if value}


def instant_of(flag: str, text: str) -> str:
    """Return the instant that a flag states, also one that is past. Raises `Unsaid`."""
    try:
        return now() if text == "now" else moment(text, "")
    except Unfit as error:
        raise Unsaid([f"{flag}: {error}"]) from error


def _troubles(flags: Flags) -> Iterator[str]:
    """Yield what is missing and what does not go together."""
    if sum(1 for one in (flags.holder, flags.witness, flags.mandate) if one) != 1:
        yield "say whom to trust, with one of --holder, --witness and --mandate"
    together = {
        "--for": ("--mandate", bool(flags.parties), bool(flags.mandate)),
        "--capacity": ("--mandate", bool(flags.capacity), bool(flags.mandate)),
        "--same-as": ("--holder", bool(flags.same_as), bool(flags.holder)),
        "--own-uses": ("--witness", flags.own_uses, bool(flags.witness)),
    }
    for flag, (owner, said, owned) in together.items():
        if said and not owned:
            yield f"{flag} goes with {owner} only"
    needed = {
        "--for": flags.mandate and not flags.parties,
        "--capacity": flags.mandate and not flags.capacity,
        "--key or --key-from": not flags.signs and not flags.same_as,
        "--right": flags.signs and not flags.right,
        "--identifier": flags.signs and not flags.identifier,
    }
    missing = [flag for flag, lacking in needed.items() if lacking]
    if missing:
        yield f"nothing is trusted that you do not say; say also {', '.join(missing)}"
    if not flags.signs and (flags.right or flags.identifier):
        yield "--right and --identifier are for keys; name one with --key or --key-from"


def _party(flags: Flags) -> dict[str, Any]:
    if flags.holder:
        return {"holder": flags.holder, "sameAs": _once(flags.same_as)}
    if flags.witness:
        return {"id": flags.witness, "ownUses": flags.own_uses}
    return {"id": flags.mandate, "for": _once(flags.parties), "capacity": flags.capacity}


def _keys(flags: Flags) -> list[str]:
    signed = [key for path in flags.key_from or () for key in _signed_by(path)]
    return _once([*(flags.key or ()), *signed])


def _signed_by(path: str) -> list[str]:
    """Return the key that signed the documents in a file. Raises `Unsaid` unless it is one."""
    from askfirst.checking import check
    from askfirst.proof import verifies
    from askfirst.reading import syntax_of

    try:
        report = check(read_bounded(path), syntax=syntax_of(path))
    except OSError as error:
        raise Unsaid([f"{path}: {error.strerror}"]) from error
    proofs = [p for one in report.documents if one.document for p in one.document.proofs]
    found = _once([proof.key for proof in proofs])
    if not proofs:
        raise Unsaid([f"{path}: no document in it conforms and is signed"])
    if not all(map(verifies, proofs)):
        raise Unsaid([f"{path}: a proof in it does not verify, so no key is taken from it"])
    if len(found) > 1:
        raise Unsaid([f"{path}: several keys signed it; name one with --key: {', '.join(found)}"])
    return found


def _once(texts: list[str] | None) -> list[str]:
    return list(dict.fromkeys(texts or ()))


def _moment(flag: str, text: str | None) -> str | None:
    return None if text is None else instant_of(flag, text)

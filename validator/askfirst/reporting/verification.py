"""Write what the proofs of documents are worth: who signed, and for what the key is trusted."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

import askfirst
from askfirst.authoring.signing import in_words
from askfirst.model.trust import Holder, Mandated, Pattern, Speaker, Trust, Witness
from askfirst.reporting.style import PLAIN, Style
from askfirst.reporting.visible import visible
from askfirst.reporting.vouching import Doubt, Entry, Signature, Verified
from askfirst.reporting.wording import sentence, shown

__all__ = ["Verification", "as_json", "as_text"]

_Json: TypeAlias = dict[str, Any]


class Verification(NamedTuple):
    """The documents of a run by the paths of their files, and by what they were judged."""

    files: tuple[tuple[str, tuple[Verified, ...]], ...]
    trust: Trust | None
    at: str

    @property
    def documents(self) -> list[Verified]:
        """All documents in order."""
        return [one for _, several in self.files for one in several]

    @property
    def holds(self) -> bool:
        """Whether every document is proved and, by a trust file, trusted for its maker."""
        return all(one.trusted if self.trust else one.holds for one in self.documents)


def as_json(found: Verification) -> str:
    """Return JSON text that ends with a newline (schemas/1.0/verification.schema.json)."""
    value = {
        "askfirst": askfirst.SPEC_VERSION,
        "tool": f"askfirst {askfirst.__version__}",
        "at": found.at,
        **({"trust": found.trust.sha256} if found.trust else {}),
        "holds": found.holds,
        "files": [
            {"path": path, "documents": [_document(one, found) for one in several]}
            for path, several in found.files
        ],
    }
    return json.dumps(value, indent=2) + "\n"


def _document(one: Verified, found: Verification) -> _Json:
    return {
        "pointer": one.checked.pointer,
        "type": one.checked.kind,
        "id": one.checked.id,
        "sha256": one.checked.sha256,
        "conforms": one.checked.conforms,
        "holds": one.holds,
        **({"trusted": one.trusted} if found.trust else {}),
        "proofs": [_signature(signature) for signature in one.signatures],
    }


def _signature(one: Signature) -> _Json:
    return {
        "key": one.proof.key,
        "created": one.proof.created,
        "verifies": one.verifies,
        "entries": [_entry(entry) for entry in one.entries],
    }


def _entry(one: Entry) -> _Json:
    speaker, (role, id_) = one.speaker, _named(one.speaker)
    limits = {"from": speaker.begins, "until": speaker.ends}
    return {
        "as": role,
        "id": id_,
        "countsForMaker": one.doubt is None,
        **({"doubt": one.doubt} if one.doubt else {}),
        "rights": list(one.rights),
        "lacking": list(one.lacking),
        "identifiers": _identifiers(speaker.identifiers),
        **{name: instant for name, instant in limits.items() if instant},
    }


def _named(speaker: Speaker) -> tuple[str, str]:
    """Return which list of the trust file an entry stands in, and its party."""
    if isinstance(speaker, Holder):
        return "holder", speaker.holder
    if isinstance(speaker, Mandated):
        return "mandate", speaker.id
    return "witness", speaker.id if isinstance(speaker, Witness) else ""


def _identifiers(patterns: Sequence[Pattern] | None) -> list[str]:
    """Return the identifiers of an entry as the trust file writes them."""
    if patterns is None:
        return ["any"]
    return [one.written for one in patterns]


def as_text(found: Verification, style: Style = PLAIN, *, quiet: bool = False) -> str:
    """Return for each document who signed it, and whose keys these are; then the sum."""
    lines = [
        line
        for path, several in found.files
        for one in several
        if not (quiet and _is_well(one, found))
        for line in _told(path, one, found, style)
    ]
    lines += [] if quiet else _closing(found)
    return "".join(f"{line}\n" for line in lines)


def _is_well(one: Verified, found: Verification) -> bool:
    return one.trusted if found.trust else one.holds


def _told(path: str, one: Verified, found: Verification, style: Style) -> Iterator[str]:
    document, pointer = one.checked.document, one.checked.pointer
    place = style.place(f"{visible(path)}{f'#{visible(pointer)}' if pointer else ''}:")
    if document is None or not one.checked.conforms:
        error = one.checked.errors[0]
        yield f"{place} {style.error('does not conform')} ({error.code}: {sentence(error.message)})"
        yield "  No proof of it is looked at; `askfirst check` says more."
        return
    yield f"{place} {sentence(in_words(document))}"
    if not one.signatures:
        yield f"  {style.warning('unsigned')}: it carries no proof, so nobody can tell who wrote it"
    for signature in one.signatures:
        yield from _signed(signature, found, style)


def _signed(one: Signature, found: Verification, style: Style) -> Iterator[str]:
    proof = one.proof
    if not one.verifies:
        yield f"  {style.error('false')}: the proof by {shown(proof.key)} does not verify:"
        yield "    the document was changed after it was signed, or another key signed it"
        return
    yield f"  {style.advice('verified')}: signed by {shown(proof.key)},"
    yield f"    at {proof.created}, as it says"
    for entry in one.entries:
        yield from _trusted(entry, found, style)
    if not one.entries and found.trust:
        yield f"    {style.warning('not trusted')}: the trust file does not list this key"


def _trusted(one: Entry, found: Verification, style: Style) -> Iterator[str]:
    """Yield whose key it is by an entry of the trust file, and what it speaks for."""
    speaker = one.speaker
    role, id_ = _named(speaker)
    whose = f"the key of {shown(id_)}"
    if one.doubt:
        why = _DOUBTS[one.doubt].format(at=found.at, begins=speaker.begins, ends=speaker.ends)
        yield f"    {style.warning('not trusted')}: {whose}, {why}"
        return
    yield f"    {style.advice('trusted')}: {whose}, {_WHO[role]}"
    if one.rights:
        yield f"      for {', '.join(one.rights)}"
    if one.lacking:
        yield f"      {style.warning('not for')} {', '.join(one.lacking)}"
    yield f"      in {_which(speaker)}{_period(speaker)}"


def _which(speaker: Speaker) -> str:
    if speaker.identifiers is None:
        return "every track"
    return shown(", ".join(_identifiers(speaker.identifiers))) or "no track"


def _period(speaker: Speaker) -> str:
    begins = f", from {speaker.begins}" if speaker.begins else ""
    return f"{begins}, until {speaker.ends}" if speaker.ends else begins


_WHO = {
    "holder": "who made the document",
    "mandate": "who speaks for who made the document",
    "witness": "before whom the document was made",
}
_DOUBTS = {
    Doubt.NOT_THE_MAKER: "and not one of who made the document",
    Doubt.BEFORE_FROM: "and it was signed before {begins}, from when on the key counts",
    Doubt.AFTER_UNTIL: "and the key counts only until {ends}",
    Doubt.CREATED_LATER: "and it says that it was signed later than {at}",
    Doubt.FALSE_PROOF: "and another proof of the document does not verify",
}


def _closing(found: Verification) -> Iterator[str]:
    documents = found.documents
    counts = {
        "trusted": sum(one.trusted for one in documents),
        "verified": sum(one.holds for one in documents),
        "unsigned": sum(one.checked.conforms and not one.signatures for one in documents),
    }
    counts["not verified"] = len(documents) - counts["verified"] - counts["unsigned"]
    counts["verified"] -= counts["trusted"]
    several = f"{len(documents):,} document{'s' * (len(documents) != 1)}"
    yield ""
    if found.trust is None and any(one.signatures for one in documents):
        yield _NOBODY
    yield f"{several}: {', '.join(f'{n:,} {word}' for word, n in counts.items() if n)}."


_NOBODY = """\
Whose keys these are stands in no document. Ask their owners on another way, and write it into
a trust file with `askfirst trust add`; then give it with `--trust FILE`."""

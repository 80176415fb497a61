"""Sign the documents in a text, and leave all else in it as it is written (spec 4.12)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from askfirst.authoring.phrases import called, joined, quoted, somebody
from askfirst.checking import Checked, InvalidDocument, Report, check
from askfirst.editing import EditFailed, Manuscript, apply, changes
from askfirst.errors import AskFirstError
from askfirst.model.decisions import Decision
from askfirst.model.declarations import Declaration, Release
from askfirst.model.documents import Consent, Request, Withdrawal
from askfirst.model.parts import Document, Party, Track
from askfirst.proof import Key, sign, verifies, with_proof
from askfirst.reading import Syntax, plain, read_bytes
from askfirst.schema import load
from askfirst.vocabulary import DocumentType

if TYPE_CHECKING:
    from askfirst.checking.making import AnyDocument

__all__ = ["CannotSign", "Signed", "in_words", "is_by_another_key", "signed"]

_Object: TypeAlias = Mapping[str, Any]
_NOTES = {
    "@context": "for programs that know nothing of AskFirst",
    "proof": "the signature; sign again after a change",
}
#: So many tracks are named; of more only how many there are.
_FEW = 3


class CannotSign(AskFirstError):
    """A document is not signed as it is; the message says what would be right."""


class Signed(NamedTuple):
    """A text with its proofs, the documents that are signed now, and how many were already."""

    text: str
    documents: "tuple[AnyDocument, ...]"
    already: int


def signed(
    report: Report, key: Key, created: str, syntax: Syntax | None = None, *, context: bool = True
) -> Signed:
    """Return a text that was checked with a proof by the key in each of its documents.

    What the key signed already stays; where a document was changed since, the proof is made anew.
    With `context`, a document without proofs gets the member `@context`, which other
    implementations ask for. Raises `InvalidDocument` where something does not conform, and
    `CannotSign`.
    """
    if not report.conforms or not report.documents or report.text is None:
        raise InvalidDocument(report)
    due = [one for one in report.documents if not _is_signed(one, key)]
    values = {one.pointer: _with_proof(one, key, created, context=context) for one in due}
    text = _rewritten(report.text.content, values, syntax) if due else report.text.content
    found = {one.pointer: one.document for one in check(text, syntax=syntax).documents}
    documents = [document for pointer in values if (document := found.get(pointer))]
    if len(documents) < len(due) or not all(verifies(p) for one in documents for p in one.proofs):
        raise CannotSign("what was written does not verify when it is read again")
    return Signed(text, tuple(documents), len(report.documents) - len(due))


def _is_signed(one: Checked, key: Key) -> bool:
    """Tell whether a document carries a proof by the key that verifies. Raises `CannotSign`."""
    if not isinstance(one.kind, DocumentType) or one.document is None:
        raise CannotSign("a trust file is no document, and carries no proof")
    own = [proof for proof in one.document.proofs if proof.key == key.did]
    false = [p.key for p in one.document.proofs if p not in own and not verifies(p)]
    if false:
        raise CannotSign(
            f"the proof by {false[0]} does not verify, and a document with such a proof opens "
            "nothing; take that proof out, and have the document signed by that key again"
        )
    return bool(own) and all(map(verifies, own))


def _with_proof(one: Checked, key: Key, created: str, *, context: bool) -> _Object:
    """Return a document with a proof by a key, in the place of one that does not verify."""
    value: dict[str, Any] = dict(one.value) if isinstance(one.value, Mapping) else {}
    others = [proof for proof in _proofs(value) if _key(proof) != key.did]
    value.pop("proof", None)
    # a proof is over the context too, and a Decision is called after its digest
    bare = not others and "@context" not in value and one.kind is not DocumentType.DECISION
    if context and bare:
        value = {"@context": load("common")["$defs"]["context"]["const"], **value}
    if others:
        value["proof"] = others
    # neither change makes it break a rule, and what is written is checked once more
    return with_proof(value, sign(Checked(one.pointer, one.kind, value, None, ()), key, created))


def _rewritten(text: str, values: Mapping[str, _Object], syntax: Syntax | None) -> str:
    """Return a text in which documents stand at their pointers. Raises `CannotSign`."""
    page = _page(text, syntax)
    target = _placed(plain(page.root), values)
    try:
        after = apply(text, changes(page, target, _NOTES))
        same = plain(_page(after, syntax).root) == target
    except EditFailed as error:
        raise CannotSign(str(error)) from error
    if not same:
        raise CannotSign("the text cannot be changed so that it says the same, and is signed")
    return after


def _page(text: str, syntax: Syntax | None) -> Manuscript:
    """Return a text with its layout. Raises `EditFailed` where it cannot be read."""
    guess = Syntax.JSON if text.lstrip()[:1] in ("{", "[") else Syntax.YAML
    source = read_bytes(text.encode(), guess)
    # JSON stays JSON whatever its file is called: without a name it is read as that (spec 4.2.1)
    if source.problems and syntax not in (None, guess):
        guess = Syntax.YAML
        source = read_bytes(text.encode(), guess)
    if source.root is None or source.problems:
        raise EditFailed(source.problems[0].message)
    return Manuscript(text, source.root, guess)


def _placed(whole: Any, values: Mapping[str, _Object]) -> Any:  # noqa: ANN401 - as JSON is
    """Return a value with others in the place of what stands at some pointers."""
    for pointer, value in values.items():
        if not pointer:
            return value
        *above, last = (t.replace("~1", "/").replace("~0", "~") for t in pointer.split("/")[1:])
        holder = whole
        for token in above:
            holder = holder[int(token) if isinstance(holder, list) else token]
        holder[int(last) if isinstance(holder, list) else last] = value
    return whole


def _proofs(document: _Object) -> list[_Object]:
    proof = document.get("proof", [])
    return [proof] if isinstance(proof, Mapping) else list(proof)


def _key(proof: _Object) -> str:
    return str(proof["verificationMethod"]).partition("#")[0]


def in_words(document: "AnyDocument") -> str:
    """Return which document it is: of what type, of whom, and about what."""
    if isinstance(document, Decision):
        return f"a Decision: {document.outcome}, as of {document.issued}"
    kind = type(document).__name__
    return f"the {kind} of {somebody(document.by)}{_about(document)}"


def is_by_another_key(document: "AnyDocument", key: Key) -> bool:
    """Tell whether a document names its maker by a key, and by another one."""
    by = document.by.id if isinstance(document, Document) else key.did
    return by != key.did and by.startswith("did:key:")


def _about(document: "AnyDocument") -> str:
    if isinstance(document, Release):
        return (
            f" for {quoted(document.release.title)}, {_tracks([e.track for e in document.tracks])}"
        )
    if isinstance(document, Consent):
        to = somebody(document.to) if isinstance(document.to, Party) else "anyone"
        return f" to {to} for {_tracks(document.tracks)}"
    if isinstance(document, Withdrawal):
        return f" of the Consent {document.consent}, from {document.effective} on"
    if isinstance(document, Declaration | Request):
        return f" for {called(document.track)}"
    return ""


def _tracks(tracks: Sequence[Track]) -> str:
    several = len(tracks) > _FEW
    return f"{len(tracks):,} tracks" if several else joined([called(one) for one in tracks])

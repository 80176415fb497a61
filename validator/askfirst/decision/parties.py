"""Call each party by one name, where the trust file says that several ids are one (rule 10)."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from askfirst.decision.documents import Documents
from askfirst.model.declarations import Declared
from askfirst.model.documents import Consent
from askfirst.model.parts import Party, Rightsholder
from askfirst.model.trust import Trust

__all__ = ["named"]

#: Returns how an answer calls a party.
_Call: TypeAlias = Callable[[str], str]


def named(documents: Documents, trust: Trust) -> Documents:
    """Return the documents with each party under the one name that an answer gives it.

    They keep their digests and their proofs, which are over what was written.
    """
    if not trust.called:
        return documents
    call = trust.name
    return documents._replace(
        declared=[_declared(one, call) for one in documents.declared],
        consents=[_consent(one, call) for one in documents.consents],
        withdrawals={
            id_: tuple(replace(one, by=_party(one.by, call)) for one in ending)
            for id_, ending in documents.withdrawals.items()
        },
    )


def _declared(one: Declared, call: _Call) -> Declared:
    document, entries = one.document, one.rightsholders
    witness = document.witness and _party(document.witness, call)
    return replace(
        one,
        document=replace(document, by=_party(document.by, call), witness=witness),
        rightsholders=tuple(_rightsholder(entry, call) for entry in entries),
    )


def _rightsholder(entry: Rightsholder, call: _Call) -> Rightsholder:
    mandate = entry.mandate
    beside = mandate and replace(mandate, id=call(mandate.id))
    return replace(entry, holder=call(entry.holder), mandate=beside)


def _consent(one: Consent, call: _Call) -> Consent:
    to = one.to if isinstance(one.to, str) else _party(one.to, call)
    witness = one.witness and _party(one.witness, call)
    return replace(one, by=_party(one.by, call), to=to, witness=witness)


def _party(party: Party, call: _Call) -> Party:
    return replace(party, id=call(party.id))

"""Say any document in plain language, and any preset."""

from collections.abc import Callable
from typing import Any, TypeAlias

from askfirst.deed.consents import consent_deed, withdrawal_deed
from askfirst.deed.decisions import decision_deed
from askfirst.deed.declarations import declaration_deed
from askfirst.deed.policies import policy_deed
from askfirst.deed.presets import preset_deed
from askfirst.deed.releases import release_deed
from askfirst.deed.requests import request_deed
from askfirst.deed.statements import Deed
from askfirst.model.decisions import Decision
from askfirst.model.declarations import Declaration, Release
from askfirst.model.documents import Consent, Policy, Request, Withdrawal
from askfirst.vocabulary import Preset

__all__ = ["Sayable", "deed"]

#: What there is a deed of.
Sayable: TypeAlias = (
    Declaration | Release | Consent | Withdrawal | Policy | Request | Decision | Preset
)

_DEEDS: dict[type, Callable[[Any], Deed]] = {
    Declaration: declaration_deed,
    Release: release_deed,
    Consent: consent_deed,
    Withdrawal: withdrawal_deed,
    Policy: policy_deed,
    Request: request_deed,
    Decision: decision_deed,
    Preset: preset_deed,
}


def deed(document: Sayable) -> Deed:
    """Return what a document says, in plain language: no more than it, and no less."""
    return _DEEDS[type(document)](document)

"""Check that a Consent is explicit and says what it must (AF5)."""

from collections.abc import Iterator

from askfirst.rules.part import Part, words
from askfirst.rules.registry import Fault, rule
from askfirst.vocabulary import Condition, DocumentType, Method
from askfirst.vocabulary.territories import COUNTRIES

__all__: list[str] = []

_MISTAKEN = {"UK": "GB", "EL": "GR"}


@rule("AF501", DocumentType.CONSENT)
def consent_is_explicit(document: Part) -> Iterator[Fault]:
    """The method of a Consent MUST be explicit."""
    method = document["expression"]["method"]
    if method.text in set(Method) and not Method(method.text).explicit:
        explicit = ", ".join(f"`{known}`" for known in Method if known.explicit)
        message = f"`{method.text}` is no consent"
        yield Fault(method, message, f"only these are: {explicit}; if none happened, ask first")


@rule("AF502", DocumentType.CONSENT)
def compensation_names_its_agreement(document: Part) -> Iterator[Fault]:
    """A Consent with the condition compensation MUST name the agreement."""
    for condition, entry in words(document["conditions"], Condition):
        if condition is Condition.COMPENSATION and not document["agreement"].present:
            advice = "add `agreement: {url: …, sha256: …}`"
            yield Fault(entry, "nothing says how much is paid, and when", advice)


@rule("AF503", DocumentType.CONSENT, DocumentType.REQUEST)
def territories_exist(document: Part) -> Iterator[Fault]:
    """A territory MUST be worldwide or a country code of ISO 3166-1 alpha-2."""
    for entry in document["territories"]:
        code = entry.text
        if len(code) == 2 and code.isupper() and code not in COUNTRIES:  # noqa: PLR2004 - alpha-2
            advice = f"write {_MISTAKEN[code]}" if code in _MISTAKEN else "write a country's code"
            yield Fault(entry, f"`{code}` is no country of ISO 3166-1", advice)

"""Generate documents of every type."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.consistency.shipped import Json
from tests.property.asking import decisions, policies, requests
from tests.property.strategies import consents, declarations, releases, withdrawals

__all__ = ["STRATEGIES", "documents"]

STRATEGIES = {
    "Declaration": declarations(),
    "Release": releases(),
    "Consent": consents(),
    "Withdrawal": withdrawals(),
    "Policy": policies(),
    "Request": requests(),
    "Decision": decisions(),
}


@cache
def documents() -> SearchStrategy[Json]:
    """Return documents of every type."""
    return st.one_of(*STRATEGIES.values())

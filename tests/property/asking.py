"""Generate Requests, Policies that keep the license, and Decisions, with every member of each."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from askfirst.canonical import digest
from askfirst.rules.decisions import PREFIX
from askfirst.vocabulary import (
    Assurance,
    Because,
    Condition,
    DocumentType,
    Material,
    Right,
    Status,
    Use,
    leaves,
)
from askfirst.vocabulary.territories import COUNTRIES
from tests.consistency.shipped import Json
from tests.property.strategies import (
    document_ids,
    extensions,
    foot,
    head,
    hexadecimal,
    instants,
    iris,
    languages,
    parties,
    texts,
    tracks,
    uniquely,
    with_context,
    words,
)

__all__ = ["decisions", "policies", "requests"]

#: Uses that are no group around a leaf of generative training, and that can be done unasked.
_HARMLESS = [use for use in Use if not set(leaves(use)) & set(leaves(Use.GENERATIVE_TRAINING))]


@st.composite
def requests(draw: DrawFn) -> Json:
    """Return a Request."""
    required = {
        **head("Request"),
        "by": parties(),
        "uses": words(Use, least=1),
        "track": tracks(titled=False),
        "material": words(Material, least=1),
    }
    model = st.fixed_dictionaries({"name": texts()}, optional={"version": texts()})
    optional = {
        **foot(),
        "model": model,
        "territories": words(sorted(COUNTRIES)) | st.just(["worldwide"]),
        "accepts": words(Condition),
        "purpose": texts() | st.just("any"),
        "contact": iris(),
    }
    document = draw(st.fixed_dictionaries(required, optional=optional))
    return {**with_context(document), **draw(extensions())}


@st.composite
def policies(draw: DrawFn) -> Json:
    """Return a Policy that asks before generative training, or never does it."""
    promise = draw(st.sampled_from(["asksFirst", "never"]))
    asked = st.just([str(Use.GENERATIVE_TRAINING)]) | words(Use).map(
        lambda uses: sorted({*uses, str(Use.GENERATIVE_TRAINING)})
    )
    required = {**head("Policy"), "by": parties(), "effective": instants(), promise: asked}
    terms = st.fixed_dictionaries(
        {"url": iris()}, optional={"quote": texts(), "language": languages()}
    )
    optional = {
        **foot(),
        "withoutAsking": words(_HARMLESS),
        "notice": st.sampled_from(["P30D", "P2W", "P1Y6M", "PT36H", "P1DT0S"]),
        "terms": terms,
        "howToOptOut": texts(),
        "contact": iris(),
    }
    document = draw(st.fixed_dictionaries(required, optional=optional))
    return {**with_context(document), **draw(extensions())}


@st.composite
def decisions(draw: DrawFn) -> Json:
    """Return a Decision whose id is the digest of the rest of it."""
    required = {
        **{name: value for name, value in head("Decision").items() if name != "id"},
        "request": st.fixed_dictionaries({"id": document_ids(), "sha256": hexadecimal(64)}),
        "assurance": st.sampled_from(Assurance).map(str),
        "documents": uniquely(_given(), least=0),
        "leaves": uniquely(_leaf()),
        "missing": uniquely(_missing(), least=0),
    }
    optional = {
        **foot(),
        "by": parties(),
        "track": tracks(titled=False),
        "trust": hexadecimal(64),
    }
    document = with_context(draw(st.fixed_dictionaries(required, optional=optional)))
    document.update(draw(extensions()))
    found = [Status(leaf["outcome"]) for leaf in document["leaves"]]
    document["outcome"] = str(Status.strictest(found))
    rest = {name: document[name] for name in document if name != "proof"}
    return {**document, "id": PREFIX + digest(rest)}


@cache
def _given() -> SearchStrategy[Json]:
    required = {"sha256": hexadecimal(64), "assurance": st.sampled_from(Assurance).map(str)}
    kinds = st.sampled_from(DocumentType).map(str)
    optional = {"id": document_ids(), "type": kinds, "setAside": texts()}
    return st.fixed_dictionaries(required, optional=optional)


@cache
def _leaf() -> SearchStrategy[Json]:
    leaf = st.sampled_from([str(use) for use in Use if use.leaf])
    outcome = st.sampled_from(Status).map(str)
    reasons = uniquely(_reason(), least=0)
    return st.fixed_dictionaries({"use": leaf, "outcome": outcome, "reasons": reasons})


@cache
def _reason() -> SearchStrategy[Json]:
    required = {"code": st.sampled_from(Because).map(str), "sentence": texts()}
    optional = {"document": iris(), "sha256": hexadecimal(64), "pointer": texts(0)}
    return st.fixed_dictionaries(required, optional=optional)


@cache
def _missing() -> SearchStrategy[Json]:
    required = {
        "right": st.sampled_from(Right).map(str),
        "use": st.sampled_from([str(use) for use in Use if use.leaf]),
        "askAt": uniquely(iris(), least=0),
    }
    claimant = st.fixed_dictionaries(
        {"holder": iris(), "name": texts()}, optional={"contact": iris()}
    )
    optional = {"holder": iris(), "claimedBy": uniquely(claimant, least=0)}
    return st.fixed_dictionaries(required, optional=optional)

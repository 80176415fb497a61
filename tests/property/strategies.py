"""Generate documents that conform, with every member that each type of document can have."""

import json
from collections.abc import Iterable
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from askfirst.vocabulary import (
    AtEnd,
    Capacity,
    Condition,
    Material,
    Method,
    Right,
    Signal,
    Use,
)
from askfirst.vocabulary.territories import COUNTRIES
from tests.consistency.shipped import Json
from tests.property.identified import ipis, isccs, isnis, isrcs, iswcs, mbids, upcs

__all__ = [
    "consents",
    "declarations",
    "document_ids",
    "extensions",
    "foot",
    "head",
    "hexadecimal",
    "instants",
    "iris",
    "languages",
    "parties",
    "releases",
    "texts",
    "tracks",
    "uniquely",
    "with_context",
    "withdrawals",
    "words",
]

CONTEXT = "https://w3id.org/askfirst/1.0/context.jsonld"

KEY = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"


@cache
def texts(least: int = 1) -> SearchStrategy[str]:
    """Return texts of any characters but halves of one."""
    return st.text(st.characters(exclude_categories=["Cs"]), min_size=least, max_size=12)


def words(kind: Iterable[str], least: int = 0) -> SearchStrategy[list[str]]:
    """Return lists of different words of a kind."""
    choices = [str(word) for word in kind]
    if not choices:
        return st.just([])
    return st.lists(st.sampled_from(choices), min_size=least, unique=True)


def uniquely(entries: SearchStrategy[Json], least: int = 1, most: int = 3) -> SearchStrategy[Json]:
    return st.lists(entries, min_size=least, max_size=most, unique_by=_written)


def _written(value: Json) -> str:
    return json.dumps(value, sort_keys=True)


@cache
def iris() -> SearchStrategy[str]:
    """Return IRIs of every kind."""
    return st.one_of(document_ids(), isnis(), ipis(), document_ids().map(lambda iri: f"{iri}#a"))


@cache
def document_ids() -> SearchStrategy[str]:
    """Return IRIs without a number sign."""
    hosts = st.sampled_from(["mara.example.org", "Northline.Example.com", "u@h.example:80", ""])
    paths = st.text("aZ09-._~/?&=+:@!é日😀", max_size=8)
    places = st.builds(
        lambda scheme, host, path: f"{scheme}://{host}/{path}", _schemes(), hosts, paths
    )
    return st.one_of(places, st.uuids().map(lambda uuid: f"urn:uuid:{uuid}"), _opaque())


@cache
def _schemes() -> SearchStrategy[str]:
    return st.sampled_from(["https", "HTTP", "ipfs", "web+music"])


@cache
def _opaque() -> SearchStrategy[str]:
    return st.sampled_from(
        [
            KEY,
            "mailto:mara@example.org",
            "tag:example.org,2026:%C3%A9",
            "x:%25",
            "URN:UUID:6B0E9F0A-8F0D-4C57-9A7A-0A2F6F7F4B11",
        ]
    )


@cache
def instants() -> SearchStrategy[str]:
    """Return moments of the calendar."""
    return st.datetimes().map(lambda moment: f"{moment.isoformat(timespec='seconds')}Z")


@cache
def languages() -> SearchStrategy[str]:
    """Return language tags."""
    return st.from_regex(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}", fullmatch=True)


@cache
def hexadecimal(count: int, digits: str = "0123456789abcdef") -> SearchStrategy[str]:
    return st.text(digits, min_size=count, max_size=count)


@cache
def parties(*, named: bool = False) -> SearchStrategy[Json]:
    """Return parties; where people have to read the name, with one."""
    optional = {} if named else {"name": texts()}
    required = {"id": iris(), **({"name": texts()} if named else {})}
    return st.fixed_dictionaries(required, optional=optional)


@cache
def proofs() -> SearchStrategy[Json]:
    """Return proofs that have the form of one; no signature is in them."""
    value = st.text("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", min_size=1)
    proof = st.fixed_dictionaries(
        {
            "type": st.just("DataIntegrityProof"),
            "cryptosuite": st.just("eddsa-jcs-2022"),
            "created": instants(),
            "verificationMethod": st.just(f"{KEY}#{KEY.removeprefix('did:key:')}"),
            "proofPurpose": st.just("assertionMethod"),
            "proofValue": value.map(lambda text: f"z{text[:127]}"),
        }
    )
    return proof | uniquely(proof)


def with_context(document: Json) -> Json:
    """Return a document whose proofs have its context, or none."""
    if "proof" not in document:
        return document
    context = {name: document[name] for name in ("@context",) if name in document}
    proof = document["proof"]
    several = [{**one, **context} for one in (proof if isinstance(proof, list) else [proof])]
    return {**document, "proof": several if isinstance(proof, list) else several[0]}


def head(kind: str) -> dict[str, SearchStrategy[Json]]:
    fixed = {"askfirst": st.just("1.0.0"), "type": st.just(kind)}
    return {**fixed, "id": document_ids(), "issued": instants()}


@cache
def foot() -> dict[str, SearchStrategy[Json]]:
    return {"$schema": texts(), "@context": st.just(CONTEXT), "proof": proofs()}


@cache
def extensions() -> SearchStrategy[dict[str, Json]]:
    names = st.from_regex(r"x-[0-9A-Za-z._-]{0,8}", fullmatch=True)
    return st.dictionaries(names, texts() | uniquely(texts(), least=0), max_size=2)


@cache
def tracks(*, titled: bool) -> SearchStrategy[Json]:
    shown = {"title": texts(), "artists": uniquely(texts())}
    known = {"isrc": isrcs(), "mbid": mbids(), "iswc": iswcs(), "urls": uniquely(iris())}
    known["files"] = uniquely(_files())
    others = {**known, "iscc": isccs(), "license": iris(), **({} if titled else shown)}
    required = shown if titled else {}
    return st.sampled_from(sorted(known)).flatmap(
        lambda name: st.fixed_dictionaries(
            {**required, name: known[name]},
            optional={other: others[other] for other in others if other != name},
        )
    )


@cache
def _files() -> SearchStrategy[Json]:
    hashes = {
        "packetsSha256": hexadecimal(64) | hexadecimal(64, "0123456789ABCDEF"),
        "pcmMd5": hexadecimal(32) | hexadecimal(32, "0123456789ABCDEF"),
    }
    first = st.sampled_from(sorted(hashes))
    return first.flatmap(
        lambda name: st.fixed_dictionaries(
            {name: hashes[name]},
            optional={**{n: hashes[n] for n in hashes if n != name}, "name": texts()},
        )
    )


@st.composite
def rightsholders(draw: DrawFn, rights: Iterable[str]) -> Json:
    """Return a rightsholder entry that holds some of the rights."""
    held = draw(words(rights, least=1))
    personal = any(Right(right).personal for right in held)
    fitting = [str(one) for one in Capacity if not personal or Right.VOICE in one.rights]
    mandate = st.fixed_dictionaries(
        {"id": iris(), "name": texts(), "capacity": st.sampled_from(fitting)}
    )
    required = {"holder": iris(), "name": texts(), "rights": st.just(held)}
    return draw(st.fixed_dictionaries(required, optional={"contact": iris(), "mandate": mandate}))


@st.composite
def statements(draw: DrawFn) -> Json:
    """Return some of the three lists of uses; no use stands in two of them."""
    order = draw(st.permutations([str(use) for use in Use]))
    one, two = sorted(draw(st.tuples(*[st.integers(0, len(order))] * 2)))
    permitted = [use for use in order[two:] if Use(use).permittable]
    lists = {"requiresConsent": order[:one], "prohibits": order[one:two], "permits": permitted}
    return {name: lists[name] for name in draw(words(lists))}


@st.composite
def declarations(draw: DrawFn) -> Json:
    """Return a Declaration."""
    document = {
        **draw(st.fixed_dictionaries(head("Declaration"))),
        "track": draw(tracks(titled=True)),
    }
    absent = draw(words(_absentable()))
    document.update(draw(_held(absent)), **draw(statements()))
    return draw(_finished(document, _makers(document["rightsholders"])))


@st.composite
def releases(draw: DrawFn) -> Json:
    """Return a Release whose tracks have some members of their own."""
    document = draw(st.fixed_dictionaries({**head("Release"), "release": _release()}))
    absent = draw(words(_absentable()))
    document.update(draw(_held(absent)), **draw(statements()))
    tracks = st.lists(_release_track(document, absent), min_size=1, max_size=3)
    document["tracks"] = draw(tracks)
    entries = [e for part in (document, *document["tracks"]) for e in part.get("rightsholders", ())]
    return draw(_finished(document, _makers(entries)))


@cache
def _absentable() -> tuple[str, ...]:
    return tuple(str(right) for right in Right if not right.personal)


@cache
def _either() -> SearchStrategy[bool]:
    return st.booleans()


@st.composite
def _held(draw: DrawFn, absent: list[str]) -> Json:
    """Return the rightsholders and the absent rights, which nobody holds."""
    rights = [str(right) for right in Right if right not in absent]
    entries = draw(uniquely(rightsholders(rights)))
    named = bool(absent) or draw(_either())
    optional = {"absentRights": absent} if named else {}
    return {"rightsholders": entries, **optional}


@cache
def _release() -> SearchStrategy[Json]:
    required = {"title": texts(), "artists": uniquely(texts())}
    return st.fixed_dictionaries(required, optional={"upc": upcs(), "mbid": mbids()})


@st.composite
def _release_track(draw: DrawFn, document: Json, absent: list[str]) -> Json:
    """Return a track; its own absent rights have no holder, be that its own or the release's."""
    track = draw(tracks(titled=True))
    held = {right for entry in document["rightsholders"] for right in entry["rights"]}
    if draw(st.booleans()):
        track["rightsholders"] = draw(_held(absent))["rightsholders"]
        held = {right for entry in track["rightsholders"] for right in entry["rights"]}
    if draw(st.booleans()):
        track["absentRights"] = draw(words(right for right in _absentable() if right not in held))
    return {**track, **draw(statements())}


def _makers(entries: list[Json]) -> SearchStrategy[Json]:
    """Return who can make a document with these rightsholders; None where it need not be said."""
    ids = [entry["holder"] for entry in entries]
    ids += [entry["mandate"]["id"] for entry in entries if "mandate" in entry]
    named = st.fixed_dictionaries({"id": st.sampled_from(ids)}, optional={"name": texts()})
    alone = len({entry["holder"] for entry in entries}) == 1
    return st.none() | named if alone else named


@st.composite
def _finished(draw: DrawFn, document: Json, makers: SearchStrategy[Json]) -> Json:
    """Return a Declaration or Release with its maker and some of what it need not have."""
    source = {
        "signal": st.sampled_from([str(signal) for signal in Signal]),
        "sha256": hexadecimal(64),
    }
    earlier = document_ids().filter(lambda one: _differ(one, document["id"]))
    optional = {
        **foot(),
        "supersedes": uniquely(earlier),
        "askAt": iris(),
        "witness": parties(named=True),
        "language": languages(),
        "source": st.fixed_dictionaries(source, optional={"url": iris()}),
    }
    others = draw(st.fixed_dictionaries({}, optional=optional))
    maker = draw(parties() if "source" in others else makers)
    return _said(with_context({**document, **others, **draw(extensions())}), maker)


def _differ(one: str, other: str) -> bool:
    """Tell whether two IRIs name different things for sure."""
    return one.casefold().rstrip("/") != other.casefold().rstrip("/")


def _said(document: Json, maker: Json) -> Json:
    return document if maker is None else {**document, "by": maker}


@st.composite
def consents(draw: DrawFn) -> Json:
    """Return a Consent whose period is not empty and whose method is explicit."""
    *starts, end = sorted(draw(st.lists(instants(), min_size=4, max_size=4, unique=True)))
    issued, start, expressed = draw(st.permutations(starts))
    document = draw(st.fixed_dictionaries(_granted(), optional=_beside()))
    agreed = "compensation" in document["conditions"]
    return {
        **with_context(document),
        **(draw(st.fixed_dictionaries({"agreement": _agreement()})) if agreed else {}),
        "issued": issued,
        "validFrom": start,
        "validUntil": draw(st.sampled_from([end, "until-withdrawn"])),
        "expression": {**draw(_expression()), "at": expressed},
    }


@cache
def _granted() -> dict[str, SearchStrategy[Json]]:
    model = st.fixed_dictionaries({"name": texts(), "version": texts() | st.just("any")})
    return {
        **head("Consent"),
        "by": parties(),
        "to": parties(named=True) | st.just("anyone"),
        "rights": words(Right, least=1),
        "tracks": uniquely(tracks(titled=False)),
        "material": words(Material, least=1),
        "uses": words(Use, least=1),
        "models": uniquely(model) | st.just("any"),
        "territories": words(sorted(COUNTRIES), least=1) | st.just(["worldwide"]),
        "purpose": texts() | st.just("any"),
        "conditions": words(Condition),
        "atEnd": st.sampled_from([str(one) for one in AtEnd]),
    }


@cache
def _beside() -> dict[str, SearchStrategy[Json]]:
    others = {"inReplyTo": document_ids(), "agreement": _agreement()}
    return {**foot(), **others, "witness": parties(named=True)}


@cache
def _agreement() -> SearchStrategy[Json]:
    return st.fixed_dictionaries({"url": iris(), "sha256": hexadecimal(64)})


@cache
def _expression() -> SearchStrategy[Json]:
    methods = st.sampled_from([str(method) for method in Method if method.explicit])
    return st.fixed_dictionaries({"method": methods, "statement": texts(), "language": languages()})


@st.composite
def withdrawals(draw: DrawFn) -> Json:
    """Return a Withdrawal."""
    required = {"by": parties(), "consent": document_ids(), "effective": instants()}
    optional = {**foot(), "reason": texts()}
    members = st.fixed_dictionaries({**head("Withdrawal"), **required}, optional=optional)
    return {**with_context(draw(members)), **draw(extensions())}

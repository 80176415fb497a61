"""PLUS: the property Data Mining of PLUS and IPTC, in an XMP packet.

Read in: the announcement of the IPTC Photo Metadata Standard 2023.1, approved on 2023-10-04, which
lists the values; their scope note, as Adobe's community repeats it (2024-09-27); and the tables of
ExifTool 13.58 (exiftool/exiftool at 38bdbace3037). The property has one value, an address.

That no prohibition is stated does not mean that anything is permitted. What a rights expression or
a constraint excepts from a prohibition is not known here, so nothing is.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from askfirst.signals.signal import (
    Carrier,
    Channel,
    Found,
    Reading,
    Signal,
    Trouble,
    Wanted,
    strictest,
)
from askfirst.signals.terms import Answer, Standing, Term
from askfirst.signals.xml_tree import BrokenXml, escaped
from askfirst.signals.xmp import Property, packet, properties
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Status, Use

__all__ = ["EDITIONS", "NAMESPACES", "VALUES", "elements"]

_PLUS = "http://ns.useplus.org/ldf/xmp/1.0/"
_WORD = "http://ns.useplus.org/ldf/vocab/"
_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_OURS = "https://w3id.org/askfirst/ns#"
#: What the properties that are written begin with.
NAMESPACES: Mapping[str, str] = {"plus": _PLUS, "Iptc4xmpExt": _EXTENSION}

#: The parts of data mining that a value speaks of: the names are ours, for PLUS names values only.
#: Whether it is mining to give a file to a model that generates, nobody says. And the exception is
#: only for search engines that are open to the public, so we hear less in it than others may.
_TERMS = (
    Term.of("generative-training", Use.GENERATIVE_TRAINING),
    Term.of("other-training", Use.ANALYTIC_TRAINING),
    Term.of("search", Use.SEARCH_INDEXING),
    Term.of("public-search", in_part=[Use.SEARCH_INDEXING]),
    Term.of(
        *("other-mining", Use.OTHER_DATA_MINING, Use.ANALYTIC_INPUT),
        in_part=[Use.GENERATIVE_INPUT, Use.DATASET_DISTRIBUTION],
    ),
)
_GENERATIVE, _TRAINING, _SEARCH, _PUBLIC_SEARCH, _MINING = (term.name for term in _TERMS)
_EVERYTHING = (_GENERATIVE, _TRAINING, _SEARCH, _MINING)
_PROHIBITED = dict.fromkeys(_EVERYTHING, Answer.REFUSED)
_BUT_SEARCH = dict.fromkeys((_GENERATIVE, _TRAINING, _MINING), Answer.REFUSED)

#: What each value says, those that refuse less before those that refuse more.
VALUES: Mapping[str, Mapping[str, Answer]] = {
    "DMI-ALLOWED": dict.fromkeys(_EVERYTHING, Answer.ALLOWED),
    "DMI-UNSPECIFIED": {},
    "DMI-PROHIBITED-GENAIMLTRAINING": {_GENERATIVE: Answer.REFUSED},
    "DMI-PROHIBITED-AIMLTRAINING": dict.fromkeys((_GENERATIVE, _TRAINING), Answer.REFUSED),
    "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING": {**_BUT_SEARCH, _PUBLIC_SEARCH: Answer.ALLOWED},
    "DMI-PROHIBITED": _PROHIBITED,
    "DMI-PROHIBITED-SEECONSTRAINT": _PROHIBITED,
    "DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR": _PROHIBITED,
    "DMI-PROHIBITED-SEELINKEDRIGHTSEXPR": _PROHIBITED,
}
#: The property that a value sends its reader to.
_SEE = {
    "DMI-PROHIBITED-SEECONSTRAINT": (_PLUS, "OtherConstraints"),
    "DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR": (_EXTENSION, "EmbdEncRightsExpr"),
    "DMI-PROHIBITED-SEELINKEDRIGHTSEXPR": (_EXTENSION, "LinkedEncRightsExpr"),
}


_SEPARATORS = re.compile("[/:#]")


def _write(wanted: Wanted, answers: Mapping[str, Answer]) -> tuple[Carrier, ...]:
    """Return the packet. Where our document can be read it is linked, and nothing in it is lost."""
    found = elements(wanted, answers)
    return (Carrier(Channel.FILE, "plus.xmp", packet(NAMESPACES, found)),) if found else ()


def elements(wanted: Wanted, answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """Return the properties for a packet, as XML; none where there is nothing to say."""
    value = _narrowest(wanted.standing, answers)
    if not VALUES[value]:
        return ()
    refers = []
    if wanted.document and Answer.REFUSED in VALUES[value].values():
        value, refers = "DMI-PROHIBITED-SEELINKEDRIGHTSEXPR", [_linked(wanted.document)]
    elif wanted.ask and value == "DMI-PROHIBITED":
        value, refers = "DMI-PROHIBITED-SEECONSTRAINT", [_constraint(wanted.ask)]
    mining = f"<plus:DataMining>{_WORD}{value}</plus:DataMining>"
    return mining, *refers


def _narrowest(standing: Standing, answers: Mapping[str, Answer]) -> str:
    """Return the first value that refuses what is restricted and allows only what is permitted.

    What a term merely touches makes no value wider: to refuse it protects nothing for sure, and
    would turn away search engines and recommendations for all who want to be asked first.
    """
    refused = {term.name for term in _TERMS if any(_restricted(standing, term))}
    allowed = {name for name, answer in answers.items() if answer is Answer.ALLOWED}
    return next(
        value
        for value, said in VALUES.items()
        if all(said.get(name) is Answer.REFUSED for name in refused)
        and all(name in allowed for name, answer in said.items() if answer is Answer.ALLOWED)
    )


def _restricted(standing: Standing, term: Term) -> Iterator[bool]:
    return (
        standing[leaf] in (Status.CONSENT_REQUIRED, Status.PROHIBITED) for leaf in term.contains
    )


def _linked(document: str) -> str:
    return f"""<Iptc4xmpExt:LinkedEncRightsExpr>
 <rdf:Bag>
  <rdf:li rdf:parseType="Resource">
   <Iptc4xmpExt:LinkedRightsExpr>{escaped(document)}</Iptc4xmpExt:LinkedRightsExpr>
   <Iptc4xmpExt:RightsExprLangId>{_OURS}</Iptc4xmpExt:RightsExprLangId>
  </rdf:li>
 </rdf:Bag>
</Iptc4xmpExt:LinkedEncRightsExpr>"""


def _constraint(ask: str) -> str:
    return f"""<plus:OtherConstraints>
 <rdf:Alt>
  <rdf:li xml:lang="x-default">Ask first: {escaped(ask)}</rdf:li>
 </rdf:Alt>
</plus:OtherConstraints>"""


def _read(found: Found) -> tuple[Reading, ...]:
    start = found.text.lstrip("\ufeff\0 \t\r\n")[:1]
    if found.channel is not Channel.FILE or start != "<" or "DataMining" not in found.text:
        return ()
    try:
        there = properties(found.text)
    except BrokenXml as error:
        return (Reading({}, (Trouble("AF901", str(error), error.line),)),)
    minings = [one for one in there if one.name == "DataMining"]
    return (_heard(minings, there),) if minings else ()


def _heard(minings: Sequence[Property], there: Sequence[Property]) -> Reading:
    """Return what all the values come to; where there are several they allow nothing."""
    present = {(one.namespace, one.name) for one in there if one.values}
    readings = [_value(one, value, present) for one in minings for value in one.values]
    troubles = [trouble for reading in readings for trouble in reading.troubles]
    said = strictest(readings)
    if len({tuple(reading.said.items()) for reading in readings}) > 1:
        message = "the property has several values, and only what they refuse holds"
        troubles.append(Trouble("AF904", message, minings[-1].line))
        said = _refusals(said)
    return Reading(said, tuple(troubles))


def _refusals(said: Mapping[str, Answer]) -> Mapping[str, Answer]:
    return {name: answer for name, answer in said.items() if answer is Answer.REFUSED}


def _value(property_: Property, value: str, present: Collection[tuple[str, str]]) -> Reading:
    """Return what a value says; a word that is not written as its address permits nothing."""
    key = _SEPARATORS.split(value)[-1].upper()
    if property_.namespace != _PLUS or key not in VALUES:
        message = f"{json.dumps(value[:80])} is no value of the property of PLUS"
        return Reading({}, (Trouble("AF903", message, property_.line),))
    troubles = tuple(_missing(key, property_.line, present))
    if value != _WORD + key:
        message = f"{json.dumps(value[:80])} has to be {_WORD}{key}"
        slip = Trouble("AF903", message, property_.line)
        return Reading(_refusals(VALUES[key]), (slip, *troubles))
    return Reading(VALUES[key], troubles)


def _missing(key: str, line: int, present: Collection[tuple[str, str]]) -> Iterator[Trouble]:
    """Yield the trouble that a value sends its reader to a property that is not there."""
    if key in _SEE and _SEE[key] not in present:
        yield Trouble("AF904", f"`{key}` refers to `{_SEE[key][1]}`, which is not there", line)


_SOURCE = (
    "https://iptc.org/news/exclude-images-from-generative-ai-iptc-photo-metadata-standard-2023-1/"
    ", approved on 2023-10-04"
)

EDITIONS = (Signal(Name.PLUS, "2023.1", _SOURCE, _TERMS, can_ask=False, write=_write, read=_read),)

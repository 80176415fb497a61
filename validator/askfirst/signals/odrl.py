"""Write and read ODRL: a policy under the profile of AskFirst, in JSON-LD and in Turtle.

Read on 2026-11-22 in the "ODRL Information Model 2.2" and the "ODRL Vocabulary & Expression 2.2",
W3C Recommendations of 2018-02-15 (repository of the group at commit e3a45ad), and for the actions
of others in its community group's draft "ODRL AI Vocabulary Profile" of 2026-07-06 (commit
f86f89b). The profile is described in `odrl-profile.ttl`; other programs have to stop at it.
"""

import re
from collections.abc import Mapping

from askfirst.errors import AskFirstError
from askfirst.signals.odrl_json_ld import of_json_ld
from askfirst.signals.odrl_policy import json_ld, policy, turtle
from askfirst.signals.odrl_rules import Node, read_policy
from askfirst.signals.signal import Carrier, Channel, Found, Reading, Signal, Trouble, Wanted
from askfirst.signals.tdmrep_policy import is_policy
from askfirst.signals.terms import Answer, Term
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Use, leaves

__all__ = ["EDITIONS"]

#: In the address of its context, of its namespace, and of its known profiles.
_MARK = "/odrl"
_PREFIX = re.compile(r"^@?prefix[ \t]", re.IGNORECASE | re.MULTILINE)
_TERMS = tuple(Term.of(str(leaf), leaf) for leaf in leaves(Use.ANY_AI_USE))


def _write(wanted: Wanted, said: Mapping[str, Answer]) -> tuple[Carrier, ...]:
    if not said:
        return ()  # a policy without a rule is none
    made = policy(wanted, said)
    return (
        Carrier(Channel.FILE, "odrl.jsonld", json_ld(made)),
        Carrier(Channel.FILE, "odrl.ttl", turtle(made)),
    )


def _read(found: Found) -> tuple[Reading, ...]:
    meant = found.channel is Channel.FILE and _MARK in found.text
    if not meant or is_policy(found.text):  # the policies of TDMRep are read there
        return ()
    try:
        return tuple(read_policy(one) for one in _policies(found))
    except AskFirstError as error:
        return (Reading({}, (Trouble("AF901", f"the ODRL policy cannot be read: {error}"),)),)


def _policies(found: Found) -> list[Node]:
    """Return the policies in a text. Raises `NotJson` or `NotTurtle`."""
    if found.text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return of_json_ld(found.text)
    if not ((found.name or "").lower().endswith(".ttl") or _PREFIX.search(found.text)):
        return []
    from askfirst.signals.odrl_turtle import of_turtle  # noqa: PLC0415 - rdflib is slow to import

    return of_turtle(found.text)


EDITIONS = (
    Signal(
        name=Name.ODRL,
        version="2.2",
        source="ODRL Information Model 2.2, W3C Recommendation, 2018-02-15",
        terms=_TERMS,
        can_ask=True,
        write=_write,
        read=_read,
    ),
)

"""Read what a policy in ODRL 2.2 says of the uses of a track, and doubt its permissions.

A permission counts only where the whole policy is one of our profile and nothing limits the rule.
A prohibition and a duty count wherever they stand, also in a policy of another profile, at which
others have to stop: what restricts too much asks for nothing but a question.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from askfirst.signals.json_value import Json
from askfirst.signals.odrl_policy import AF, CONTEXT, PROFILE
from askfirst.signals.signal import Reading, Trouble, strictest
from askfirst.signals.terms import Answer
from askfirst.vocabulary import Use, leaves

__all__ = ["RULES", "Node", "read_policy"]

#: A node of a policy: names without a prefix where they are of ODRL, and lists of values, which are
#: nodes, or texts where they name something.
Node: TypeAlias = Mapping[str, list[Json]]

#: The three lists of rules that a policy can have.
RULES = ("permission", "prohibition", "obligation")

#: What a policy may hold for its permissions to count: anything else could take them back.
_POLICY = {
    *("@context", "@type", "uid", "profile", "conflict", "target", "assigner", *RULES[:2]),
    *(f"http://purl.org/dc/terms/{name}" for name in ("issued", "source", "title")),
}
_RULE = {"@type", "uid", "target", "assigner", "action", "duty"}
_DUTY = {"@type", "uid", "target", "action", "consentingParty"}
_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
#: Whether a policy is ours: these members, and these values alone.
_OURS = {"@context": CONTEXT, "@type": "Set", "profile": PROFILE, "conflict": "prohibit"}

#: The actions of our profile; and those of others that hold uses of ours, which are heard where
#: they restrict: one of ODRL, and those of its group's draft for uses of AI of 2026-07-06.
_ACTIONS = {
    **{f"{AF}{use}": use for use in Use},
    "use": Use.ANY_AI_USE,
    "data-mining": Use.ANY_AI_USE,
    "ai-training": Use.TRAINING,
    "gen-ai": Use.GENERATIVE_TRAINING,
    "ai-augment": Use.INPUT,
    "index": Use.SEARCH_INDEXING,
    "search": Use.SEARCH_INDEXING,
}


def read_policy(policy: Node) -> Reading:
    """Return what a policy says for each leaf; anything odd in it takes all its permissions."""
    rules = [(kind, rule) for kind in RULES[:2] for rule in policy.get(kind, [])]
    odd = [*_unlike_ours(policy), *_targets(policy, [rule for _, rule in rules])]
    for kind, rule in rules:
        odd += _oddities(kind, rule)
    answers = [_said(kind, rule) for kind, rule in rules]
    if odd:
        answers = [one for one in answers if Answer.ALLOWED not in one.values()]
    troubles = dict.fromkeys([*odd, *_passed_by(answers)])
    return Reading(strictest([Reading(one) for one in answers]), tuple(troubles))


def _unlike_ours(policy: Node) -> Iterator[Trouble]:
    if len(policy.get("uid", [])) != 1:
        yield Trouble("AF901", "an ODRL policy has one `uid`")
    for name, value in _OURS.items():
        # a policy without a type is a Set (ODRL Information Model 2.2, section 2.1.1)
        if policy.get(name, ["Set"]) != [value]:
            yield Trouble("AF903", f"no permission counts: `{name}` is not `{value}` alone")
    for name in sorted(set(policy) - _POLICY):
        yield Trouble("AF903", f"no permission counts: `{name}` could limit them")


def _targets(policy: Node, rules: Iterable[Json]) -> Iterator[Trouble]:
    """Find fault with a policy that is not about one track alone."""
    whole = policy.get("target", [])
    each = [rule.get("target") or whole or [None] for rule in rules if isinstance(rule, dict)]
    names = {_name(target) for targets in [whole, *each] for target in targets}
    if len(names) != 1 or None in names:
        yield Trouble("AF903", "no permission counts: the rules have no `target`, or not the same")


def _name(node: Json) -> str | None:
    """Return the name of a node; None where it has none, or is a part of what has the name."""
    if isinstance(node, dict):
        names = node.get("uid", []) if not {"refinement", "source"} & set(node) else []
        return _name(names[0]) if len(names) == 1 else None
    return node if isinstance(node, str) else None


def _oddities(kind: str, rule: Json) -> Iterator[Trouble]:
    action = _action(rule)
    if action is None:
        yield Trouble("AF901", f"a `{kind}` is an object with one `action`")
        return
    if action not in _ACTIONS:
        yield Trouble("AF903", f"a `{kind}` is about an action that is not known here")
    elif kind == "permission" and not action.startswith(AF) and "duty" not in rule:
        yield Trouble("AF903", "a `permission` is about an action that is not of our profile")
    if set(rule) - _RULE or not all(map(_asks, rule.get("duty", []))) or _refined(rule):
        yield Trouble("AF903", f"a `{kind}` has limits or duties that are not known here")


def _action(rule: Json) -> str | None:
    """Return the action of a rule, also of one that refines it; None where there is not one."""
    actions = rule.get("action", []) if isinstance(rule, dict) else []
    if len(actions) == 1 and isinstance(actions[0], dict):
        actions = actions[0].get(_VALUE, actions[0].get("uid", []))
    return _name(actions[0]) if len(actions) == 1 else None


def _refined(rule: Node) -> bool:
    return isinstance(rule["action"][0], dict) and set(rule["action"][0]) != {"uid"}


def _asks(duty: Json) -> bool:
    return _action(duty) == "obtainConsent" and not set(duty) - _DUTY


def _said(kind: str, rule: Json) -> dict[str, Answer]:
    """Return what a rule says for each leaf of its action; whoever has a duty has to ask."""
    use = _ACTIONS.get(_action(rule) or "")
    if use is None:
        return {}
    allowed = Answer.ASK if "duty" in rule else Answer.ALLOWED
    answer = Answer.REFUSED if kind == "prohibition" else allowed
    return {str(leaf): answer for leaf in leaves(use)}


def _passed_by(answers: Iterable[Mapping[str, Answer]]) -> Iterator[Trouble]:
    """Find permissions that would pass by a duty: in ODRL they are independent of each other."""
    said = {(leaf, answer) for one in answers for leaf, answer in one.items()}
    both = [
        leaf for leaf, answer in said if answer is Answer.ASK and (leaf, Answer.ALLOWED) in said
    ]
    if both:
        names = ", ".join(sorted(both))
        yield Trouble("AF904", f"{names}: permitted with a duty, and without; the duty is read")

"""Make the vectors about the trust file anew, signed: `python -m tests.consistency.trust_vectors`.

The questions and their outcomes are written by hand, in the modules beside this one. Reasons and
what is missing are filled in as the reference validator gives them; a test holds what is
missing against the naive reading. The keys are made of names, so that everybody can sign again.
"""

from typing import Any, TypeAlias

from askfirst.conformance import Kind, answer
from tests.consistency.trust_agreed import AGREED
from tests.consistency.trust_judged import JUDGED
from tests.consistency.trust_steps import STEPS
from tests.consistency.vectors import FOLDER, codes_of, with_reasons, written

__all__ = ["PATH", "vectors"]

PATH = FOLDER / "decisions/10-trust-file.json"
Json: TypeAlias = Any


def vectors() -> list[Json]:
    """Return the vectors with what is expected."""
    return [_expecting(vector) for vector in (*STEPS, *JUDGED, *AGREED)]


def _expecting(vector: Json) -> Json:
    asked = {name: value for name, value in vector.items() if name != "outcome"}
    missing = answer({**asked, "id": "", "kind": Kind.DECISIONS})["missing"]
    outcome = vector["outcome"]
    leaves = [{"use": asked["request"]["uses"][0], "outcome": outcome, "reasons": []}]
    expect = {"outcome": outcome, "leaves": leaves, "missing": missing}
    found = with_reasons({**asked, "codes": [], "expect": expect})
    order = ("description", "rules", "codes", *asked, "expect")
    return {name: {**found, "codes": codes_of(found)}[name] for name in dict.fromkeys(order)}


if __name__ == "__main__":
    PATH.write_text(written(vectors()) + "\n", encoding="utf-8")

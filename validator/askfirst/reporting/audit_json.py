"""Write what an audit found, or what a replay of it did, for programs."""

import json
from typing import Any

import askfirst
from askfirst.reporting.audit import Audit
from askfirst.reporting.replay import Replay

__all__ = ["as_json", "replay_as_json"]


def as_json(audit: Audit) -> str:
    """Return an audit as JSON text that ends with a newline."""
    changed = {}
    if audit.changed is not None:
        changed = {"changed": [_known(one._asdict()) for one in audit.changed]}
    value = {
        **_head(),
        "permitted": audit.permitted,
        "evidence": audit.evidence,
        "figures": audit.figures,
        "troubles": [{"row": row, "trouble": trouble} for row, trouble in audit.merged.troubles],
        "holders": str(audit.merged.holders),
        "toAsk": [_known({**one._asdict(), "rows": str(one.rows)}) for one in audit.merged.most],
        **changed,
        "written": list(audit.written),
    }
    return json.dumps(value, indent=2) + "\n"


def replay_as_json(replay: Replay) -> str:
    """Return a replay as JSON text that ends with a newline."""
    value = {
        **_head(),
        "same": replay.same,
        "rows": replay.evidence["rows"],
        "decidedAgain": str(replay.compared.rows),
        "proofs": [one._asdict() for one in replay.signed],
        "faults": list(replay.faults),
        "inputs": list(replay.foreign),
        "differing": {
            "rows": str(replay.compared.differing),
            "samples": list(replay.compared.named),
        },
    }
    return json.dumps(value, indent=2) + "\n"


def _head() -> dict[str, Any]:
    return {"askfirst": askfirst.SPEC_VERSION, "tool": f"askfirst {askfirst.__version__}"}


def _known(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value}

"""Write documents of a sample as compact JSON."""

import json
from typing import Any

from askfirst.catalog.fingerprint import compact

__all__ = ["written"]


def written(document: dict[str, Any], *, escapes: bool = False) -> bytes:
    """Return a document as compact JSON; with `escapes`, what is not ASCII is written so."""
    if escapes:
        return json.dumps(document, separators=(",", ":")).encode()
    return compact(document)

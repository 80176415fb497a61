"""Run the engine that users wait for: compiled, with linear patterns."""

from collections.abc import Iterator
from functools import cache

import jsonschema_rs

from askfirst.schema.files import BASE, load

__all__ = ["violations"]


@cache
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(
        load(name),
        registry=jsonschema_rs.Registry([(f"{BASE}common.schema.json", load("common"))]),
        validate_formats=True,
        pattern_options=jsonschema_rs.RegexOptions(),
    )


def violations(name: str, value: object) -> Iterator[tuple[str, tuple[str | int, ...], object]]:
    """Yield (absolute location of the keyword, path of the value, value) for what is broken."""
    for error in _validator(name).iter_errors(value):
        yield error.absolute_keyword_location or "", tuple(error.instance_path), error.instance

"""Validate with the shipped schemas in jsonschema-rs, as a user of the bare schemas would."""

from functools import cache

import jsonschema_rs

from tests.consistency.shipped import Place, schemas

__all__ = ["validator"]


@cache
def validator(place: Place) -> jsonschema_rs.Draft202012Validator:
    """Return the validator of a schema in a file, formats asserted."""
    return jsonschema_rs.Draft202012Validator(
        {"$ref": place.address},
        registry=_registry(),
        validate_formats=True,
        pattern_options=jsonschema_rs.RegexOptions(),
    )


@cache
def _registry() -> jsonschema_rs.Registry:
    return jsonschema_rs.Registry(list(schemas().items()))

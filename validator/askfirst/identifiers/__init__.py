"""Read the identifiers of music: each module knows one, by compact, validate, is_valid, format."""

__all__ = ["instant", "ipi", "iri", "iscc", "isni", "isrc", "iswc", "mbid", "upc"]

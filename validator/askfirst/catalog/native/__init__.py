"""Read documents in C by tables that are made of the published schemas, where C was compiled."""

from askfirst.catalog.native.reader import Reader, readers

__all__ = ["Reader", "readers"]

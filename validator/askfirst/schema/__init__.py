"""The published schemas: what they say about the shape of a document."""

from askfirst.schema.files import NAMES, load
from askfirst.schema.shape import shape

__all__ = ["NAMES", "load", "shape"]

"""The published schemas: what they say about the shape of a document."""

from askfirst.schema.bundle import bundle
from askfirst.schema.files import NAMES, load
from askfirst.schema.shape import shape
from askfirst.schema.violations import acceptor

__all__ = ["NAMES", "acceptor", "bundle", "load", "shape"]

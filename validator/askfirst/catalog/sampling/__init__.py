"""A catalog that is made up, always the same for a seed, to try with and to measure with."""

from askfirst.catalog.sampling.breaking import KINDS
from askfirst.catalog.sampling.consents import consents, withdrawals
from askfirst.catalog.sampling.declarations import declarations
from askfirst.catalog.sampling.frequencies import SHARES, told
from askfirst.catalog.sampling.manifest import rows
from askfirst.catalog.sampling.request import request
from askfirst.catalog.sampling.writing import written

__all__ = [
    "KINDS",
    "SHARES",
    "consents",
    "declarations",
    "request",
    "rows",
    "told",
    "withdrawals",
    "written",
]

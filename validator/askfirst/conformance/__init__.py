"""Run the conformance vectors against any implementation (spec 15)."""

from askfirst.conformance.answers import answer
from askfirst.conformance.implementation import CannotRun, Implementation
from askfirst.conformance.running import Result, Standing, run
from askfirst.conformance.vectors import MANIFEST, BrokenVectors, Kind, Vector, load

__all__ = [
    "MANIFEST",
    "BrokenVectors",
    "CannotRun",
    "Implementation",
    "Kind",
    "Result",
    "Standing",
    "Vector",
    "answer",
    "load",
    "run",
]

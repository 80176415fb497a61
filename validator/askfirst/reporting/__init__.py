"""Findings as text for people and as JSON for programs."""

from askfirst.reporting.results import FileReport, Results

__all__ = ["FileReport", "Results"]

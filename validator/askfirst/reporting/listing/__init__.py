"""List what a run found, whatever command it was, for the formats that other programs read."""

from askfirst.reporting.listing.diagnostics import Diagnostic, Listing, Subject

__all__ = ["Diagnostic", "Listing", "Subject"]

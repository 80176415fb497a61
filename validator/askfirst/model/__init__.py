"""Documents and findings as values, apart: whoever only checks pays for no model."""

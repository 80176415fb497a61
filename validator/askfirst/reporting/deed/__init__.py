"""Deeds as text for a terminal, as Markdown, and as a page for a browser."""

from askfirst.reporting.deed.commonmark import markdown
from askfirst.reporting.deed.terminal import text
from askfirst.reporting.deed.web import html

__all__ = ["html", "markdown", "text"]

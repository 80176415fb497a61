"""Bytes, text or a parsed value in, a report out."""

from askfirst.checking.inspection import check, meaning, read, read_trust
from askfirst.checking.report import Checked, InvalidDocument, Report

__all__ = ["Checked", "InvalidDocument", "Report", "check", "meaning", "read", "read_trust"]

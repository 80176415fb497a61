"""Bytes, text or a parsed value in, a report out."""

from askfirst.checking.check import check, read
from askfirst.checking.report import AnyDocument, Checked, InvalidDocument, Report

__all__ = ["AnyDocument", "Checked", "InvalidDocument", "Report", "check", "read"]

"""The command line: paths, streams, exit codes, color."""

from askfirst.cli.app import main

__all__ = ["main"]

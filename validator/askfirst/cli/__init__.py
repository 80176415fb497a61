"""The command line: paths, streams, exit codes, color."""

import gc

# a run makes little garbage while it starts; looking for it would take a tenth of that time
gc.set_threshold(50_000, 20, 20)

from askfirst.cli.app import main  # noqa: E402 - after the line above, which is for it

__all__ = ["main"]

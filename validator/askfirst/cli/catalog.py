"""Check very many documents, and make some to try that on."""

import typer

from askfirst.cli.catalog_check import check
from askfirst.cli.catalog_index import index
from askfirst.cli.catalog_sample import sample

__all__ = ["catalog"]

catalog = typer.Typer(
    help="Check very many documents, at the speed of the machine.",
    no_args_is_help=True,
    rich_markup_mode=None,  # as the whole command line
)
catalog.command()(check)
catalog.command()(index)
catalog.command()(sample)

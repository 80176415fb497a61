"""Read what a project sets for the command line: `[tool.askfirst]` of its pyproject.toml."""

from askfirst.configuration.settings import BadConfiguration, Settings, read

__all__ = ["BadConfiguration", "Settings", "read"]

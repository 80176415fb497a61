"""AskFirst: no generative training without explicit consent."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from askfirst.checking import Checked, InvalidDocument, Report, check, read, read_trust
    from askfirst.decision import Answer, decide, withdrawals
    from askfirst.errors import AskFirstError
    from askfirst.model.findings import Finding, Position

__all__ = [
    "SPEC_VERSION",
    "Answer",
    "AskFirstError",
    "Checked",
    "Finding",
    "InvalidDocument",
    "Position",
    "Report",
    "__version__",
    "check",
    "decide",
    "read",
    "read_trust",
    "withdrawals",
]

__version__ = "0.1.0"

#: The version of the specification that this version of the tool reads.
SPEC_VERSION = "1.0.0"

#: Where each public name lives; it is imported when it is first used, so that `--help` is quick.
_HOMES = {
    "Answer": "decision",
    "AskFirstError": "errors",
    "Checked": "checking",
    "Finding": "model.findings",
    "InvalidDocument": "checking",
    "Position": "model.findings",
    "Report": "checking",
    "check": "checking",
    "decide": "decision",
    "read": "checking",
    "read_trust": "checking",
    "withdrawals": "decision",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only where a public name is used

    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found


def __dir__() -> list[str]:
    return __all__

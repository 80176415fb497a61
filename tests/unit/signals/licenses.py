"""Write RSL licenses in a test, and read them."""

from askfirst.signals import Reading, signal
from tests.unit.signals.objects import file

__all__ = ["PERMITS", "PROHIBITS", "RSL", "codes", "licensed", "reading"]

RSL = signal("rsl")
PROHIBITS = '<prohibits type="usage">{}</prohibits>'
PERMITS = '<permits type="usage">{}</permits>'


def licensed(*licenses: str, attributes: str = 'url="/"') -> str:
    inner = "".join(f"<license>{one}</license>" for one in licenses)
    content = f"<content {attributes}>{inner}</content>"
    return f'<rsl xmlns="https://rslstandard.org/rsl">{content}</rsl>'


def reading(text: str) -> Reading:
    (found,) = RSL.read(file(text))
    return found


def codes(*found: Reading) -> list[str]:
    return [trouble.code for one in found for trouble in one.troubles]

"""Put a hash tree over lines, so that one number stands for all of them (RFC 9162, section 2.1)."""

from collections.abc import Iterable
from hashlib import sha256

__all__ = ["leaf", "root"]


def leaf(line: bytes) -> bytes:
    """Return the hash of a line, without its line feed."""
    return sha256(b"\x00" + line).digest()


def root(leaves: Iterable[bytes]) -> str:
    """Return the root of the tree over leaves in order, as 64 hexadecimal digits.

    Of the leaves no more are kept than the logarithm of their number.

    >>> root([])
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    """
    whole: list[tuple[int, bytes]] = []  # complete trees from left to right, with their height
    for one in leaves:
        height, node = 0, one
        while whole and whole[-1][0] == height:
            node = _above(whole.pop()[1], node)
            height += 1
        whole.append((height, node))
    if not whole:
        return sha256().hexdigest()
    node = whole.pop()[1]
    while whole:
        node = _above(whole.pop()[1], node)
    return node.hex()


def _above(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()

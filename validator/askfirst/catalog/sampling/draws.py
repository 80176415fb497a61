"""Draw what chance decides in a sample, from the seed and the number of what is made alone."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

from askfirst.catalog.sampling.frequencies import SHARES

__all__ = ["Draws"]

_Item = TypeVar("_Item")

#: A draw between few takes 16 bits, one between many 48.
_FEW, _MANY = 16, 48
_OF_FEW, _OF_MANY = (1 << _FEW) - 1, (1 << _MANY) - 1
#: The highest bit of what is left is no part of it: it tells how much that is.
_END, _USED_UP = 1 << 512, 1 << _MANY


class Draws:
    """A sequence of draws that is the same for the same seed, thing and number.

    It is made of digests: the generators of the standard library take ten times as long to begin,
    and there are few draws from each.
    """

    __slots__ = ("_key", "_left")

    def __init__(self, seed: int, thing: str, number: int) -> None:
        self._key = f"{seed}:{thing}:{number}".encode()
        self._left = _END | int.from_bytes(blake2b(self._key).digest())

    def often(self, owner: str, name: str) -> bool:
        """Draw whether this one has it, as often as the table of shares says."""
        # as `chance` does; a call less in what is called most
        if self._left < _USED_UP:
            self._go_on()
        drawn = self._left & _OF_FEW
        self._left >>= _FEW
        return drawn < SHARES[owner][name] * (_OF_FEW + 1)

    def chance(self, share: float) -> bool:
        """Draw whether something is so that is so for a share of all."""
        if self._left < _USED_UP:
            self._go_on()
        drawn = self._left & _OF_FEW
        self._left >>= _FEW
        return drawn < share * (_OF_FEW + 1)

    def one(self, items: Sequence[_Item]) -> _Item:
        """Draw one of some items, at most some hundreds."""
        if self._left < _USED_UP:
            self._go_on()
        drawn = self._left & _OF_FEW
        self._left >>= _FEW
        return items[drawn * len(items) >> _FEW]

    def below(self, several: int) -> int:
        """Draw one of the first natural numbers."""
        if self._left < _USED_UP:
            self._go_on()
        drawn = self._left & _OF_MANY
        self._left >>= _MANY
        return drawn * several >> _MANY

    def skewed(self, bits: int) -> int:
        """Draw a number of at most so many bits by Zipf's law: each magnitude is as likely."""
        magnitude = self.below(bits)
        return (1 << magnitude) + self.below(1 << magnitude) - 1

    def hexadecimal(self, digits: int) -> str:
        """Draw hexadecimal digits, at most 128."""
        self._key = blake2b(self._key, person=b"digits").digest()
        return self._key.hex()[:digits]

    def uuid(self) -> str:
        """Draw a UUID of version 4."""
        drawn = self.hexadecimal(32)
        return f"{drawn[:8]}-{drawn[8:12]}-4{drawn[13:16]}-a{drawn[17:20]}-{drawn[20:]}"

    def instant(self, first: int, last: int) -> str:
        """Draw an instant from the beginning of a year to before that of another one."""
        clock, day = divmod(self.below((last - first) * 336 * 86400), 86400)[::-1]
        year, month = divmod(day // 28, 12)
        hour, minute = clock // 3600, clock // 60 % 60
        return (
            f"{first + year}-{month + 1:02}-{day % 28 + 1:02}"
            f"T{hour:02}:{minute:02}:{clock % 60:02}Z"
        )

    def _go_on(self) -> None:
        self._key = blake2b(self._key, person=b"next").digest()
        self._left = _END | int.from_bytes(blake2b(self._key).digest())

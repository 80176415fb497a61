"""Generate identifiers that are valid, their check digits computed as the specification says."""

from base64 import b32encode
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__ = ["ipis", "isccs", "isnis", "isrcs", "iswcs", "mbids", "upcs"]

_SEPARATORS = st.sampled_from(["", "", " ", "-", "."])
_CASES = st.sampled_from([str.upper, str.lower, str])


@cache
def _digits(count: int) -> SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


@cache
def isrcs() -> SearchStrategy[str]:
    """Return ISRCs of agencies that exist and of ones that may not, in every form that is taken."""
    prefix = st.sampled_from(["SE", "US", "GB", "QM"]) | st.from_regex("[A-Z]{2}", fullmatch=True)
    owner = st.from_regex("[A-Z0-9]{3}", fullmatch=True)
    groups = st.tuples(prefix, owner, _digits(2), _digits(5))
    return st.builds(lambda case, parts, mark: case(mark.join(parts)), _CASES, groups, _SEPARATORS)


@cache
def iswcs() -> SearchStrategy[str]:
    """Return ISWCs with their check digits, in every form that is taken."""
    return st.builds(_iswc, _digits(9), _SEPARATORS, _CASES)


def _iswc(digits: str, mark: str, case: type[str]) -> str:
    weighed = sum(i * int(digit) for i, digit in enumerate(digits, 1))
    groups = ("T", digits[:3], digits[3:6], digits[6:], str((10 - (1 + weighed) % 10) % 10))
    return case(mark.join(groups))


@cache
def upcs() -> SearchStrategy[str]:
    """Return UPCs and EANs of every length with their check digits."""
    return st.sampled_from([7, 11, 12, 13]).flatmap(_digits).map(_upc)


def _upc(digits: str) -> str:
    weighed = sum(int(digit) * (3, 1)[i % 2] for i, digit in enumerate(reversed(digits)))
    return f"{digits}{-weighed % 10}"


@cache
def isnis() -> SearchStrategy[str]:
    """Return ISNIs with their check characters, as addresses."""
    hosts = st.sampled_from(["https://isni.org", "http://isni.org", "https://www.isni.org"])
    return st.builds(lambda host, digits: f"{host}/isni/{_isni(digits)}", hosts, _digits(15))


def _isni(digits: str) -> str:
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    return digits + "0123456789X"[(12 - total % 11) % 11]


@cache
def ipis() -> SearchStrategy[str]:
    """Return IPI name numbers with their check numbers, as addresses."""
    return st.builds(lambda scheme, digits: scheme + _ipi(digits), _ipi_schemes(), _digits(9))


def _ipi_schemes() -> SearchStrategy[str]:
    return st.sampled_from(["ipi:", "IPI:", "Ipi:"])


def _ipi(digits: str) -> str:
    weighed = sum(
        weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=True)
    )
    return f"{digits}{(101 - weighed % 101) % 101 % 100:02}"


@cache
def isccs() -> SearchStrategy[str]:
    """Return ISCCs of audio content with a body of 64 bits."""
    bodies = st.binary(min_size=8, max_size=8)
    return bodies.map(lambda body: f"ISCC:{b32encode(bytes([0x22, 0x01]) + body).decode()}")


@cache
def mbids() -> SearchStrategy[str]:
    """Return MusicBrainz identifiers in both letter cases."""
    return st.builds(lambda case, uuid: case(str(uuid)), _CASES, st.uuids())

"""Say how often something stands in a sample; what shapes a sample is all in this table."""

from textwrap import fill

__all__ = ["SHARES", "told"]

_WIDTH = 74

#: By what it belongs to and its name, the share of those that have it.
SHARES: dict[str, dict[str, float]] = {
    "document": {
        "by": 0.7,
        "absentRights": 0.12,
        "askAt": 0.6,
        "witness": 0.5,
        "language": 0.9,
        "source": 0.02,
        "$schema": 0.5,
        "@context": 0.15,
        "x-members": 0.05,
        "escapes": 0.1,
    },
    "kind": {
        "Release": 0.05,
        "duplicate": 0.025,
        "second holder": 0.05,
        "superseding": 0.05,
        "other recording": 0.05,
    },
    "track": {
        "isrc": 0.92,
        "mbid": 0.5,
        "iswc": 0.6,
        "iscc": 0.25,
        "urls": 0.6,
        "second url": 0.4,
        "files": 0.9,
        "second file": 0.4,
        "pcmMd5": 0.3,
        "license": 0.15,
        "guest": 0.2,
        "longer title": 0.4,
    },
    "holders": {
        "publisher": 0.75,
        "label": 0.6,
        "writer": 0.3,
        "contact": 0.9,
        "mandate": 0.1,
        "isni": 0.2,
        "ipi": 0.4,
        "urn:uuid": 0.1,
    },
    "finding": {
        "AF202": 0.01,
        "AF209": 0.03,
        "AF304": 0.03,
        "AF305": 0.04,
        "AF307": 0.02,
        "AF404": 0.05,
        "AF603": 0.04,
        "AF604": 0.05,
    },
    "consent": {"all agree": 0.31, "anyone": 0.1},
    "row": {"unknown": 0.2, "isrc": 0.7, "packetsSha256": 0.5, "url": 0.3},
}


def told() -> str:
    """Return the table as a text, in percent, for the help of the command."""
    lines = (
        f"{owner}: {', '.join(f'{name} {100 * share:g}' for name, share in shares.items())}"
        for owner, shares in SHARES.items()
    )
    return "\n".join(fill(line, _WIDTH, subsequent_indent="  ") for line in lines)

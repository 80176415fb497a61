"""Write the figures of an audit for people who answer for a data set (EU AI Act, Article 53)."""

from collections.abc import Iterator, Mapping
from typing import Any

from askfirst.reporting.visible import visible

__all__ = ["summary"]

#: How many domain names are listed here; all of them stand in figures.json.
_DOMAINS = 1_000
_HEAD = """\
# Figures of an audit of training data

These are figures for two texts that Article 53(1) of the EU AI Act (Regulation (EU) 2024/1689) \
asks of whoever provides a general-purpose model: the policy under (c), to comply with copyright \
law and with reservations of rights, and the public summary of training content under (d). This \
is neither of them, and no legal advice. It says what one audit of one manifest found."""
_UNKNOWN = """\
## What an audit does not know

- How many hours or bytes of audio there are. The template of the AI Office asks for the size of \
each modality, and takes the top 10 % of domain names by the size of what was scraped. Here rows \
are counted.
- Where the files come from: a public data set, a license, a crawler and when it ran, users, or a \
generator. An address in a row names a track; it does not say that the file was taken from there.
- When the files were acquired, and in which languages and genres they are.
- Whether a file is the track that its row names, unless its audio was hashed.
- Whether there are reservations, Consents or Withdrawals that were not among the documents.
- What else the model was trained with, and whether rows that are not permitted were left out.
- Whether access was lawful, and what was done against copies in the output."""


def summary(evidence: Mapping[str, Any], figures: Mapping[str, Any]) -> str:
    """Return the figures as Markdown."""
    return "\n\n".join([_HEAD, *_parts(evidence, figures), _UNKNOWN]) + "\n"


def _parts(evidence: Mapping[str, Any], figures: Mapping[str, Any]) -> Iterator[str]:
    yield _table("## What was audited", dict(_audited(evidence, figures)))
    yield _table("## Rows by outcome", figures["outcomes"])
    yield _table("## Rows by kind of identifier", figures["identifiers"])
    yield "## Reservations of rights, for the policy under (c)"
    yield _reservations(figures)
    yield _table("Permitted, and by what:", figures["permittedBy"])
    yield "A row that needs both a Consent and a Declaration is counted for each."
    yield _domains(figures["domains"])


def _audited(evidence: Mapping[str, Any], figures: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "Rows", figures["rows"]
    yield "Rows that name a track", figures["identified"]
    yield "As of", evidence["at"]
    yield "Demanded of what opens", evidence["assurance"]
    yield "Request", evidence["request"]["id"]
    if "documents" in figures:
        yield "Documents issued from", figures["documents"]["from"]
        yield "Documents issued until", figures["documents"]["until"]
    yield "Root of the rows", figures["merkleRoot"]
    yield "Tool", evidence["tool"]


def _reservations(figures: Mapping[str, Any]) -> str:
    found = figures["reservations"]
    if found["rows"] == "0":
        return "In no row a Declaration or a signal prohibits the use or asks to be asked first."
    sources = {"Declarations": found["declarations"], **found["signals"]}
    stated = _table("Stated by, in so many rows:", sources)
    done = _table("What the audit answered for these rows:", found["outcomes"])
    told = f"In {found['rows']} rows somebody prohibits the use or wants to be asked first."
    return f"{told}\n\n{stated}\n\n{done}\n\nPermitted are those in which every holder consented."


def _domains(found: Mapping[str, Any]) -> str:
    title = "## Domain names, for the summary under (d)"
    if not found["rows"]:
        return f"{title}\n\nNo row names an address."
    shown = found["rows"][:_DOMAINS]
    head = (
        f"{found['number']} domain names stand in addresses of rows; the first "
        f"{found['topTenth']} of them, by rows, are a tenth."
    )
    more = len(found["rows"]) - len(shown)
    rest = f"\n\nAnd {more} more, in figures.json." if more else ""
    return f"{title}\n\n{head}\n\n{_rows({one['domain']: one['rows'] for one in shown})}{rest}"


def _table(title: str, counts: Mapping[str, str]) -> str:
    return f"{title}\n\n{_rows(counts)}" if counts else f"{title}\n\nNone."


def _rows(counts: Mapping[str, str]) -> str:
    body = "\n".join(f"| {_cell(name)} | {_cell(value)} |" for name, value in counts.items())
    return f"| | |\n| --- | ---: |\n{body}"


def _cell(text: str) -> str:
    """Return a text of a stranger that ends no cell and opens no tag."""
    return visible(text).replace("&", "&amp;").replace("<", "&lt;").replace("|", "&#124;")

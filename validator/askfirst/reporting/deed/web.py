"""Write a deed as one HTML page that needs nothing else: no script, no font, no picture, no server.

Whatever a stranger wrote stands escaped in `bdi`, and only addresses that are safe to follow
become links. The page carries no machine-readable copy of the document: a copy that nobody
looks for would go on speaking after the document was replaced. It names the document's digest.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from askfirst.deed.kinds import Kind, Part
from askfirst.deed.saying import Line, Page, Passage, Role, Span
from askfirst.reporting.visible import visible

__all__ = ["html"]

_STYLE = Path(__file__).parent / "page.css"
#: How a part looks: as something closed, to be asked for, open, or silent.
_LOOKS = {
    Part.PROHIBITED: "closed",
    Part.NEVER: "closed",
    Part.CONSENT_REQUIRED: "asked",
    Part.ASKS_FIRST: "asked",
    Part.ASKED: "asked",
    Part.MISSING: "asked",
    Part.PERMITTED: "open",
    Part.GRANTED: "open",
    Part.UNSPECIFIED: "silent",
    Part.SILENT: "silent",
    Part.WITHOUT_ASKING: "unasked",
}
#: A sign for each look, beside the heading that says the same; drawn in a square of 24.
_SIGNS = {
    "closed": '<circle cx="12" cy="12" r="9"/><path d="M5.7 5.7 18.3 18.3"/>',
    "asked": '<path d="M4 4h16v12h-9l-5 4v-4H4z"/><path d="M12 7v3.5M12 12.7v.6"/>',
    "open": '<circle cx="12" cy="12" r="9"/><path d="m7.5 12.5 3 3 6-7"/>',
    "silent": '<circle cx="12" cy="12" r="9" stroke-dasharray="3 3"/><path d="M8 12h8"/>',
    "unasked": '<path d="M12 3 22 20H2z"/><path d="M12 9.5v4.5M12 16.8v.6"/>',
}


def html(pages: Iterable[Page]) -> str:
    """Return deeds as one page, each an article of its own."""
    several = tuple(pages)
    first = several[0]
    articles = "\n".join(_article(page, n) for n, page in enumerate(several))
    return f"""\
<!DOCTYPE html>
<html lang="{first.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{escape(_bare(first.title))} · AskFirst</title>
<style>{_style()}</style>
</head>
<body>
<main>
{articles}
</main>
</body>
</html>
"""


@cache
def _style() -> str:
    return f"\n{_STYLE.read_text(encoding='utf-8')}"


@cache
def _policy() -> str:
    """Return the content security policy: nothing is loaded or run, and only our style applies."""
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _article(page: Page, number: int) -> str:
    passages = "\n".join(_passage(one, f"{number}-{one.part}") for one in page.passages)
    lead = "\n".join(f"<p>{_inline(line)}</p>" for line in page.lead)
    kind = f"AskFirst · {page.deed.type}" if page.deed.type else "AskFirst"
    return f"""\
<article aria-labelledby="{number}-title">
<header>
<p class="kind">{kind}</p>
<h1 id="{number}-title">{_inline(page.title)}</h1>
{lead}
</header>
{passages}
</article>"""


def _passage(one: Passage, name: str) -> str:
    look = _LOOKS.get(one.part, "plain")
    lines = "\n".join(_block(line) for line in one.lines)
    return f"""\
<section class="{look} {one.part}" aria-labelledby="{name}">
<h2 id="{name}">{_sign(look)}{escape(one.heading)}</h2>
{lines}
</section>"""


def _sign(look: str) -> str:
    if look not in _SIGNS:
        return ""
    return (
        f'<svg aria-hidden="true" viewBox="0 0 24 24" width="24" height="24">{_SIGNS[look]}</svg>'
    )


def _block(line: Line) -> str:
    return "\n".join([f"<p>{_inline(line)}</p>", *_list(line)])


def _list(line: Line) -> Iterator[str]:
    """Yield what stands below a statement; tracks are counted, as their order is the release's."""
    if line.parts:
        tag = "ol" if line.statement.kind in (Kind.TRACKS_ALIKE, Kind.TRACKS_DIFFER) else "ul"
        yield f"<{tag}>"
        for part in line.parts:
            yield "".join(["<li>", _inline(part), *_list(part), "</li>"])
        yield f"</{tag}>"


def _inline(line: Line) -> str:
    return "".join(map(_span, line.spans))


def _span(span: Span) -> str:
    text = escape(visible(span.text))
    if span.role is Role.WORD:
        return f"<code>{text}</code>"
    if span.role is Role.OURS:
        return text
    link = f'<a href="{escape(span.link)}">{text}</a>' if span.link else text
    return f"<bdi>{link}</bdi>"


def _bare(line: Line) -> str:
    return "".join(visible(span.text) for span in line.spans)

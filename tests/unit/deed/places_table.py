"""Write the table of places into the documentation: `python -m tests.unit.deed.places_table`."""

from pathlib import Path

from askfirst.deed.where_places import Place, places

__all__ = ["PAGE", "page"]

PAGE = Path(__file__).parents[3] / "validator/docs/where.md"
_HEAD = "| platform | field | put there | holds | read |\n| --- | --- | --- | --- | --- |\n"
_PUT = {
    "line": "the line",
    "copyright": "year, names, the line",
    "credit": "©, year, names, the line",
    "tag": "a tag for programs",
    "document": "the address of the license file, else its id",
    "link": "a link to the license file",
    "license": "the copyright license, if the document has one",
    "c-line": "year and who holds composition or lyrics",
    "p-line": "year and who holds the recording",
}


def page(text: str) -> str:
    """Return the text of the page with the table as the data have it now."""
    before, rest = text.split(_HEAD)
    rows = "".join(_row(place) for place in places())
    return before + _HEAD + rows + rest[rest.index("\n\n") + 1 :]


def _row(place: Place) -> str:
    put = f"`{place.text}`" if place.text else _PUT[place.puts]
    limit = f"{place.limit:,} {place.counted}" if place.limit else "no limit found"
    read = f"[{place.read}]({place.source})" if place.source else ""
    cells = (place.platform, place.field, put, limit if place.source else "", read)
    return f"| {' | '.join(cells)} |\n".replace("  ", " ")


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

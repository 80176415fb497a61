"""Put the schema beside a license file, so that editors complete and explain its words."""

import json
import re
from collections.abc import Iterable, Iterator

from askfirst.cli.drafting import Draft
from askfirst.reading import Syntax, syntax_of
from askfirst.schema.bundle import bundle

__all__ = ["helped"]

_FOLDER = ".askfirst"
_MODELINE = re.compile("^# yaml-language-server:.*$", re.MULTILINE)


def helped(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield license files with the schema beside them and, in YAML, a first line that names it."""
    return map(_helped, drafts)


def _helped(one: Draft) -> Draft:
    kind = "release" if re.search(r'^type: "?Release', one.after, re.MULTILINE) else "declaration"
    name = f"{_FOLDER}/{kind}.schema.json"
    schema = json.dumps(bundle(kind), indent=2, ensure_ascii=False) + "\n"
    if syntax_of(str(one.path)) is not Syntax.YAML or _MODELINE.search(one.after):
        return one
    line = f"# yaml-language-server: $schema={name}\n"
    return one._replace(after=line + one.after, beside={one.path.parent / name: schema})

"""Find the documents of an audit: in a store that is there, or in one made for the audit."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from askfirst.catalog.audits.evidence import hashed
from askfirst.catalog.inputs import Input
from askfirst.catalog.noting import Noting
from askfirst.catalog.store import Store, is_store
from askfirst.cli.audit_asked import stop
from askfirst.cli.catalog_inputs import inputs
from askfirst.cli.indexing import indexed
from askfirst.cli.paths import expanded

__all__ = ["Given", "documents"]


class Given(NamedTuple):
    """A store, the digest of what it holds, the files it stands for, and when they were issued."""

    store: str
    content: str
    inputs: tuple[tuple[str, str], ...]
    period: tuple[str, str] | None


@contextmanager
def documents(
    paths: Iterable[str], others: Iterable[str], made: Path, workers: int
) -> Iterator[Given]:
    """Give the documents at some paths; `others` are files there that are read as something else.

    What is no store is indexed into `made`, which is removed afterwards. Exits where a document
    cannot be read. Raises `NotAStore`.
    """
    named = expanded(paths)
    stores = [path for path in named if Path(path).is_file() and is_store(Path(path))]
    if stores:
        if len(named) > 1:
            stop(f"{stores[0]} is a store, which is given alone; put the other documents into it")
        given = _given(stores[0])
        yield given._replace(inputs=((stores[0], hashed(Input.of(stores[0]))),))
        return
    files = _files(named, others)
    indexed(Noting(), files, made, workers)
    try:
        yield _given(str(made))
    finally:
        made.unlink(missing_ok=True)


def _given(path: str) -> Given:
    with closing(Store(path)) as store:
        store.verify()
        return Given(path, store.content_digest, tuple(store.inputs.items()), store.period())


def _files(paths: list[str], others: Iterable[str]) -> list[str]:
    found = inputs(paths)
    known = {Path(one).resolve() for one in others}
    files = [path for path in found.files if Path(path).resolve() not in known]
    if not files and not found.troubles:
        found.troubles.append("--documents: no file there is a document or a catalog")
    if found.troubles:
        stop("\n".join(found.troubles))
    return files

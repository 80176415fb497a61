"""Answer whether a track may be used, from everything that was declared and agreed here."""

from typing import TYPE_CHECKING, Any

import askfirst
from askfirst.model.documents import Request
from askfirst.reading import Syntax
from pipeline.parties import Platform
from pipeline.problems import Problem, errors_of
from pipeline.store import read

if TYPE_CHECKING:
    from askfirst.checking.making import AnyDocument

__all__ = ["decided"]


def decided(body: bytes, platform: Platform, now: str) -> dict[str, Any]:
    """Return the Decision about a Request, as of now, at the assurance `trusted` (spec 5).

    Nothing opens but what was made before us as witness. Raises `Problem`.
    """
    report = askfirst.check(body, syntax=Syntax.JSON)
    request = report.document
    if not isinstance(request, Request):
        status = 422 if report.documents else 400
        raise Problem(status, "a Request is needed to decide", errors_of(report))
    documents: list[AnyDocument] = [
        read(one.text) for one in platform.store.about(request.track.identifiers)
    ]
    answer = askfirst.decide(request, documents, at=now, trust=platform.trust)
    return answer.to_dict()

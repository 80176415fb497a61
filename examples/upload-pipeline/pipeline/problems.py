"""Say what is wrong with a request, so that programs and people can put it right (RFC 9457)."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from askfirst import Finding, Report
from askfirst.reading import Source, Syntax, locate, read_bytes

if TYPE_CHECKING:
    from starlette.exceptions import HTTPException

__all__ = ["Problem", "answered", "error_at", "errors_of", "failed", "meaning", "refused", "unread"]

_INVALID = "invalid-upload"
#: What is wrong with a member whatever it holds is wrong with its name.
_AT_NAMES = ("AF103", "AF504", "ours")
_MEANINGS = {
    _INVALID: "What was sent is not taken. Each entry of `errors` has the JSON Pointer of what is "
    "wrong, its line and column from 1, and a code; `askfirst explain CODE` says more of a code "
    "that begins with AF.\n"
}


class Problem(Exception):
    """A request is not done; `errors` say where it is wrong, each by pointer and position."""

    def __init__(self, status: int, detail: str, errors: Iterable[Mapping[str, Any]] = ()) -> None:
        super().__init__(detail)
        self.status, self.detail, self.errors = status, detail, list(errors)


async def answered(_: Request, error: Exception) -> Response:
    """Answer with a problem."""
    return _response(cast("Problem", error))


async def refused(_: Request, error: Exception) -> Response:
    """Answer with what the framework refuses: no such page, no such method."""
    refusal = cast("HTTPException", error)
    return _response(Problem(refusal.status_code, refusal.detail), refusal.headers)


async def failed(_: Request, __: Exception) -> Response:
    """Answer that we failed; the log says how, and strangers learn nothing from it."""
    return _response(Problem(500, "this did not work, and nothing was kept"))


def _response(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    body = {
        "type": f"/problems/{_INVALID}" if problem.errors else "about:blank",
        "title": "Invalid upload" if problem.errors else HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
        **({"errors": problem.errors} if problem.errors else {}),
    }
    told = {"WWW-Authenticate": "Bearer"} if problem.status == HTTPStatus.UNAUTHORIZED else {}
    return JSONResponse(
        body,
        problem.status,
        headers={**told, **(headers or {})},
        media_type="application/problem+json",
    )


async def meaning(request: Request) -> Response:
    """Say what a type of problem means."""
    text = _MEANINGS.get(request.path_params["name"])
    if text is None:
        raise Problem(404, "there is no such type of problem")
    return PlainTextResponse(text)


def errors_of(report: Report) -> list[dict[str, Any]]:
    """Return the errors of a report; warnings and notes refuse nothing."""
    return [_entry(one) for one in report.findings if one.severity == "error"]


def _entry(finding: Finding) -> dict[str, Any]:
    line, column, *_ = finding.position or (None, None)
    said = f"{finding.message}; {finding.help}" if finding.help else finding.message
    place = {"line": line, "column": column} if finding.position else {}
    return {"pointer": finding.pointer, "code": finding.code, **place, "detail": said}


def unread(source: Source) -> list[dict[str, Any]]:
    """Return what keeps a text from being read as it is written."""
    return [
        _error(one.pointer, one.code, one.message, source, (one.start, one.end))
        for one in source.problems
    ]


def error_at(body: bytes, pointer: str, code: str, detail: str) -> dict[str, Any]:
    """Return an error at what a pointer names in a body, or at the nearest that is around it."""
    source = read_bytes(body, Syntax.JSON)
    if source.root is None:
        return {"pointer": pointer, "code": code, "detail": detail}
    near = pointer
    while (place := locate(source.root, near)) is None:
        near = near.rpartition("/")[0]
    name, node = place
    where = name if name and code in _AT_NAMES else node
    return _error(pointer, code, detail, source, (where.start, where.end))


def _error(
    pointer: str, code: str, detail: str, source: Source, where: tuple[int, int]
) -> dict[str, Any]:
    at = source.text.position(*where) if source.text else None
    place = {"line": at.line, "column": at.column} if at else {}
    return {"pointer": pointer, "code": code, **place, "detail": detail}

"""Join the addresses of the platform with what is done there."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from html import escape
from http import HTTPStatus
from mimetypes import guess_type
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar, cast

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from pipeline import acts, deciding, problems, signals, uploads
from pipeline.bodies import json_body, upload
from pipeline.parties import Account, Accounts, Platform
from pipeline.problems import Problem
from pipeline.store import Kept, read

if TYPE_CHECKING:
    from askfirst.model.declarations import Declaration

__all__ = ["Site", "application"]

_P = ParamSpec("_P")
_T = TypeVar("_T")
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
{head}
</head>
<body>
<h1>{title}</h1>
<p>By {artists}. <a href="{page}/askfirst.json">What may be done with it</a>.</p>
</body>
</html>
"""
#: A page here shows what strangers wrote: nothing in it runs or loads anything.
_SAFE = {"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff"}


def application(site: "Site") -> Starlette:
    """Return the application that serves a platform."""
    routes = [
        Route("/tracks", site.upload, methods=["POST"]),
        Route("/tracks/{track}", site.page),
        Route("/tracks/{track}/askfirst.json", site.declaration, methods=["GET"]),
        Route("/tracks/{track}/askfirst.json", site.replace, methods=["PUT"]),
        Route("/tracks/{track}/history", site.history),
        Route("/tracks/{track}/opt-ins", site.opt_in, methods=["POST"]),
        Route("/withdrawals", site.withdraw, methods=["POST"]),
        Route("/documents/{sha256}", site.document),
        Route("/decide", site.decide, methods=["POST"]),
        Route("/.well-known/askfirst.json", site.declarations),
        Route("/problems/{name}", problems.meaning),
        Route("/{path:path}", site.file),
    ]
    handlers = {
        Problem: problems.answered,
        HTTPException: problems.refused,
        ClientDisconnect: problems.failed,
        Exception: problems.failed,
    }
    return Starlette(routes=routes, exception_handlers=handlers)


async def _apart(do: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """Do what takes time in another thread, so that nobody else waits for it."""
    return await run_in_threadpool(partial(do, *args, **kwargs))


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Site(NamedTuple):
    """What each address of the platform answers; who changes something has to be logged in."""

    accounts: Accounts
    platform: Platform

    def _by(self, request: Request) -> Account:
        return self.accounts.of(request.headers.get("authorization", ""))

    async def upload(self, request: Request) -> Response:
        """Take a track with its Declaration."""
        by = self._by(request)
        async with upload(request) as sent:
            taken = await _apart(uploads.first, sent, self.platform, by, _now())
        return self._taken(taken, 201)

    async def replace(self, request: Request) -> Response:
        """Take a Declaration that replaces the current one of a track."""
        by, track = self._by(request), request.path_params["track"]
        async with upload(request) as sent:
            taken = await _apart(uploads.further, track, sent, self.platform, by, _now())
        return self._taken(taken, 200)

    def _taken(self, taken: uploads.Taken, status: int) -> Response:
        page = self.platform.page(taken.kept.track)
        document = {"id": taken.kept.id, "sha256": taken.kept.sha256}
        body = {"id": taken.kept.track, "page": page, "askfirst": document, "notes": taken.notes}
        return JSONResponse(body, status, headers={"Location": page})

    async def page(self, request: Request) -> Response:
        """Show a track, with what its Declaration says in the signals of others."""
        one = await _apart(self.platform.store.current, request.path_params["track"])
        track = cast("Declaration", read(one.text)).track
        text = _PAGE.format(
            title=escape(track.title or ""),
            artists=escape(", ".join(track.artists)),
            page=escape(self.platform.page(one.track)),
            head=signals.head_of_page(one, self.platform),
        )
        return self._signaled(one, HTMLResponse(text, headers=_SAFE))

    async def declaration(self, request: Request) -> Response:
        """Serve the current Declaration of a track."""
        one = await _apart(self.platform.store.current, request.path_params["track"])
        return self._signaled(one, _document(one))

    def _signaled(self, one: Kept, response: Response) -> Response:
        for name, value in signals.headers(one, self.platform):
            response.headers.append(name, value)
        return response

    async def history(self, request: Request) -> Response:
        """List every Declaration that a track ever had, the oldest first."""
        found = await _apart(self.platform.store.history, request.path_params["track"])
        if not found:
            raise Problem(404, "there is no such track")
        return JSONResponse([{"id": one.id, "sha256": one.sha256} for one in found])

    async def document(self, request: Request) -> Response:
        """Serve a document by its digest; a Consent or a Withdrawal only to who made it."""
        one = await _apart(self.platform.store.document, request.path_params["sha256"])
        if one is None or (one.type != "Declaration" and one.owner != self._by(request).id):
            raise Problem(404, "there is no such document")
        return _document(one)

    async def declarations(self, _: Request) -> Response:
        """Serve the current Declarations of all tracks (spec 7)."""
        found = await _apart(self.platform.store.currents)
        if not found:
            raise Problem(404, "nothing is declared here yet")
        return Response(
            b"[" + b",\n".join(one.text for one in found) + b"]", media_type="application/json"
        )

    async def opt_in(self, request: Request) -> Response:
        """Witness the Consent of who is logged in."""
        by, track = self._by(request), request.path_params["track"]
        body = await json_body(request)
        one = await _apart(acts.opt_in, track, body, self.platform, by, _now())
        return _document(one, 201)

    async def withdraw(self, request: Request) -> Response:
        """Take the Withdrawal of a Consent that who is logged in gave here."""
        by, body = self._by(request), await json_body(request)
        one = await _apart(acts.withdrawal, body, self.platform, by, _now())
        return _document(one, 201)

    async def decide(self, request: Request) -> Response:
        """Answer a Request with a Decision."""
        body = await json_body(request)
        decision = await _apart(deciding.decided, body, self.platform, _now())
        return JSONResponse(decision)

    async def file(self, request: Request) -> Response:
        """Serve robots.txt and the other files by which signals speak of the whole site."""
        currents = await _apart(self.platform.store.currents)
        files = await _apart(signals.site_files, currents, self.platform)
        path = request.path_params["path"]
        if path not in files:
            raise Problem(404, "there is no such page")
        return Response(files[path], headers=_SAFE, media_type=guess_type(path)[0] or "text/plain")


def _document(one: Kept, status: int = 200) -> Response:
    place = "Location" if status == HTTPStatus.CREATED else "Content-Location"
    headers = {"ETag": f'"{one.sha256}"', place: f"/documents/{one.sha256}"}
    return Response(one.text, status, headers, media_type="application/json")

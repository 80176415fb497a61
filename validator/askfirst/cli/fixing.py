"""Fix what has one right form in the files that are checked, or show what would change."""

from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from askfirst.reporting import FileReport, Results
    from askfirst.reporting.fixes import Changed

__all__ = ["Differences", "Fixes", "Fixing", "UnsafeFixes"]

Fixes = Annotated[
    bool, typer.Option("--fix", help="Fix in place what has one right form and opens nothing.")
]
UnsafeFixes = Annotated[
    bool,
    typer.Option(
        "--unsafe-fixes", help="With --fix or --diff: also what lets a document open something."
    ),
]
Differences = Annotated[
    bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")
]
_MARK = "\ufeff"


class _Mended(NamedTuple):
    """A file with the fixes of its findings, and how it changed or would change."""

    file: "FileReport"
    change: "Changed | None"
    made: int
    sealed: int


class Fixing(NamedTuple):
    """Whether files are fixed or only shown as they would be, and whether by unsafe fixes too."""

    write: bool
    show: bool
    unsafe: bool

    @classmethod
    def of(cls, *, fix: bool, unsafe: bool, diff: bool, paths: "Iterable[str]") -> "Fixing":
        """Return what the flags say; exits where they do not fit together or to a path."""
        from askfirst.cli.paths import STDIN

        if unsafe and not (fix or diff):
            _stop("--unsafe-fixes does nothing alone; add --fix, or --diff to see what it would do")
        if fix and not diff and STDIN in paths:
            _stop("the standard input cannot be fixed in place; --diff shows what would change")
        return cls(fix and not diff, diff, unsafe)

    def applied(
        self, results: "Results", pointer: str | None, left: "Callable[[Results], Results]"
    ) -> "tuple[Results, tuple[Changed, ...]]":
        """Return results with a fix for each finding that has one, and how files change.

        Where files are fixed, the results are those of what they are then. What `left` leaves out
        of results is not fixed.
        """
        from askfirst.fixing.fixable import may_be_fixed

        if not any(may_be_fixed(one) for file in results.files for one in file.report.findings):
            return results, ()
        mended = [self._mended(file, pointer, left) for file in results.files]
        sealed = sum(one.sealed for one in mended) if self.write or self.show else 0
        remarks = (*results.remarks, *([_sealed(sealed)] if sealed else []))
        made = sum(one.made for one in mended) if self.write else 0
        files = tuple(one.file for one in mended)
        changes = tuple(one.change for one in mended if one.change)
        return results._replace(files=files, remarks=remarks, fixed=made), changes

    def _mended(
        self, file: "FileReport", pointer: str | None, left: "Callable[[Results], Results]"
    ) -> _Mended:
        from askfirst.fixing.offering import offered
        from askfirst.reading import syntax_of

        offer = offered(file.report, syntax_of(file.path))
        file = file._replace(report=offer.report)
        fixes = any(finding.fix for finding in offer.report.findings)
        if fixes and (self.write or self.show):
            return self._fixed(file, pointer, left)
        return _Mended(file, None, 0, offer.sealed)

    def _fixed(
        self, file: "FileReport", pointer: str | None, left: "Callable[[Results], Results]"
    ) -> _Mended:
        """Fix a file, or only find out how it would change."""
        from askfirst.checking import Report
        from askfirst.fixing.rounds import fixed
        from askfirst.reading import syntax_of
        from askfirst.reporting import Results
        from askfirst.reporting.fixes import Changed

        def known(report: Report) -> Report:
            return left(Results((file._replace(report=report),), 0)).files[0].report

        text = file.report.text.content if file.report.text else ""
        syntax = syntax_of(file.path)
        now = fixed(text, syntax=syntax, pointer=pointer, unsafe=self.unsafe, left=known)
        if now.made and self.write:
            _overwrite(file, now.text)
        change = Changed(file.path, text, now.text) if now.made else None
        after = file._replace(report=now.report) if self.write else file
        return _Mended(after, change, now.made, now.sealed)


def _overwrite(file: "FileReport", text: str) -> None:
    """Write a text over a file, with the byte order mark that stands there."""
    from askfirst.cli.streams import write_bytes

    marked = any(finding.code == "AF002" for finding in file.report.findings)
    write_bytes((_MARK * marked + text).encode(), file.path)


def _sealed(number: int) -> str:
    what = "1 finding is" if number == 1 else f"{number} findings are"
    return f"{what} not fixed: that would break the proof of a document or the id of a Decision"


def _stop(trouble: str) -> NoReturn:
    from askfirst.cli.streams import complain

    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)

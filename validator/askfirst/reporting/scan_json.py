"""Write how a music library stands for programs (schemas/1.0/scan.schema.json)."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

import askfirst
from askfirst.authoring.coverage import Site
from askfirst.authoring.drift import Drift
from askfirst.authoring.scanning import Cover, Faulty, Scanned, State
from askfirst.reporting.json import finding_json
from askfirst.reporting.scan import Scan
from askfirst.reporting.signals import signals_json
from askfirst.vocabulary import DriftCode

__all__ = ["as_json", "lines"]

_Json: TypeAlias = dict[str, object]


def as_json(scan: Scan) -> str:
    """Return the scan as JSON text that ends with a newline."""
    states = Counter(one.state for _, one in scan.files)
    value = {
        "askfirst": askfirst.SPEC_VERSION,
        "tool": f"askfirst {askfirst.__version__}",
        "conforms": scan.conforms,
        "counts": {"files": len(scan.files), **{_member(one): states[one] for one in State}},
        "passedOver": {"hidden": scan.hidden, "linked": scan.linked},
        "files": [_file(path, one) for path, one in scan.files],
        "findings": list(_findings(scan)),
    }
    return json.dumps(value, indent=2) + "\n"


def lines(scan: Scan) -> str:
    """Return one line of JSON for each thing that is wrong."""
    return "".join(f"{json.dumps(one)}\n" for one in _findings(scan))


def _member(state: State) -> str:
    return "notDeclared" if state is State.NOT_DECLARED else str(state)


def _file(path: str, one: Scanned) -> _Json:
    told = {"signals": signals_json(one.signals)["signals"]} if one.signals else {}
    return {
        "path": path,
        "state": str(one.state),
        "documents": [_document(cover) for cover in one.covers],
        **told,
    }


def _document(cover: Cover) -> _Json:
    return {
        "site": str(cover.site),
        "place": cover.place,
        "pointer": cover.pointer,
        "id": cover.id,
        "sha256": cover.sha256,
        "conforms": cover.conforms,
    }


def _findings(scan: Scan) -> Iterator[_Json]:
    """Yield everything that is wrong: of folders first, then file by file."""
    for faulty in scan.faulty:
        yield from _faults(faulty.place, faulty)
    for path, one in scan.files:
        for faulty in one.faulty:
            yield from _faults(path if faulty.site is Site.EMBEDDED else faulty.place, faulty)
        yield from (_drift(path, drift) for drift in one.drifts)
    for path in scan.orphans:
        message = "the audio file that it is named after is not here"
        yield _drift(path, Drift(DriftCode.NO_AUDIO, message))


def _faults(path: str, faulty: Faulty) -> Iterator[_Json]:
    place = {"place": faulty.place} if faulty.site is Site.EMBEDDED else {}
    yield from ({"path": path, **place, **finding_json(one)} for one in faulty.findings)


def _drift(path: str, drift: Drift) -> _Json:
    return {
        "path": path,
        **({"place": drift.place} if drift.place else {}),
        "code": str(drift.code),
        "severity": str(drift.code.severity),
        "pointer": drift.pointer,
        "position": None,
        "message": drift.message,
        **({"help": drift.help} if drift.help else {}),
    }

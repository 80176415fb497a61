"""A run yields every piece in order, and goes on where another was stopped."""

import json
from functools import partial
from pathlib import Path

import pytest

from askfirst.catalog.processes import ProcessEnded
from askfirst.catalog.runs import NotOurs, finished, run


def _write(piece: str, into: Path) -> None:
    if piece == "die":
        import os  # noqa: PLC0415 - in the process that works

        os._exit(9)
    (into / "text").write_text(piece, encoding="utf-8")


def _count(log: Path, piece: str, into: Path) -> None:
    with log.open("a", encoding="utf-8") as file:
        file.write(piece)
    _write(piece, into)


def _texts(folder: Path, pieces: str = "abcd", *, identity: str = "1", workers: int = 1) -> str:
    found = run(_write, pieces, folder, identity=identity, workers=workers)
    return "".join((one / "text").read_text(encoding="utf-8") for one in found)


@pytest.mark.parametrize("workers", [1, 2])
def test_pieces_come_in_their_order(workers: int, tmp_path: Path) -> None:
    pieces = "".join(chr(0x4E00 + n) for n in range(50))

    assert _texts(tmp_path / "parts", pieces, workers=workers) == pieces


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    folder, log = tmp_path / "parts", tmp_path / "log"
    work = partial(_count, log)
    stopped = run(work, "abcd", folder, identity="1", workers=1)
    assert [next(stopped).name, next(stopped).name] == ["00000000", "00000001"]
    stopped.close()  # type: ignore[attr-defined]  # it is a generator
    (folder / ".00000002.99").mkdir()

    again = [one.name for one in run(work, "abcd", folder, identity="1", workers=1)]

    assert again == [f"{n:08}" for n in range(4)]
    assert log.read_text(encoding="utf-8") == "abcd"
    assert not (folder / ".00000002.99").exists()


def test_another_identity_starts_anew(tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    _texts(folder, "abcd")

    assert _texts(folder, "xyz", identity="2") == "xyz"
    assert not (folder / "00000003").exists()
    assert json.loads((folder / "run.json").read_bytes()) == {"identity": "2"}


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()

    with pytest.raises(NotOurs, match="something else"):
        _texts(tmp_path)
    assert (tmp_path / "mine.txt").exists()


def test_two_runs_do_not_meet_in_one_folder(tmp_path: Path) -> None:
    first = run(_write, "ab", tmp_path / "parts", identity="1", workers=1)
    next(first)

    with pytest.raises(NotOurs, match="another run"):
        _texts(tmp_path / "parts")
    assert len(list(first)) == 1


def test_a_process_that_is_ended_stops_the_run_and_keeps_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    with pytest.raises(ProcessEnded):
        list(run(_write, ["a", "die", "b"], folder, identity="1", workers=2))

    assert _texts(folder, "adb") == "adb"


def test_nothing_is_left_of_a_run_that_is_finished(tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    _texts(folder)
    finished(folder)

    assert not folder.exists()


def test_a_piece_that_is_half_removed_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _texts(tmp_path / "parts") == "abcd"

    def killed(folder: Path) -> None:
        next(folder.iterdir()).unlink()
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("shutil.rmtree", killed)
        with pytest.raises(KeyboardInterrupt):
            finished(tmp_path / "parts")
    assert _texts(tmp_path / "parts") == "abcd"

"""Files appear whole or not at all; a full disk is told."""

from __future__ import annotations

import io
import os
import re
import stat
from pathlib import Path

import pytest

from layoutcheck.cli import run
from layoutcheck.core.errors import UserError
from layoutcheck.report.output import appended_file, standard_output, whole_file


def test_appears_at_the_end_with_parent_folders_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "a b" / "deep" / "out.json"
    with whole_file(target) as out:
        out.write("{}\n")
        assert not target.exists()
    assert target.read_bytes() == b"{}\n"
    assert [file.name for file in target.parent.iterdir()] == ["out.json"]


def test_leaves_the_file_before_it_when_the_run_breaks(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("before")
    with pytest.raises(RuntimeError), whole_file(target) as out:
        out.write("half")
        raise RuntimeError
    assert target.read_text() == "before"
    assert len(list(tmp_path.iterdir())) == 1


def test_tells_a_full_disk() -> None:
    told = pytest.raises(UserError, match=r'"/dev/full" cannot be written: no space left on device\n  make room')
    with told, whole_file(Path("/dev/full")) as out:
        out.write("x" * 100_000)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="no space left"), whole_file(tmp_path / "out.json") as out:
        out.write("x")
    assert list(tmp_path.iterdir()) == []


def test_does_not_take_another_streams_error_for_its_own(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), whole_file(tmp_path / "out.json") as out:
        out.write("x")
        raise BrokenPipeError
    with pytest.raises(OSError, match="elsewhere"), whole_file(tmp_path / "out.json"):
        raise OSError("elsewhere")


@pytest.mark.parametrize("name", ["x" * 300, "circle/out.json", "forbidden/out.json"])
def test_tells_a_way_that_cannot_be_gone(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "circle").symlink_to("circle")
    real = Path.stat

    def stat(path: Path, **more: bool) -> os.stat_result:
        if "forbidden" in path.parts:
            raise PermissionError(13, "Permission denied")
        return real(path, **more)

    monkeypatch.setattr(Path, "stat", stat)
    with pytest.raises(UserError, match="cannot be written"), whole_file(tmp_path / name):
        pass


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: (path.parent / "x").write_text("")])
def test_tells_a_place_that_cannot_be_written(tmp_path: Path, make: object) -> None:
    make(tmp_path / "out")  # type: ignore[operator]
    target = tmp_path / "out" if (tmp_path / "out").is_dir() else tmp_path / "x" / "out"
    with pytest.raises(UserError), whole_file(target) as out:
        out.write("x")


def test_all_that_is_written_tells_alike_what_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text('<!doctype html><html lang="en"><title>Ferry</title><h1>Ferry</h1>')
    (tmp_path / "file").write_text("x")
    page = ("page.html", "--no-config")
    for command in (
        ("check", *page, "-o", "json=file/out"), ("check", *page, "-o", "html=file/out"),
        ("check", *page, "-o", "html=file/out.html"), ("check", *page, "-o", "html=r", "--history", "file/out"),
        ("baseline", "write", *page, "-b", "file/out"), ("init", "file"),
    ):  # fmt: skip
        assert run(list(command)) == 2
        told = capsys.readouterr().err.splitlines()[0]
        assert re.fullmatch(r'layoutcheck: error: "file/\S+" cannot be written: a file stands where its .*', told), told


def test_may_be_read_by_others_as_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with whole_file(tmp_path / "out") as out:
            out.write("x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o644


def test_follows_a_link_instead_of_replacing_it(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with whole_file(tmp_path / "link") as out:
        out.write("new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_text() == "new"


def test_writes_what_utf_8_lacks_as_escapes(tmp_path: Path) -> None:
    with whole_file(tmp_path / "out") as out:
        out.write('"\udc80"\n')
    assert (tmp_path / "out").read_bytes() == b'"\\udc80"\n'


def test_adds_to_a_summary(tmp_path: Path) -> None:
    (tmp_path / "summary").write_text("before\n")
    with appended_file(tmp_path / "summary") as out:
        out.write("after\n")
    assert (tmp_path / "summary").read_text() == "before\nafter\n"


def test_standard_output_tells_a_full_disk_and_writes_any_character() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    with standard_output(stream) as out:
        out.write("é🗞️\n")
    stream.write("afterwards")
    stream.flush()
    assert raw.getvalue() == "é🗞️\nafterwards".encode()
    told = pytest.raises(UserError, match=r"^standard output cannot be written")
    with Path("/dev/full").open("w") as full, told, standard_output(full) as out:
        out.write("x" * 100_000)

"""Workers do not outlive their parent, and signals end a run cleanly."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest

from layoutcheck.runner import limits
from layoutcheck.runner.limits import calm_signals, count_cores, interruption_asked, start_method

PARENT = """
import os, sys
from layoutcheck.runner.supervisor import Supervisor

def job(name):
    if name == "hang":
        while True:
            pass
    return os.getpid()

for pid in Supervisor(job, workers=2, limit=60.0).run(["a", "b", "hang"]):
    print(pid, flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel for a signal at the parent's death")
def test_workers_die_with_a_parent_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline()
        parent.send_signal(signal.SIGKILL)
        # Every worker holds the pipe open: it ends when the last of them is gone, and only then.
        parent.communicate(timeout=20)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_first_signal_is_noted_and_the_second_interrupts(number: int) -> None:
    before = signal.getsignal(number)
    with calm_signals():
        assert not interruption_asked()
        os.kill(os.getpid(), number)
        assert interruption_asked()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), number)
    assert not interruption_asked()
    assert signal.getsignal(number) is before


def test_in_a_thread_signals_are_left_alone() -> None:
    done = []

    def inside() -> None:
        with calm_signals():
            done.append(start_method())

    thread = threading.Thread(target=inside)
    thread.start()
    thread.join()
    assert done == ["spawn"], "a process with threads must not be forked"


def test_there_is_at_least_one_core() -> None:
    assert count_cores() >= 1


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel for a signal at the parent's death")
def test_a_worker_whose_parent_died_before_it_began_ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    class Ended(Exception):  # noqa: N818
        pass

    def end(code: int) -> None:
        raise Ended

    monkeypatch.setattr(multiprocessing, "parent_process", lambda: SimpleNamespace(pid=1 << 30))
    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace(prctl=lambda *_: 0))
    with pytest.raises(Ended):
        limits._die_with_parent()


@pytest.mark.parametrize("able", [True, False])
def test_workers_give_memory_back_where_the_c_library_can(monkeypatch: pytest.MonkeyPatch, able: bool) -> None:
    calls: list[tuple[int, int]] = []
    library = SimpleNamespace(mallopt=lambda *asked: calls.append(asked)) if able else SimpleNamespace()
    monkeypatch.setattr(ctypes, "CDLL", lambda name: library)
    limits._give_back_memory()
    assert calls == ([(-3, 1 << 20)] if able else [])


def test_how_long_a_process_waited_is_told_where_the_system_knows() -> None:
    assert limits.waited(SimpleNamespace(pid=os.getpid())) >= 0
    assert limits.waited(SimpleNamespace(pid=-1)) == 0

"""What keeps a worker process in bounds: all that differs between platforms stands here."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import IO, Any

#: Linux's prctl option by which a process asks for a signal at its parent's death (sys/prctl.h).
_PR_SET_PDEATHSIG = 1
#: glibc's mallopt option (malloc.h) for the size from which a piece of memory goes back to the system as it is freed.
_M_MMAP_THRESHOLD = -3
#: That size. By itself glibc raises it with the first large page, and what large pages leave is never whole again.
_GIVEN_BACK = 1 << 20


def start_method() -> str:
    """How workers are started: ``fork`` where that is safe, since it is cheap and shares what the parent has read.

    macOS's own libraries do not survive a fork, Windows has none, and a fork of a process with several threads may
    copy a lock that nobody will open again.
    """
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def count_cores() -> int:
    """How many processes this one may run at a time: CPU affinity and a container's CPU quota are heeded."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:
        cores = os.cpu_count() or 1
    with contextlib.suppress(OSError, ValueError, ZeroDivisionError):
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text(encoding="ascii").split()
        cores = min(cores, -(-int(quota) // int(period)))  # "max" is no number: no quota
    return max(cores, 1)


def confine(memory: int | None, trace: IO[Any] | None) -> None:
    """Bind this worker: it dies with its parent, leaves Ctrl-C to it, and takes no more than ``memory`` megabytes.

    ``memory`` is counted on top of what the process has already mapped. A crash writes where it happened to ``trace``.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if trace is not None:
        faulthandler.enable(trace, all_threads=False)
    if sys.platform == "linux":
        _die_with_parent()
        _give_back_memory()
    if sys.platform != "win32":
        _limit_memory(memory)


def _die_with_parent() -> None:
    import ctypes
    from multiprocessing import parent_process

    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    parent = parent_process()
    if parent is not None and os.getppid() != parent.pid:  # it died before we asked
        os._exit(1)


def _give_back_memory() -> None:
    import ctypes

    with contextlib.suppress(AttributeError):  # another C library
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _GIVEN_BACK)


def _limit_memory(memory: int | None) -> None:
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory is None:
        return
    with contextlib.suppress(OSError, ValueError):  # macOS knows the limit and refuses it
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = _mapped() + memory * 1024 * 1024
        if hard != resource.RLIM_INFINITY:
            wanted = min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def resident() -> int | None:
    """The bytes of memory that this process holds; None where the system does not tell."""
    return _statm(1)


def _mapped() -> int:
    """The bytes of address space that this process has mapped."""
    return _statm(0) or 1 << 30


def _statm(field: int) -> int | None:
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[field]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None


def waited(process: Any) -> float:
    """The seconds in which a process would have worked had a processor been free; 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/{process.pid}/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    except (OSError, ValueError, IndexError):  # not Linux, or a kernel that does not count it
        return 0.0


def stop_process(process: Any) -> None:
    """End a worker, by way of an abort where that makes it tell where it stood; returns when it is gone."""
    if process.is_alive() and sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, TypeError):
            os.kill(process.pid, signal.SIGABRT)
        process.join(0.5)
    if process.is_alive():
        process.kill()
    process.join()


#: Signals that asked for an end and were not heard yet.
_asked: list[int] = []


def interruption_asked() -> bool:
    """Whether a signal has asked for the end inside :func:`calm_signals`."""
    return bool(_asked)


@contextlib.contextmanager
def calm_signals() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end what happens inside between two pages, so that no report is cut in half.

    The first signal is noted for whoever asks :func:`interruption_asked`, the second raises KeyboardInterrupt at once.
    Does nothing outside the main thread.
    """

    def note(number: int, frame: FrameType | None) -> None:
        if _asked:
            raise KeyboardInterrupt
        _asked.append(number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        _asked.clear()
        for number, handler in before.items():
            signal.signal(number, handler)

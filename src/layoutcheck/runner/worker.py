"""A worker process: takes names, gives reports, and shows which name it has in hand."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable
from multiprocessing.connection import Connection
from time import monotonic
from typing import IO, Any

from layoutcheck.core import stopwatch
from layoutcheck.runner.limits import confine, resident

#: Results are sent when the last were sent this many seconds ago: a crash then costs little, and output is live.
SEND_EVERY = 0.05
#: A worker makes room for a new one when it holds so many bytes more than at its beginning: whatever leaks in libraries
#: or foreign rules leaks so far. Half of that is what a worker grows to by itself.
MOST_GROWTH = 100 << 20
#: Where nobody tells how many bytes it holds it makes room after so many names.
RETIRE_AFTER = 5_000
#: What a worker is asked: a name and the number under which its result is awaited.
Numbered = tuple[int, Any]


class MemorySpent(Exception):  # noqa: N818 - a result, no error
    """Raised by a job whose name needed more memory than there is; ``result`` is sent all the same."""

    def __init__(self, result: Any) -> None:
        super().__init__("out of memory")
        self.result = result


def settle() -> None:
    """Leave the garbage collector little to do.

    A page's tree and findings die by reference count. To look for cycles after each 700 objects, Python's default, and
    among all that was imported, would cost a tenth of the check.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _is_spent(served: int, begun: int | None) -> bool:
    """Whether it is time to retire: by what the worker holds beyond what it began with, else by its names."""
    return served >= RETIRE_AFTER if begun is None else (resident() or 0) - begun > MOST_GROWTH


def work(
    connection: Connection, in_hand: Any, job: Callable[[Any], Any], memory: int | None, trace: IO[Any] | None
) -> None:
    """Serve until the parent hangs up or it is time to retire.

    ``in_hand`` is a number in shared memory: that of the name being worked on plus one, 0 for none. Messages come as
    lists of numbered names and go as lists of numbered pickles, with the stopwatch's times and whether that list of
    names is done with.
    """
    confine(memory, trace)
    settle()
    done: list[tuple[int, bytes]] = []
    served, begun = 0, resident()

    def send(*, ended: bool) -> float:
        in_hand.value = 0
        connection.send((done, stopwatch.take(), ended))
        done.clear()
        return monotonic()

    while not _is_spent(served, begun):
        try:
            batch: list[Numbered] = connection.recv()
        except (EOFError, OSError):
            return
        sent = monotonic()
        for number, name in batch:
            in_hand.value = number + 1
            try:
                done.append((number, pickle.dumps(job(name), pickle.HIGHEST_PROTOCOL)))
            except MemorySpent as error:
                done.append((number, pickle.dumps(error.result, pickle.HIGHEST_PROTOCOL)))
                send(ended=False)
                return  # what is left of memory is in pieces; a fresh worker goes on
            if monotonic() - sent > SEND_EVERY:
                sent = send(ended=False)
        served += len(batch)
        send(ended=True)

"""Workers that may crash or hang, and somebody who looks after them.

Names go to worker processes in batches and results come back in the order of the names. A name whose worker crashes,
hangs or is killed becomes a :class:`Loss`; its worker is replaced and every other name is worked on.
"""

from __future__ import annotations

import contextlib
import pickle
import re
import signal
import tempfile
from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import connection, get_context
from pathlib import PureWindowsPath
from time import monotonic
from typing import IO, Any

from layoutcheck.runner.limits import interruption_asked, start_method, stop_process, waited
from layoutcheck.runner.worker import Numbered, work

#: The largest batch. Small enough that the last one does not keep a core waiting, large enough to cost little.
LARGEST_BATCH = 16
#: Names handed out whose results were not taken yet, for each worker: one page that takes its whole time limit does
#: not stop the others, and memory stays flat.
LOOK_AHEAD = 256
#: A message for a busy worker must fit into the pipe, or parent and worker would wait for each other.
_FITS_PIPE = 16 * 1024
#: Workers that die without a name in hand, one after the other, before we give up.
_PATIENCE = 5
#: A page that waits for a processor nearly all the time is given up after so many of its time limits.
_STARVED = 10


@dataclass(frozen=True, slots=True)
class Loss:
    """A name that could not be worked on: what happened to its worker, and where it stood when that is known."""

    name: Any
    text: str
    trace: str = ""


@dataclass(eq=False)
class _Worker:
    process: Any
    connection: Any
    in_hand: Any
    trace: IO[bytes] | None
    #: The names that it was given and has not answered, oldest first.
    given: dict[int, Any] = field(default_factory=dict)
    batches: int = 0
    #: Which name it had in hand when we last looked, since when, and how long it had waited for a processor by then.
    seen: int = 0
    since: float = 0.0
    waited: float = 0.0


class Supervisor:
    """Runs a job over names in worker processes. ``job`` is a picklable function of one name."""

    def __init__(
        self,
        job: Callable[[Any], Any],
        *,
        workers: int,
        limit: float,
        memory: int | None = None,
        on_times: Callable[[dict[str, tuple[float, int]]], None] = lambda times: None,
        method: str = "",
    ) -> None:
        """``limit`` is the time for a name in seconds, ``memory`` a worker's bound in megabytes.

        ``on_times`` gets what the workers' stopwatches measured.
        """
        self._job, self._limit, self._memory = job, limit, memory
        self._most, self._on_times = max(workers, 1), on_times
        self._context: Any = get_context(method or start_method())
        self._workers: list[_Worker] = []
        self._again: deque[list[Numbered]] = deque()
        self._finished: dict[int, bytes | Loss] = {}
        self._slice = min(0.5, limit / 10)
        self._clock, self._looked = 0.0, monotonic()
        self._next_size = 1
        self._idle_deaths = 0

    def run(self, names: Iterable[Any]) -> Generator[Any, None, None]:
        """The results in the order of ``names``, a :class:`Loss` for those that were lost.

        What ``names`` raises is raised behind the results of the names before. On KeyboardInterrupt the workers end,
        and what they had finished is given before it is raised on.
        """
        source = _Source(names)
        taken = 0
        try:
            while True:
                if interruption_asked():
                    raise KeyboardInterrupt
                self._hand_out(source, taken)
                while taken in self._finished:
                    yield self._result(taken)
                    taken += 1
                if taken == source.count and source.ended and not self._again:
                    break
                if taken not in self._finished:
                    self._wait()
            if source.error is not None:
                raise source.error
        except KeyboardInterrupt:
            for worker in self._workers:
                while worker.connection.poll() and self._receive(worker):
                    pass
            self.close()
            for number in sorted(self._finished):
                yield self._result(number)
            raise
        finally:
            self.close()

    def _result(self, number: int) -> Any:
        finished = self._finished.pop(number)
        return finished if isinstance(finished, Loss) else pickle.loads(finished)

    def close(self) -> None:
        """End all workers; they hold nothing that would have to be put away."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
            if worker.trace is not None:
                worker.trace.close()
        self._workers.clear()

    def _hand_out(self, source: _Source, taken: int) -> None:
        """Give every worker something to do and one batch to go on with, as far as the look-ahead allows."""
        while True:
            busy = all(worker.batches for worker in self._workers)
            if busy and len(self._workers) >= self._most and all(w.batches > 1 for w in self._workers):
                return
            batch = self._batch(source, taken)
            if not batch:
                return
            if busy and len(self._workers) < self._most:
                self._start()
            worker = min(self._workers, key=lambda w: w.batches)
            message = pickle.dumps(batch, pickle.HIGHEST_PROTOCOL)
            if worker.batches and len(message) > _FITS_PIPE:
                self._again.appendleft(batch)
                return
            worker.given.update(batch)
            worker.batches += 1
            with contextlib.suppress(OSError):  # it is dying; the next look will tell
                worker.connection.send_bytes(message)

    def _batch(self, source: _Source, taken: int) -> list[Numbered]:
        if self._again:
            return self._again.popleft()
        room = LOOK_AHEAD * self._most - (source.count - taken)
        batch = source.take(max(0, min(self._next_size, room)))
        if len(self._workers) == self._most:
            self._next_size = min(self._next_size * 2, LARGEST_BATCH)
        return batch

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        in_hand = self._context.RawValue("Q", 0)
        # A forked worker inherits the file; to a spawned one it could not be given everywhere.
        trace = tempfile.TemporaryFile() if self._context.get_start_method() == "fork" else None  # noqa: SIM115
        process = self._context.Process(
            target=work, args=(theirs, in_hand, self._job, self._memory, trace), daemon=True, name="layoutcheck worker"
        )
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours, in_hand, trace, since=self._clock))

    def _wait(self) -> None:
        """Take in what the workers send, and look after those that send nothing."""
        for ready in connection.wait([worker.connection for worker in self._workers], self._slice):
            worker = next(worker for worker in self._workers if worker.connection is ready)
            if not self._receive(worker):
                self._replace(worker, "")
        self._tick()
        for worker in list(self._workers):
            number = worker.in_hand.value
            if number != worker.seen or not number:
                worker.seen, worker.since, worker.waited = number, self._clock, waited(worker.process)
            elif told := self._late(worker):
                stop_process(worker.process)
                self._replace(worker, told, late=True)

    def _late(self, worker: _Worker) -> str:
        """What is told of a page that takes too long, "" for one that does not: a busy machine makes no page late."""
        took = self._clock - worker.since
        if took <= self._limit:
            return ""
        if took - (waited(worker.process) - worker.waited) > self._limit:
            return f"the page took longer than {self._limit:g} s"
        if took > self._limit * _STARVED:
            return f"the page took longer than {self._limit * _STARVED:g} s, most of them waiting for a processor"
        return ""

    def _tick(self) -> None:
        """Advance our clock. It stands still while we do: a stopped job or a sleeping laptop makes no page late."""
        now = monotonic()
        self._clock += min(now - self._looked, 2 * self._slice)
        self._looked = now

    def _receive(self, worker: _Worker) -> bool:
        """Take in one message; False when the worker is gone."""
        try:
            done, times, ended = worker.connection.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            return False
        for number, result in done:
            self._finished[number] = result
            worker.given.pop(number, None)
        if times:
            self._on_times(times)
        if done:
            self._idle_deaths = 0
        worker.batches -= ended
        return True

    def _replace(self, worker: _Worker, told: str, *, late: bool = False) -> None:
        """Let a dead worker go: the name it had in hand is lost, the others are given to the next one.

        Of a late one the last place is told in words, since lateness is no crash and may be the page's own fault.
        """
        number = worker.in_hand.value - 1
        while worker.connection.poll() and self._receive(worker):
            pass
        self._workers.remove(worker)
        worker.process.join()
        worker.connection.close()
        trace = _read(worker.trace)
        if late:
            told, trace = told + _last_place(trace), ""
        code = worker.process.exitcode
        if number in worker.given:
            self._finished[number] = Loss(worker.given.pop(number), told or _death(code), trace)
        elif code:  # neither retired nor in the middle of a name
            self._idle_deaths += 1
            if self._idle_deaths >= _PATIENCE:
                raise RuntimeError(f"workers end before they begin: {_death(code)}\n{trace}")
        rest = list(worker.given.items())
        for start in range(0, len(rest), LARGEST_BATCH):
            self._again.append(rest[start : start + LARGEST_BATCH])


class _Source:
    """Numbers names as they are asked for."""

    def __init__(self, names: Iterable[Any]) -> None:
        self._numbered = enumerate(names)
        self.count = 0
        self.ended = False
        self.error: Exception | None = None

    def take(self, most: int) -> list[Numbered]:
        """The next names, at most so many."""
        batch: list[Numbered] = []
        if self.ended:
            return batch
        try:
            for numbered in islice(self._numbered, most):
                batch.append(numbered)
        except Exception as error:
            self.error = error
            self.ended = True
        self.ended |= len(batch) < most
        self.count += len(batch)
        return batch


def _read(trace: IO[bytes] | None) -> str:
    if trace is None:
        return ""
    with trace:
        trace.seek(0)
        return trace.read(20_000).decode("utf-8", "replace")


def _last_place(trace: str) -> str:
    """Where a trace ends, the latest call first: our own module, or the foreign rule that we called; "" for neither."""
    files = re.findall(r'File "(.*?)", line', trace)
    ours = [re.search(r"\blayoutcheck[/\\]((?:\w+[/\\])*\w+\.py)$", file) for file in files]
    at = next((at for at, match in enumerate(ours) if match), None)
    if at is None:
        return ""
    told = ours[at]
    if at and told and told[1] == "pipeline.py":  # which calls rules: what it called stands before it
        return f", last in {PureWindowsPath(files[at - 1]).name}"  # which takes both kinds of slashes
    return f", last in {told[1]}" if told else ""


def _death(code: int | None) -> str:
    """What an exit code says, in words of the page."""
    if code is None or code >= 0:
        return f"the page ended its worker (exit code {code})"
    if -code == signal.SIGKILL:
        return f"the page's worker was killed (signal {-code}), as systems that run out of memory do"
    try:
        name = f", {signal.Signals(-code).name}"
    except ValueError:
        name = ""
    return f"the page crashed its worker (signal {-code}{name})"

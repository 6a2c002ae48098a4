"""Workers that crash, hang, swallow memory or leave: one name is lost, every other is worked on."""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Iterator
from itertools import count
from time import monotonic

import pytest

from layoutcheck.runner import supervisor
from layoutcheck.runner.supervisor import LOOK_AHEAD, Loss, Supervisor
from layoutcheck.runner.worker import MOST_GROWTH


def job(name: str) -> str:
    """Do what the name says."""
    match name.partition(":")[0]:
        case "abort":
            os.abort()
        case "segfault":
            ctypes.string_at(0)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exit":
            raise SystemExit(7)
        case "leave":
            raise SystemExit
        case "hang":
            while True:
                pass
        case "who":
            return str(os.getpid())
    return name.upper()


def run(names: list[str], *, workers: int = 2, limit: float = 20.0, method: str = "") -> list[object]:
    return list(Supervisor(job, workers=workers, limit=limit, method=method).run(names))


def test_results_come_in_the_order_of_the_names() -> None:
    names = [f"n{i}" for i in range(700)]
    assert run(names) == [name.upper() for name in names]


def test_no_name_no_worker() -> None:
    assert run([]) == []


def test_one_name_is_given_to_one_worker() -> None:
    assert run(["a"], workers=8) == ["A"]


@pytest.mark.parametrize(
    ("deadly", "told"),
    [
        ("abort", "the page crashed its worker (signal 6, SIGABRT)"),
        ("segfault", "the page crashed its worker (signal 11, SIGSEGV)"),
        ("kill", "the page's worker was killed (signal 9), as systems that run out of memory do"),
        ("exit", "the page ended its worker (exit code 7)"),
        ("leave", "the page ended its worker (exit code 0)"),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_crash_costs_its_own_name_only(deadly: str, told: str) -> None:
    names = [f"n{i}" for i in range(60)]
    names[0] = names[31] = names[59] = deadly
    results = run(names)
    for name, result in zip(names, results, strict=True):
        if name == deadly:
            assert isinstance(result, Loss)
            assert (result.name, result.text) == (deadly, told)
        else:
            assert result == name.upper()


def test_a_hang_ends_at_the_limit_and_costs_its_own_name_only() -> None:
    names = [f"n{i}" for i in range(60)]
    names[7] = "hang"
    results = run(names, limit=0.2)
    loss = results.pop(7)
    assert isinstance(loss, Loss)
    assert loss.text.startswith("the page took longer than 0.2 s")
    assert results == [name.upper() for name in names if name != "hang"]


def test_a_page_that_waits_for_a_processor_is_given_up_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "waited", lambda process: monotonic())
    [loss] = run(["hang"], limit=0.02)
    assert isinstance(loss, Loss)
    assert loss.text.startswith("the page took longer than 0.2 s, most of them waiting for a processor")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_loss_tells_where_its_worker_stood() -> None:
    [loss] = run(["abort"])
    assert isinstance(loss, Loss)
    assert "test_supervisor.py" in loss.trace
    assert "in job" in loss.trace


def test_spawned_workers_do_the_same() -> None:
    results = run(["a", "abort", "b"], workers=1, method="spawn")
    assert results[::2] == ["A", "B"]
    assert isinstance(results[1], Loss)


def test_names_are_read_only_so_far_ahead() -> None:
    read = 0

    def names() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield "a"

    results = Supervisor(job, workers=1, limit=20.0).run(names())
    for taken in range(1, 50):
        next(results)
        assert read <= taken + LOOK_AHEAD
    results.close()


def test_what_the_names_raise_comes_behind_the_results_before() -> None:
    def names() -> Iterator[str]:
        yield "a"
        yield "b"
        raise ValueError("no more")

    results = Supervisor(job, workers=2, limit=20.0).run(names())
    assert [next(results), next(results)] == ["A", "B"]
    with pytest.raises(ValueError, match="no more"):
        next(results)


def test_an_interruption_gives_what_was_finished_and_ends_the_workers() -> None:
    supervisor = Supervisor(job, workers=2, limit=20.0)
    names = ["who", "hang", *["a"] * 20]
    results = supervisor.run(names)
    first = next(results)
    processes = [worker.process for worker in supervisor._workers]
    waits = 0

    def wait() -> None:
        nonlocal waits
        waits += 1
        if waits > 20 or len(supervisor._finished) >= 10:
            raise KeyboardInterrupt
        Supervisor._wait(supervisor)

    supervisor._wait = wait  # type: ignore[method-assign]
    rest: list[object] = []
    with pytest.raises(KeyboardInterrupt):
        rest.extend(results)
    assert first.isdigit()
    assert not any(process.is_alive() for process in processes)


def test_closing_the_results_ends_the_workers() -> None:
    supervisor = Supervisor(job, workers=2, limit=20.0)
    results = supervisor.run(["a", "hang", "b"])
    next(results)
    processes = [worker.process for worker in supervisor._workers]
    results.close()
    assert processes
    assert not any(process.is_alive() for process in processes)


def start_badly(name: str) -> str:
    return name


def test_workers_that_never_begin_are_an_error_and_not_an_endless_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layoutcheck.runner.supervisor.work", lambda *arguments: os._exit(3))
    with pytest.raises(RuntimeError, match="exit code 3"):
        list(Supervisor(start_badly, workers=1, limit=20.0).run(["a"]))


def test_a_worker_that_has_grown_retires_and_another_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layoutcheck.runner.worker.resident", count(0, MOST_GROWTH).__next__)
    pids = run(["who"] * 40, workers=1)
    assert len(set(map(str, pids))) >= 3


def test_where_nobody_tells_how_much_it_holds_a_worker_retires_after_its_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layoutcheck.runner.worker.resident", lambda: None)
    monkeypatch.setattr("layoutcheck.runner.worker.RETIRE_AFTER", 10)
    pids = run(["who"] * 40, workers=1)
    assert len(set(map(str, pids))) >= 3


def test_a_worker_that_does_not_grow_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layoutcheck.runner.worker.RETIRE_AFTER", 10)
    assert len(set(map(str, run(["who"] * 40, workers=1)))) == 1


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([], ""),
        (["/lib/python3/socket.py"], ""),
        (["/lib/python3/re/_parser.py", "/src/layoutcheck/newsroom/byline/byline.py", "/src/layoutcheck/pipeline.py"],
         ", last in newsroom/byline/byline.py"),
        (["/site-packages/house_rules/slow.py", "/src/layoutcheck/pipeline.py"], ", last in slow.py"),
        (["/src/layoutcheck/pipeline.py", "/src/layoutcheck/runner/worker.py"], ", last in pipeline.py"),
    ],
)  # fmt: skip
def test_a_late_page_is_told_with_the_module_or_foreign_rule_that_had_it(files: list[str], told: str) -> None:
    trace = "Fatal Python error: Aborted\n\n" + "".join(f'  File "{file}", line 7 in check\n' for file in files)
    assert supervisor._last_place(trace) == told

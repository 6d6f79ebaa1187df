"""Run the cases of one client on commands from standard input: `python worker.py SIDE FACTS`.

Each input line is a JSON list [command, case], and each output line a JSON value: time returns
the wall-clock and processor seconds of one run, profile returns text.
"""

from __future__ import annotations

import cProfile
import gc
import importlib
import io
import json
import pstats
import sys
import time
from collections.abc import Callable
from typing import Any

PROFILED_LINES = 12


def timed(run: Callable[[], object]) -> tuple[float, float]:
    gc.collect()
    wall, processor = time.perf_counter(), time.process_time()
    kept = run()
    elapsed = time.perf_counter() - wall, time.process_time() - processor
    del kept
    return elapsed


def least(run: Callable[[], object], times: int = 30) -> float:
    """Return the shortest time of several runs, in seconds."""
    spent: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        spent.append(time.perf_counter() - start)
    return min(spent)


def profiled(run: Callable[[], object]) -> str:
    run()
    profile = cProfile.Profile()
    profile.runcall(run)
    text = io.StringIO()
    stats = pstats.Stats(profile, stream=text).strip_dirs().sort_stats("tottime")
    stats.print_stats(PROFILED_LINES)
    lines = text.getvalue().splitlines()
    start = next(at for at, line in enumerate(lines) if "ncalls" in line)
    return "\n".join(line.rstrip() for line in lines[start:] if line.strip())


def main() -> None:
    side, facts = sys.argv[1], json.loads(sys.argv[2])
    cases: dict[str, Callable[[], Any]] = importlib.import_module(side).cases(facts)
    for line in sys.stdin:
        command, case = json.loads(line)
        answer: object
        match command:
            case "cases":
                answer = list(cases)
            case "time":
                answer = timed(cases[case])
            case "value":
                answer = cases[case]()
            case _:
                answer = profiled(cases[case])
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

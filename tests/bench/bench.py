"""Side-by-side tables: MedKit's kernel beside ipykernel, its cells beside CPython, raw yaegi and compiled Go, its arrays
beside NumPy. What is compared runs interleaved, round by round, in one run; a figure is the best of the rounds, except
round trips, which are medians. Nothing here passes or fails.

usage: bench.py [--rounds N] [--only kernels|cells|arrays] [--json FILE]
"""
import argparse
import json
import os
import platform
import queue
import statistics
import subprocess
import sys
import time
from pathlib import Path

import psutil
from jupyter_client import KernelManager

from rows import ARRAYS, CELLS

HERE = Path(__file__).resolve().parent
BUILD = HERE.parent.parent / "build" / "bench"


class Kernel:
    """A running kernel and a client of it."""

    def __init__(self, name):
        start = time.perf_counter()
        self.manager = KernelManager(kernel_name=name)
        self.manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.kernel_info()
        self.client.get_shell_msg(timeout=60)
        self.ready = time.perf_counter() - start

    def run(self, code, timeout=300):
        """Runs a cell; gives the seconds until both its reply and its idle are here, and its output."""
        start = time.perf_counter()
        request = self.client.execute(code)
        text, end = [], start + timeout
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.1, end - time.perf_counter()))
            if message["parent_header"].get("msg_id") != request:
                continue
            content = message["content"]
            if message["msg_type"] == "stream":
                text.append(content["text"])
            elif message["msg_type"] == "execute_result":
                text.append(content["data"]["text/plain"])
            elif message["msg_type"] == "error":
                raise RuntimeError(f"{code}\n" + "\n".join(content["traceback"]))
            elif message["msg_type"] == "status" and content["execution_state"] == "idle":
                break
        while self.client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != request:
            pass
        return time.perf_counter() - start, "".join(text)

    def pss(self):
        root = psutil.Process(self.manager.provisioner.pid)
        return sum(p.memory_full_info().pss for p in [root, *root.children(recursive=True)]) / 1e6

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def kernels(rounds):
    names = ["medkit", "python3"]
    got = {n: {"ready": [], "trip": [], "pss": []} for n in names}
    for _ in range(rounds):
        for n in names:
            k = Kernel(n)
            try:
                got[n]["ready"].append(k.ready)
                for _ in range(200):
                    seconds, text = k.run("1+1")
                    assert text == "2", text
                    got[n]["trip"].append(seconds)
                got[n]["pss"].append(k.pss())
            finally:
                k.close()
    rows = []
    for title, key, pick, scale, unit in [("ready after", "ready", min, 1e3, "ms"),
                                          ("1+1, round trip, median", "trip", statistics.median, 1e3, "ms"),
                                          ("PSS after 200 cells", "pss", min, 1, "MB")]:
        rows.append([f"{title} ({unit})"] + [pick(got[n][key]) * scale for n in names])
    return ["kernel", "medkit", "ipykernel"], rows


def answer(text):
    """The nanoseconds and the result that a cell of CELLS prints."""
    ns, result = text.split()
    return int(ns) / 1e6, result


def compiled(name, source):
    """Builds a cell file as a program."""
    definitions, timed = source.split("// %%\n")
    folder = BUILD / name
    folder.mkdir(parents=True, exist_ok=True)
    imports = [p for p in ("fmt", "sort", "time") if p + "." in source]
    (folder / "main.go").write_text("package main\n" + "".join(f'import "{p}"\n' for p in imports) + definitions
                                    + "func main() {\n" + timed + "}\n")
    subprocess.run(["go", "build", "-o", "prog", "main.go"], cwd=folder, check=True)
    return folder / "prog"


def output(*command):
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True).stdout


def cells(rounds):
    yaegi = BUILD / "rawyaegi"
    subprocess.run(["go", "build", "-o", yaegi, "rawyaegi.go"], cwd=HERE, check=True)
    rows = []
    for title, name in CELLS:
        go, py = HERE / "testdata" / f"{name}.go.txt", HERE / "testdata" / f"{name}.py"
        program = compiled(name, go.read_text())
        best, results = [float("inf")] * 4, set()

        def note(column, text):
            ms, result = answer(text)
            best[column] = min(best[column], ms)
            results.add(result)

        for _ in range(rounds):
            k = Kernel("medkit")
            try:
                definitions, timed = go.read_text().split("// %%\n")
                k.run(definitions)
                note(0, k.run(timed)[1])
            finally:
                k.close()
            note(1, output(sys.executable, "-c", "import time\n" + py.read_text()))
            note(2, output(yaegi, go))
            note(3, output(program))
        if len(results) != 1:
            raise SystemExit(f"{title}: the results differ: {results}")
        rows.append([title, *best, best[1] / best[0], best[2] / best[0]])
    return ["ms", "medkit", "CPython", "raw yaegi", "Go", "CPython / medkit", "yaegi / medkit"], rows


GO_LOOP = """{setup}
func() {{
	for n := 1; ; n *= 2 {{
		start := time.Now()
		for range n {{
			{expression}
		}}
		if d := time.Since(start); d > 50*time.Millisecond {{
			fmt.Println(d.Nanoseconds() / int64(n))
			return
		}}
	}}
}}()"""
PYTHON_LOOP = """import numpy as np, time
{setup}
def repeat():
    n = 1
    while True:
        start = time.perf_counter_ns()
        for _ in range(n):
            {expression}
        d = time.perf_counter_ns() - start
        if d > 50_000_000:
            return print(d // n)
        n *= 2
repeat()"""


def arrays(rounds):
    go, py = Kernel("medkit"), Kernel("python3")
    try:
        rows = []
        for title, go_setup, go_expression, py_setup, py_expression in ARRAYS:
            best = [float("inf")] * 2
            for _ in range(rounds):
                for i, (k, loop, setup, expression) in enumerate(
                        [(go, GO_LOOP, go_setup, go_expression), (py, PYTHON_LOOP, py_setup, py_expression)]):
                    best[i] = min(best[i], int(k.run(loop.format(setup=setup, expression=expression))[1]) / 1e3)
            rows.append([title, *best, best[0] / best[1]])
    finally:
        go.close()
        py.close()
    return ["µs", "medkit", "NumPy", "medkit / NumPy"], rows


def table(head, rows):
    cells = [head] + [[r[0]] + [f"{x:.0f}" if x >= 100 else f"{x:.3g}" for x in r[1:]] for r in rows]
    width = [max(len(r[i]) for r in cells) for i in range(len(head))]
    lines = ["| " + " | ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(r, width))) + " |"
             for r in cells]
    lines.insert(1, "|" + "|".join("-" * (w + 2 - (i > 0)) + ":" * (i > 0) for i, w in enumerate(width)) + "|")
    return "\n".join(lines)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--only", choices=["kernels", "cells", "arrays"])
    p.add_argument("--json", type=Path, help="write the figures to this file as well")
    a = p.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
          + output("go", "version").strip() + f"; load {os.getloadavg()[0]:.1f}; best of {a.rounds} rounds\n")
    figures = {}
    for name, measure in [("kernels", kernels), ("cells", cells), ("arrays", arrays)]:
        if a.only in (None, name):
            head, rows = measure(a.rounds)
            figures[name] = {"head": head, "rows": rows}
            print(table(head, rows) + "\n", flush=True)
    if a.json:
        a.json.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    try:
        main()
    except queue.Empty:
        sys.exit("a kernel did not answer in time")

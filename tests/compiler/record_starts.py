"""Record how CPython 3.12.1's collector and free lists stand when each program of `snippets` begins.

    python3.12 tests/compiler/record_starts.py

A line of `starts.txt` is the program's name and generation 0's count at its first step, seen by `tests/oracle`; then the
free dicts, floats, lists, and tuples of 1, 2, ... 20. Those are printed by a line put before the program, which ends the
run: only the program's compilation counts. Nothing can stand before a `__future__` statement, so there they are missing.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FIRST = "__import__('sys')._debugmallocstats(); raise SystemExit\n"

folder = pathlib.Path(__file__).parent
oracle = folder.parent / "oracle" / "oracle.py"
environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
environment["PYTHONHASHSEED"] = "0"


def count(program):
    """Generation 0's count at the first step."""
    command = [sys.executable, oracle, "--python", sys.executable, "--max-steps", "1", program]
    trace = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return str(trace["steps"][0]["gc"]["count"][0])


def free_lists(program):
    """The lengths of the free lists."""
    source = program.read_text()
    if "from __future__" in source:
        return []
    with tempfile.TemporaryDirectory() as place:
        behind = pathlib.Path(place, program.name)
        behind.write_text(FIRST + source)
        run = subprocess.run([sys.executable, behind], capture_output=True, text=True, env=environment)
    return re.findall(r"(\d+) free (?:\d+-sized )?Py\w+s \*", run.stderr)


programs = sorted(folder.glob("snippets/*.py"))
lines = [" ".join([program.stem, count(program), *free_lists(program)]) + "\n" for program in programs]
(folder / "starts.txt").write_text("".join(lines))

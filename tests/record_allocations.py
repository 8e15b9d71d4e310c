#!/usr/bin/env python3
"""Write beside each recorded trace what the reference CPython's allocator did during every step.

    python3 tests/record_allocations.py PYTHON3.12.1 [TRACE.json ...]

A trace in tests/corpus or tests/programs is `NAME.json`; its allocator events go to `NAME.alloc.json`: for each step the list
`["malloc obj 72", "free mem 0", ...]`, or `null` where the line before imported a module that was not loaded yet: CPython's
import system is Python code that allocates for itself.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent
sys.path[:0] = [str(TESTS), str(TESTS / "oracle")]
from conditions import alone  # noqa: E402
from oracle import Interpreter, Options, observe  # noqa: E402


def loaded_at_start(interpreter: Interpreter) -> set[str]:
    """The modules that the interpreter has loaded before it runs a program."""
    asked = [interpreter.executable, "-c", "import sys; print(*sys.modules)"]
    return set(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split())


def importing_lines(source: str, loaded: set[str]) -> set[int]:
    """The lines with an import statement of a module that may not be loaded."""
    lines = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {node.module or ""}
        else:
            continue
        if not names <= loaded:
            lines.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def source_of(trace: Path) -> str:
    """The program whose trace this is."""
    program = trace.with_suffix(".py")
    if program.exists():
        return program.read_text("utf-8")
    found = re.search(r"```py\n(.*?)```\n", trace.with_suffix(".md").read_text("utf-8"), re.DOTALL)
    if found is None:
        sys.exit(f"{trace}: no program")
    return found[1]


def record(trace: Path, interpreter: Interpreter, loaded: set[str]) -> None:
    """Record one program."""
    source = source_of(trace)
    known = json.loads(trace.read_text("utf-8"))
    with alone() as directory:
        script = Path(directory, trace.with_suffix(".py").name)
        script.write_text(source, "utf-8")
        options = Options(repl=known["options"]["mode"] == "repl", alloc=True, max_steps=100_000)
        observed = observe(script, interpreter, options)
    if len(observed["steps"]) != len(known["steps"]):
        sys.exit(f"{trace}: {len(known['steps'])} steps are recorded, {len(observed['steps'])} were seen")
    importing = importing_lines(source, loaded)
    rows, line = [], 0
    for step in observed["steps"]:
        events = [" ".join(map(str, event[:3])) for event in step["since"]["allocations"]]
        rows.append("null" if line in importing else json.dumps(events))
        line = step["line"]
    trace.with_suffix(".alloc.json").write_text("[\n" + ",\n".join(rows) + "\n]\n", "utf-8")


def main(arguments: list[str]) -> None:
    interpreter = Interpreter.find(arguments[0])
    if interpreter.version != "3.12.1":
        sys.exit(f"the reference is CPython 3.12.1, not {interpreter.version}")
    loaded = loaded_at_start(interpreter)
    everywhere = sorted([*TESTS.glob("corpus/*/*.json"), *TESTS.glob("programs/*/*.json")])
    given = list(map(Path, arguments[1:])) or [path for path in everywhere if not path.name.endswith(".alloc.json")]
    for trace in given:
        record(trace, interpreter, loaded)


if __name__ == "__main__":
    main(sys.argv[1:])

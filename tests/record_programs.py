#!/usr/bin/env python3
"""Write into each literate program of tests/programs and tests/long_programs what the reference CPython prints for it.

    python3 tests/record_programs.py PYTHON3.12.1 [PROGRAM.md ...]

The block after the program, fenced as `output`, is replaced; so is the trace beside it (`NAME.json`), which
`tests/oracle/oracle.py` records from the same interpreter. Programs whose name ends in `prompt` are typed at the prompt.
Nothing else in the file is touched.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent
sys.path.insert(0, str(TESTS / "oracle"))
from oracle import Interpreter, Options, dump, observe  # noqa: E402


def record(file: Path, interpreter: Interpreter) -> None:
    """Record one literate program."""
    text = file.read_text("utf-8")
    program = re.search(r"```py\n(.*?)```\n", text, re.DOTALL)
    if program is None:
        sys.exit(f"{file}: no block fenced as py")
    with tempfile.TemporaryDirectory() as directory:
        script = Path(directory, file.with_suffix(".py").name)
        script.write_text(program[1], "utf-8")
        trace = observe(script, interpreter, Options(repl=file.stem.endswith("prompt"), max_steps=100_000))
    shown = f"\n```output\n{trace['exit']['stdout']}```\n"
    file.write_text(text[: program.end()] + shown, "utf-8")
    if len(trace["steps"]) <= 400:
        file.with_suffix(".json").write_text(dump(trace), "utf-8")


def main(arguments: list[str]) -> None:
    interpreter = Interpreter.find(arguments[0])
    if interpreter.version != "3.12.1":
        sys.exit(f"the reference is CPython 3.12.1, not {interpreter.version}")
    for file in map(Path, arguments[1:]) if arguments[1:] else sorted(TESTS.glob("*programs/*/*.md")):
        record(file, interpreter)


if __name__ == "__main__":
    main(sys.argv[1:])

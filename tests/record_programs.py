#!/usr/bin/env python3
"""Write into each literate program of tests/programs and tests/long_programs what the reference CPython prints for it.

    python3 tests/record_programs.py [--packages FOLDER] PYTHON3.12.1 [PROGRAM.md | PROGRAM.py ...]

The block after the program, fenced as `output`, is replaced; so is the trace beside it (`NAME.json`), which
`tests/oracle/oracle.py` records from the same interpreter. Programs whose name ends in `prompt` are typed at the prompt.
Nothing else in the file is touched. The trace is stored packed (`tests/oracle/packed.py`), unless it is too large to be kept.

A block fenced as `output times` has a `#` where a number with decimals (a time, a share, a figure of the process) was printed;
its program runs unobserved, as all of tests/long_programs do. Of a program of tests/corpus, `NAME.py`, the trace alone is recorded. A page that says "Recorded with `NAME==VERSION`" needs that package in FOLDER
(`pip install --target FOLDER NAME==VERSION`), and is left alone without one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent
sys.path[:0] = [str(TESTS), str(TESTS / "oracle")]
from conditions import alone  # noqa: E402
from oracle import Interpreter, Options, dump, observe  # noqa: E402
from packed import pack  # noqa: E402


# The same in crates/cli/tests/programs/literate.rs.
TIME = re.compile(r" *(\d+\.\d+(e-?\d+)?|\d+e-\d+)")


# A trace of more bytes is not kept.
LARGEST = 300_000


def plain_output(script: Path, interpreter: Interpreter, packages: str) -> str:
    """What the program prints when nobody looks on."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": packages}
    command = [interpreter.executable, str(script)]
    return subprocess.run(command, env=environment, capture_output=True, check=True, encoding="utf-8").stdout


def installed(folder: str, package: str) -> bool:
    """Whether the folder has this version of the package."""
    return bool(folder) and Path(folder, f"{package.replace('==', '-')}.dist-info").is_dir()


def record(file: Path, interpreter: Interpreter, packages: str) -> None:
    """Record one literate program."""
    text = file.read_text("utf-8")
    needed = re.search(r"^Recorded with `([^`]+)`", text, re.MULTILINE)
    if needed and not installed(packages, needed[1]):
        print(f"{file}: left alone, for want of {needed[1]}", file=sys.stderr)
        return
    program = re.search(r"```py\n(.*?)```\n" if file.suffix == ".md" else "(.*)", text, re.DOTALL)
    if program is None:
        sys.exit(f"{file}: no block fenced as py")
    timed = "\n```output times\n" in text
    with alone() as directory:
        script = Path(directory, file.with_suffix(".py").name)
        script.write_text(program[1], "utf-8")
        if timed or needed or "long_programs" in file.parts:
            printed = plain_output(script, interpreter, packages).replace(f"{directory}/", "")
            printed = TIME.sub("#", printed) if timed else printed
            fence = "output times" if timed else "output"
            file.write_text(f"{text[: program.end()]}\n```{fence}\n{printed}```\n", "utf-8")
            return
        trace = observe(script, interpreter, Options(repl=file.stem.endswith("prompt"), max_steps=100_000))
    if file.suffix == ".py":
        file.with_suffix(".json").write_text(dump(trace), "utf-8")
        return
    shown = f"\n```output\n{trace['exit']['stdout']}```\n"
    file.write_text(text[: program.end()] + shown, "utf-8")
    packed = dump(pack(trace))
    if len(packed) <= LARGEST:
        file.with_suffix(".json").write_text(packed, "utf-8")


def main(arguments: list[str]) -> None:
    packages = ""
    if arguments[0] == "--packages":
        packages, arguments = arguments[1], arguments[2:]
    interpreter = Interpreter.find(arguments[0])
    if interpreter.version != "3.12.1":
        sys.exit(f"the reference is CPython 3.12.1, not {interpreter.version}")
    for file in map(Path, arguments[1:]) if arguments[1:] else sorted(TESTS.glob("*programs/*/*.md")):
        record(file, interpreter, packages)


if __name__ == "__main__":
    main(sys.argv[1:])

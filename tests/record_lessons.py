"""Records what CPython 3.12.1 prints for the lessons' programs, and checks what they say of variations and of one's own Python.

    python3 tests/record_lessons.py PYTHON [LESSON.md …]

The answers of questions are checked by tests/lessons.rs, which steps through the program.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "oracle"))

from conditions import alone  # noqa: E402
from oracle import Interpreter  # noqa: E402

LESSONS = Path(__file__).parent.parent / "static" / "lessons"


def printed(interpreter: Interpreter, program: str) -> str:
    """Standard output of a program."""
    with alone() as directory:
        script = Path(directory, "program.py")
        script.write_text(program, "utf-8")
        done = subprocess.run([interpreter.executable, str(script)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"a program ends with status {done.returncode}:\n{program}\n{done.stderr}")
    return done.stdout


def blocks(text: str, kind: str) -> list[dict[str, str]]:
    """The fields of all blocks of a kind."""
    found = re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [{name: value.strip() for name, value in (row.split(":", 1) for row in block.splitlines())} for block in found]


def record(file: Path, interpreter: Interpreter) -> list[str]:
    """Writes the output behind the program; returns what the lesson says wrongly."""
    text = file.read_text("utf-8")
    program = re.search(r"^```py\n(.*?)^```\n", text, re.MULTILINE | re.DOTALL)
    if program is None:
        return [f"{file.name}: no block fenced as py"]
    file.write_text(f"{text[: program.end()]}\n```output\n{printed(interpreter, program[1])}```\n", "utf-8")
    wrong = []
    for block in blocks(text, "vary"):
        output = printed(interpreter, program[1].replace(block["replace"], block["by"]))
        if block["prints"] not in output.splitlines():
            wrong.append(f"{file.name}: with `{block['by']}` the program prints {output!r}")
    for block in blocks(text, "yours"):
        output = printed(interpreter, block["run"] + "\n")
        if block["prints"] not in output.splitlines():
            wrong.append(f"{file.name}: `{block['run']}` prints {output!r}")
    return wrong


def main(arguments: list[str]) -> None:
    interpreter = Interpreter.find(arguments[0])
    if interpreter.version != "3.12.1":
        sys.exit(f"the reference is CPython 3.12.1, not {interpreter.version}")
    files = [Path(name) for name in arguments[1:]] or sorted(LESSONS.glob("*.md"))
    wrong = [line for file in files for line in record(file, interpreter)]
    sys.exit("\n".join(wrong) or 0)


if __name__ == "__main__":
    main(sys.argv[1:])

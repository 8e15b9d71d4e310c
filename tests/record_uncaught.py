#!/usr/bin/env python3
"""Write beside each program of tests/uncaught how CPython ends with it: exit status and standard error.

    python3 tests/record_uncaught.py PYTHON3.12.1
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "uncaught"


def main(python):
    version = subprocess.run([python, "-c", "import sys; print(sys.version.split()[0])"], capture_output=True, text=True)
    if version.stdout.strip() != "3.12.1":
        sys.exit(f"the reference is CPython 3.12.1, not {version.stdout.strip()}")
    for program in sorted(FOLDER.glob("*.py")):
        done = subprocess.run([python, program], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                              env={"PYTHONHASHSEED": "0"}, encoding="utf-8")
        # A process that a signal ends has the status a shell gives.
        status = done.returncode if done.returncode >= 0 else 128 - done.returncode
        told = done.stderr.replace(str(program), "PROGRAM")
        program.with_suffix(".txt").write_text(f"exit status {status}\n{told}", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

"""Records what the scripts of this folder print under a real CPython, each into a file of its own.

    python3.12 tests/facts/record.py

Only 3.12.1 is the truth. Each script runs three times; lines that are not the same every time are told.
"""
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def output(script):
    env = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED="0", FACTS_PYTHON=sys.executable)
    run = subprocess.run([sys.executable, script.name], cwd=HERE, env=env, text=True, timeout=120,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return run.stdout


def main():
    if sys.version_info[:3] != (3, 12, 1):
        sys.exit("this is not CPython 3.12.1")
    wanted = sys.argv[1:]
    for script in sorted(HERE.glob("[a-z]*.py")):
        if script.name == "record.py" or (wanted and script.stem not in wanted):
            continue
        texts = [output(script) for _ in range(3)]
        (HERE / (script.stem + ".out")).write_text(texts[0])
        varying = [number for number, lines in enumerate(zip(*(text.splitlines() for text in texts)), 1)
                   if len(set(lines)) > 1]
        print(script.stem, len(texts[0].splitlines()), "lines", "varying: %s" % varying if varying else "")


main()

"""The conditions under which truths are recorded, and which the engine's profile imitates.

What start-up leaves behind depends on the environment: `sys.getallocatedblocks()` grows with the number of variables, a
program's path is a string of its own length, and which names the method cache holds depends on their addresses. So every
truth is recorded with two variables and from one folder: `heapglass trace` takes the program to lie there too.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path("/home/student")
VARIABLES = {"PATH": "/usr/bin:/bin", "HOME": str(FOLDER)}


@contextlib.contextmanager
def alone() -> Iterator[Path]:
    """The folder for one program, empty, while nothing else is in the environment."""
    before, was_there = dict(os.environ), FOLDER.exists()
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ.clear()
    os.environ.update(VARIABLES)
    try:
        yield FOLDER
    finally:
        os.environ.clear()
        os.environ.update(before)
        if not was_there:
            shutil.rmtree(FOLDER)

"""Other processes for tests: this interpreter with `-c`. Scripts would need files."""

import collections
import unittest

__unittest = True


class _PythonRunResult(collections.namedtuple("_PythonRunResult", ("rc", "out", "err"))):
    """How a process ended and what it wrote."""

    def fail(self, cmd_line):
        raise AssertionError(
            "Process return code is %d\ncommand line: %r\n\nstdout:\n---\n%s\n---\n\nstderr:\n---\n%s\n---"
            % (self.rc, cmd_line, self.out.decode().rstrip(), self.err.decode().rstrip())
        )


def run_python_until_end(*args, **env_vars):
    if "-c" not in args:
        raise unittest.SkipTest("requires files")
    import subprocess
    import sys

    cmd_line = [sys.executable, "-X", "faulthandler", "-I", *args]
    proc = subprocess.Popen(cmd_line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = proc.communicate()
    return _PythonRunResult(proc.returncode, out, err), cmd_line


def _assert_python(expected_success, /, *args, **env_vars):
    res, cmd_line = run_python_until_end(*args, **env_vars)
    if bool(res.rc) == expected_success:
        res.fail(cmd_line)
    return res


def assert_python_ok(*args, **env_vars):
    return _assert_python(True, *args, **env_vars)


def assert_python_failure(*args, **env_vars):
    return _assert_python(False, *args, **env_vars)


def _no_files(*args, **kwargs):
    raise unittest.SkipTest("requires files")


make_script = make_pkg = make_zip_script = spawn_python = kill_python = _no_files


def interpreter_requires_environment():
    return False

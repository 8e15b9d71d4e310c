"""Other processes for tests: there are none."""

import unittest

__unittest = True


def _no_process(*args, **env_vars):
    raise unittest.SkipTest("requires subprocess support")


assert_python_ok = assert_python_failure = run_python_until_end = spawn_python = kill_python = _no_process
make_script = make_pkg = make_zip_script = _no_process


def interpreter_requires_environment():
    return False

"""Files for tests: there are none."""

import contextlib
import unittest

TESTFN = "@test"


def unlink(filename):
    pass


rmtree = rmdir = unlink


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    raise unittest.SkipTest("requires files")
    yield


temp_cwd = change_cwd = temp_dir


class EnvironmentVarGuard(dict):
    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        pass

    def set(self, name, value):
        self[name] = value

    def unset(self, name):
        self.pop(name, None)

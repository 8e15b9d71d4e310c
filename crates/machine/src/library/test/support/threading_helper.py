"""Threads for tests: a thread here runs when it is started, to its end."""

import contextlib
import unittest

can_start_thread = False


def requires_working_threading(*, module=False):
    reason = "requires threading support"
    if module:
        raise unittest.SkipTest(reason)
    return unittest.skip(reason)


def reap_threads(func):
    return func


def join_thread(thread, timeout=None):
    thread.join(timeout)


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    yield


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        if unlock:
            unlock()
        for thread in threads:
            thread.join()


def threading_setup():
    return 0, 0


def threading_cleanup(*original_values):
    pass

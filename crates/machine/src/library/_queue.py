"""The error of empty queues, and the queue without tasks."""

from _thread_turns import wait_until
from collections import deque


class Empty(Exception):
    """There is nothing in the queue."""


class SimpleQueue:
    """A queue without a limit."""

    def __init__(self):
        self._items = deque()

    def put(self, item, block=True, timeout=None):
        self._items.append(item)

    def put_nowait(self, item):
        self._items.append(item)

    def get(self, block=True, timeout=None):
        """Takes the oldest item, and waits for one if block is true."""
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._items and not (block and wait_until(self._items.__len__, timeout)):
            raise Empty
        return self._items.popleft()

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

"""Queues for threads."""

import threading
from collections import deque
from heapq import heappop, heappush

from _queue import Empty, SimpleQueue
from _thread_turns import wait_until

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Full(Exception):
    """There is no room in the queue."""


class Queue:
    """A queue with room for maxsize items, for any number if that is zero or less: first in, first out."""

    def __init__(self, maxsize=0):
        self.maxsize, self.unfinished_tasks = maxsize, 0
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty, self.not_full, self.all_tasks_done = [threading.Condition(self.mutex) for _ in range(3)]

    def qsize(self):
        """How many items there are."""
        return self._qsize()

    def empty(self):
        return not self._qsize()

    def full(self):
        return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        """Puts an item in, and waits for room if block is true."""
        if self.maxsize > 0:
            self._wait(lambda: not self.full(), block, timeout, Full)
        self._put(item)
        self.unfinished_tasks += 1

    def get(self, block=True, timeout=None):
        """Takes an item out, and waits for one if block is true."""
        self._wait(self._qsize, block, timeout, Empty)
        return self._get()

    def _wait(self, ready, block, timeout, error):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not ready() and not (block and wait_until(ready, timeout)):
            raise error

    def put_nowait(self, item):
        return self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def task_done(self):
        """Says that the work on an item is done."""
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1

    def join(self):
        """Waits until the work on all items is done."""
        wait_until(lambda: not self.unfinished_tasks)

    # What another kind of queue does differently.

    def _get(self):
        return self.queue.popleft()

    def _put(self, item):
        self.queue.append(item)

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


class PriorityQueue(Queue):
    """A queue that gives the smallest item first."""

    def _get(self):
        return heappop(self.queue)

    def _put(self, item):
        heappush(self.queue, item)

    def _init(self, maxsize):
        self.queue = []


class LifoQueue(Queue):
    """A stack: last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()

"""Calls at certain times."""

import heapq
import time
from collections import namedtuple
from itertools import count

__all__ = ["scheduler"]

Event = namedtuple("Event", "time, priority, sequence, action, argument, kwargs")


class scheduler:
    """A queue of calls. timefunc says what time it is, delayfunc waits."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self.timefunc, self.delayfunc = timefunc, delayfunc
        self._queue, self._numbers = [], count()

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        """Adds a call at a time; of several at the same time the one with the lowest priority comes first."""
        event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is None else kwargs)
        heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        """Adds a call after a while."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Takes a call out again."""
        self._queue.remove(event)
        heapq.heapify(self._queue)

    def empty(self):
        return not self._queue

    def run(self, blocking=True):
        """Makes the calls that are due, and if blocking waits for all others; else says how long the next one is off."""
        while self._queue:
            due, now = self._queue[0].time, self.timefunc()
            if due > now:
                if not blocking:
                    return due - now
                self.delayfunc(due - now)
                continue
            event = heapq.heappop(self._queue)
            event.action(*event.argument, **event.kwargs)
            # Others may go on.
            self.delayfunc(0)

    @property
    def queue(self):
        """The calls to come, in order."""
        return sorted(self._queue)

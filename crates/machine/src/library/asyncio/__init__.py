"""Coroutines that take turns. Waiting costs no time: the clock is virtual and moves on where all wait."""

from .events import (
    AbstractEventLoop, AbstractEventLoopPolicy, BaseEventLoop, DefaultEventLoopPolicy, Handle, SelectorEventLoop, TimerHandle,
    _get_running_loop, get_event_loop, get_event_loop_policy, get_running_loop, new_event_loop, set_event_loop,
    set_event_loop_policy,
)
from .exceptions import BrokenBarrierError, CancelledError, InvalidStateError, QueueEmpty, QueueFull, TimeoutError
from .futures import Future, isfuture, wrap_future
from .locks import BoundedSemaphore, Condition, Event, LifoQueue, Lock, PriorityQueue, Queue, Semaphore
from .tasks import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, all_tasks, as_completed, create_task, current_task, ensure_future,
    gather, iscoroutine, iscoroutinefunction, run_coroutine_threadsafe, shield, sleep, to_thread, wait,
)
from .timeouts import Runner, TaskGroup, Timeout, run, timeout, timeout_at, wait_for

__all__ = [_name for _name in globals() if not _name.startswith("_")]

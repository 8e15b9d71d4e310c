"""What can go wrong while waiting."""


class CancelledError(BaseException):
    """The Future or Task was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Exception):
    """The operation is not allowed in this state."""


class QueueEmpty(Exception):
    """Nothing is in the queue just now."""


class QueueFull(Exception):
    """No room is in the queue just now."""


class BrokenBarrierError(RuntimeError):
    """The barrier was aborted."""

"""Which lines have asked for the memory that is in use."""

import fnmatch
import linecache

from _tracemalloc import *
from _tracemalloc import _get_object_traceback, _get_traces


def _format_size(size, sign):
    """A size in the largest unit that keeps it readable, with a plus sign if wanted."""
    plus = "+" if sign else ""
    units = ("B", "KiB", "MiB", "GiB", "TiB")
    for unit in units:
        if unit != "B" and abs(size) < 100:
            return format(size, plus + ".1f") + " " + unit
        if abs(size) < 10 * 1024 or unit == units[-1]:
            return format(size, plus + ".0f") + " " + unit
        size /= 1024


def _average(size, count):
    return f", average={_format_size(size / count, False)}" if count else ""


class _Sequence:
    """What follows from __len__ and __getitem__."""

    __slots__ = ()

    def __iter__(self):
        for at in range(len(self)):
            yield self[at]

    def __reversed__(self):
        for at in reversed(range(len(self))):
            yield self[at]

    def index(self, value, start=0, stop=None):
        for at in range(*slice(start, stop).indices(len(self))):
            item = self[at]
            if item is value or item == value:
                return at
        raise ValueError

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)


class Statistic:
    """How much memory one place has asked for."""

    __slots__ = ("traceback", "size", "count")

    def __init__(self, traceback, size, count):
        self.size, self.count, self.traceback = size, count, traceback

    def __str__(self):
        size = _format_size(self.size, False)
        return f"{self.traceback}: size={size}, count={self.count:d}{_average(self.size, self.count)}"

    def __repr__(self):
        return f"<Statistic traceback={self.traceback!r} size={self.size:d} count={self.count:d}>"

    def _sort_key(self):
        return self.size, self.count, self.traceback

    def __eq__(self, other):
        return self._sort_key() == other._sort_key() if isinstance(other, Statistic) else NotImplemented

    def __hash__(self):
        return hash((self.traceback, self.size, self.count))


class StatisticDiff:
    """How much that has changed since an older snapshot."""

    __slots__ = ("traceback", "size", "size_diff", "count", "count_diff")

    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.size, self.count, self.traceback = size, count, traceback
        self.size_diff, self.count_diff = size_diff, count_diff

    def _all(self):
        return self.traceback, self.size, self.size_diff, self.count, self.count_diff

    def __hash__(self):
        return hash(self._all())

    def __eq__(self, other):
        if isinstance(other, StatisticDiff):
            return self._all() == other._all()
        return NotImplemented

    def __str__(self):
        size, more = _format_size(self.size, False), _format_size(self.size_diff, True)
        counts = f"count={self.count:d} ({self.count_diff:+d}){_average(self.size, self.count)}"
        return f"{self.traceback}: size={size} ({more}), {counts}"

    def __repr__(self):
        numbers = f"size={self.size:d} ({self.size_diff:+d}) count={self.count:d} ({self.count_diff:+d})"
        return f"<StatisticDiff traceback={self.traceback!r} {numbers}>"

    def _sort_key(self):
        return abs(self.size_diff), self.size, abs(self.count_diff), self.count, self.traceback


def _compare_grouped_stats(old_group, new_group):
    """The differences of two groupings, the new places first; old_group loses those that are in both."""
    differences = []
    for place, now in new_group.items():
        before = old_group.pop(place, None)
        size, count = (0, 0) if before is None else (before.size, before.count)
        differences.append(StatisticDiff(place, now.size, now.size - size, now.count, now.count - count))
    for place, before in old_group.items():
        differences.append(StatisticDiff(place, 0, -before.size, 0, -before.count))
    return differences


class _Ordered:
    """The other comparisons, from __eq__ and __lt__."""

    __slots__ = ()

    def __gt__(self, other):
        less = type(self).__lt__(self, other)
        return less if less is NotImplemented else not less and self != other

    def __le__(self, other):
        less = type(self).__lt__(self, other)
        return less if less is NotImplemented else less or self == other

    def __ge__(self, other):
        less = type(self).__lt__(self, other)
        return less if less is NotImplemented else not less


class Frame(_Ordered):
    """One line of a traceback."""

    __slots__ = ("_frame",)

    filename = property(lambda self: self._frame[0])
    lineno = property(lambda self: self._frame[1])

    def __init__(self, frame):
        self._frame = frame

    def __hash__(self):
        return hash(self._frame)

    def __lt__(self, other):
        return self._frame < other._frame if isinstance(other, Frame) else NotImplemented

    def __eq__(self, other):
        return self._frame == other._frame if isinstance(other, Frame) else NotImplemented

    def __str__(self):
        return f"{self.filename}:{self.lineno}"

    def __repr__(self):
        return f"<Frame filename={self.filename!r} lineno={self.lineno!r}>"


class Traceback(_Ordered, _Sequence):
    """The lines that were running when a block was asked for, the oldest first."""

    __slots__ = ("_frames", "_total_nframe")

    def __init__(self, frames, total_nframe=None):
        self._total_nframe = total_nframe
        # The tables have the newest first.
        self._frames = tuple(reversed(frames))

    total_nframe = property(lambda self: self._total_nframe)

    def __getitem__(self, index):
        found = self._frames[index]
        return tuple(map(Frame, found)) if isinstance(index, slice) else Frame(found)

    def __contains__(self, frame):
        return frame._frame in self._frames

    def __len__(self):
        return len(self._frames)

    def __lt__(self, other):
        return self._frames < other._frames if isinstance(other, Traceback) else NotImplemented

    def __eq__(self, other):
        return self._frames == other._frames if isinstance(other, Traceback) else NotImplemented

    def __hash__(self):
        return hash(self._frames)

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        total = "" if self._total_nframe is None else f" total_nframe={self._total_nframe}"
        return f"<Traceback {tuple(self)}{total}>"

    def format(self, limit=None, most_recent_first=False):
        """The lines as a traceback shows them: the newest limit ones, or all but as many oldest ones if it is negative."""
        chosen = self
        if limit is not None:
            chosen = self[-limit:] if limit > 0 else self[:limit]
        if most_recent_first:
            chosen = reversed(chosen)
        lines = []
        for frame in chosen:
            lines.append(f'  File "{frame.filename}", line {frame.lineno}')
            text = linecache.getline(frame.filename, frame.lineno).strip()
            if text:
                lines.append("    " + text)
        return lines


def get_object_traceback(obj):
    """Where the memory of an object was asked for; None if that was not traced."""
    frames = _get_object_traceback(obj)
    return None if frames is None else Traceback(frames)


class Trace:
    """One block of memory."""

    __slots__ = ("_trace",)

    def __init__(self, trace):
        # domain, size, frames, how many frames there were
        self._trace = trace

    domain = property(lambda self: self._trace[0])
    size = property(lambda self: self._trace[1])
    traceback = property(lambda self: Traceback(*self._trace[2:]))

    def __hash__(self):
        return hash(self._trace)

    def __eq__(self, other):
        return self._trace == other._trace if isinstance(other, Trace) else NotImplemented

    def __str__(self):
        return f"{self.traceback}: {_format_size(self.size, False)}"

    def __repr__(self):
        size = _format_size(self.size, False)
        return f"<Trace domain={self.domain} size={size}, traceback={self.traceback!r}>"


class _Traces(_Sequence):
    def __init__(self, traces):
        self._traces = traces

    def __repr__(self):
        return f"<Traces len={len(self)}>"

    def __contains__(self, trace):
        return trace._trace in self._traces

    def __getitem__(self, index):
        found = self._traces[index]
        return tuple(map(Trace, found)) if isinstance(index, slice) else Trace(found)

    def __len__(self):
        return len(self._traces)

    def __eq__(self, other):
        return self._traces == other._traces if isinstance(other, _Traces) else NotImplemented


def _normalize_filename(filename):
    if isinstance(filename, bytes):
        raise TypeError("endswith first arg must be bytes or a tuple of bytes, not str")
    if not isinstance(filename, str):
        path = getattr(type(filename), "__fspath__", None)
        if path is None:
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(filename).__name__}")
        filename = path(filename)
    return filename[:-1] if filename.endswith(".pyc") else filename


class BaseFilter:
    """Lets traces through, or keeps them out."""

    def _match(self, trace):
        raise NotImplementedError

    def __init__(self, inclusive):
        self.inclusive = inclusive


class DomainFilter(BaseFilter):
    """Chooses traces by their domain."""

    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    domain = property(lambda self: self._domain)

    def _match(self, trace):
        return bool(self.inclusive) == (trace[0] == self._domain)


class Filter(BaseFilter):
    """Chooses traces by file name, perhaps line and domain."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self._filename_pattern = _normalize_filename(filename_pattern)
        self.lineno, self.all_frames, self.domain = lineno, all_frames, domain

    filename_pattern = property(lambda self: self._filename_pattern)

    def _match(self, trace):
        domain, size, traceback, total_nframe = trace
        matches = self._match_traceback(traceback)
        if self.domain is None:
            return matches
        if self.inclusive:
            return matches and domain == self.domain
        return matches or domain != self.domain

    def _match_traceback(self, traceback):
        looked_at = traceback if self.all_frames else traceback[:1]
        return bool(self.inclusive) == any(self._match_frame_impl(*frame) for frame in looked_at)

    def _match_frame(self, filename, lineno):
        return bool(self.inclusive) == self._match_frame_impl(filename, lineno)

    def _match_frame_impl(self, filename, lineno):
        if self.lineno is None or lineno == self.lineno:
            return fnmatch.fnmatch(_normalize_filename(filename), self._filename_pattern)
        return False


def _place(key_type, frames):
    """What a trace with these frames is filed under."""
    if key_type == "traceback":
        return Traceback(frames)
    filename, lineno = frames[0]
    return Traceback(((filename, lineno if key_type == "lineno" else 0),))


class Snapshot:
    """All traces of one moment."""

    def __init__(self, traces, traceback_limit):
        self.traces = _Traces(traces)
        self.traceback_limit = traceback_limit

    def dump(self, filename):
        raise OSError(f"there are no files to write a snapshot to: {filename!r}")

    @staticmethod
    def load(filename):
        raise OSError(f"there are no files to read a snapshot from: {filename!r}")

    def _filter_trace(self, include_filters, exclude_filters, trace):
        if include_filters and not any(chosen._match(trace) for chosen in include_filters):
            return False
        return all(chosen._match(trace) for chosen in exclude_filters)

    def filter_traces(self, filters):
        """A snapshot of the traces that fit one of the inclusive filters and all of the others."""
        if not hasattr(type(filters), "__iter__"):
            raise TypeError(f"filters must be a list of filters, not {type(filters).__name__}")
        if not filters:
            return Snapshot(self.traces._traces.copy(), self.traceback_limit)
        include, exclude = [], []
        for chosen in filters:
            (include if chosen.inclusive else exclude).append(chosen)
        traces = [trace for trace in self.traces._traces if self._filter_trace(include, exclude, trace)]
        return Snapshot(traces, self.traceback_limit)

    def _group_by(self, key_type, cumulative):
        if key_type not in ("traceback", "filename", "lineno"):
            raise ValueError(f"unknown key_type: {key_type!r}")
        if cumulative and key_type == "traceback":
            raise ValueError(f"cumulative mode cannot by used with key type {key_type!r}")
        places = {}
        groups = {}
        for domain, size, frames, total_nframe in self.traces._traces:
            # Filed once under its own line, or under each line that led there.
            for key in ((frame,) for frame in frames) if cumulative else (frames,):
                place = places.get(key)
                if place is None:
                    place = places[key] = _place(key_type, key)
                group = groups.get(place)
                if group is None:
                    groups[place] = Statistic(place, size, 1)
                else:
                    group.size += size
                    group.count += 1
        return groups

    def statistics(self, key_type, cumulative=False):
        """What each place has asked for, the most first."""
        return sorted(self._group_by(key_type, cumulative).values(), key=Statistic._sort_key, reverse=True)

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        """How that differs from an older snapshot, the largest difference first."""
        now = self._group_by(key_type, cumulative)
        before = old_snapshot._group_by(key_type, cumulative)
        return sorted(_compare_grouped_stats(before, now), key=StatisticDiff._sort_key, reverse=True)


def take_snapshot():
    """All traces as they are now."""
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    return Snapshot(_get_traces(), get_traceback_limit())

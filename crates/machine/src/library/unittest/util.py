"""Names and values as messages show them."""

__unittest = True

_WIDTH = 80
# How much of what is the same stays at the ends of a cut.
_KEPT = 5
_SHORTEST_CUT = 12
# A beginning, a cut, the end of what is the same, a cut, an end: the rest shows the difference.
_FRAME = 3 * _KEPT + 2 * _SHORTEST_CUT


def strclass(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def _whole_repr(obj):
    try:
        return repr(obj)
    except Exception:
        return object.__repr__(obj)


def safe_repr(obj, short=False):
    text = _whole_repr(obj)
    return text[:_WIDTH] + " [truncated]..." if short and len(text) >= _WIDTH else text


def shorten(text, prefix_length, suffix_length):
    skipped = len(text) - prefix_length - suffix_length
    if skipped <= _SHORTEST_CUT:
        return text
    return f"{text[:prefix_length]}[{skipped} chars]{text[prefix_length + skipped:]}"


def common_prefix(texts):
    length = 0
    for characters in zip(*texts):
        if len(set(characters)) > 1:
            break
        length += 1
    return texts[0][:length]


def common_shorten_repr(*objects):
    """The representations, with what they begin with alike cut down, so that the difference is seen."""
    texts = tuple(safe_repr(obj) for obj in objects)
    excess = max(len(text) for text in texts) - _WIDTH
    if excess <= 0:
        return texts
    prefix = common_prefix(texts)
    rests = [text[len(prefix) :] for text in texts]
    room = len(prefix) - excess
    if room > _FRAME:
        prefix = shorten(prefix, _KEPT, room - _KEPT - _SHORTEST_CUT)
    else:
        prefix = shorten(prefix, _KEPT, _KEPT)
        rests = [shorten(rest, _WIDTH - _FRAME, _KEPT) for rest in rests]
    return tuple(prefix + rest for rest in rests)


def count_differences(first, second):
    """How often the first holds an item, how often the second, and the item, where the two are not the same."""
    try:
        return _differences({}, first, second)
    except TypeError:
        return _differences(_Unhashable(), first, second)


def _differences(counts, first, second):
    for which, items in enumerate((first, second)):
        for item in items:
            counts.setdefault(item, [0, 0])[which] += 1
    return [(*both, item) for item, both in counts.items() if both[0] != both[1]]


class _Unhashable:
    """A dictionary of what has no hash: the keys are compared one by one."""

    def __init__(self):
        self.pairs = []

    def setdefault(self, key, value):
        for known, kept in self.pairs:
            if known == key:
                return kept
        self.pairs.append((key, value))
        return value

    def items(self):
        return self.pairs

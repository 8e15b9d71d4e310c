"""Names and values as messages show them."""

__unittest = True

_MAX_LENGTH = 80


def safe_repr(obj, short=False):
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX_LENGTH:
        return result
    return result[:_MAX_LENGTH] + " [truncated]..."


def strclass(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def shorten(text, prefix_length, suffix_length):
    skipped = len(text) - prefix_length - suffix_length
    if skipped > 12:
        text = "%s[%d chars]%s" % (text[:prefix_length], skipped, text[len(text) - suffix_length:])
    return text


def common_prefix(texts):
    shortest = min(texts, key=len)
    for index, character in enumerate(shortest):
        if any(text[index] != character for text in texts):
            return shortest[:index]
    return shortest


def common_shorten_repr(*objects):
    """The representations, with what they begin with alike cut down, so that the difference is seen."""
    texts = tuple(map(safe_repr, objects))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    prefix = common_prefix(texts)
    same = len(prefix)
    room = _MAX_LENGTH - (longest - same)
    if room > 5 + 12 + 5 + 12 + 5:
        prefix = shorten(prefix, 5, room - 5 - 12)
        return tuple(prefix + text[same:] for text in texts)
    prefix = shorten(prefix, 5, 5)
    return tuple(prefix + shorten(text[same:], 5, 5) for text in texts)


def unorderable_list_difference(expected, actual):
    """What only one of the two holds; both lists are used up."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual

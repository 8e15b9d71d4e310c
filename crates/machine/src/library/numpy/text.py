"""Arrays as text."""

from .types import shortest32

_WIDTH, _MOST_ITEMS, _EDGE = 75, 1000, 3


def _positional(text):
    """A float's shortest digits without an exponent."""
    if "e" not in text:
        return text
    digits, power = text.split("e")
    sign = "-" if digits.startswith("-") else ""
    whole, _, rest = digits.lstrip("-").partition(".")
    place, digits = len(whole) + int(power), whole + rest
    if place <= 0:
        return f"{sign}0.{'0' * -place}{digits}"
    return f"{sign}{digits[:place].ljust(place, '0')}.{digits[place:] or '0'}"


def _halves(value, shortest):
    """What stands before and after the point, with eight places at most."""
    whole, _, rest = _positional(shortest(value)).partition(".")
    if len(rest) > 8:
        whole, _, rest = f"{value:.8f}".partition(".")
    return whole, rest.rstrip("0")


def _scientific(value, shortest):
    """Digits before and after the point, and the power."""
    digits, _, power = f"{value:.8e}".partition("e")
    short = shortest(value)
    count = len(short.partition("e")[0].replace(".", "").replace("-", "").strip("0")) - 1
    if count < 8:
        digits, _, power = f"{value:.{max(count, 0)}e}".partition("e")
    whole, _, rest = digits.partition(".")
    return whole, rest.rstrip("0"), power


def _float_format(values, shortest):
    """A function that writes each of these floats as wide as the others."""
    finite = [value for value in values if value - value == 0]
    sizes = [abs(value) for value in finite if value != 0]
    special = [str(value) for value in values if value - value != 0]
    if sizes and (max(sizes) >= 1e8 or min(sizes) < 1e-4 or max(sizes) / min(sizes) > 1000):
        parts = [_scientific(value, shortest) for value in finite]
        places = max(len(rest) for _, rest, _ in parts)
        left = max(len(whole) for whole, _, _ in parts)
        width = max([left + places + 1 + len(parts[0][2]) + 1, *map(len, special)])

        def write(value):
            if value - value != 0:
                return str(value).rjust(width)
            whole, rest, power = _scientific(value, shortest)
            return f"{whole}.{rest.ljust(places, '0')}e{power}".rjust(width)

        return write
    parts = [_halves(value, shortest) for value in finite]
    left = max((len(whole) for whole, _ in parts), default=0)
    right = max((len(rest) for _, rest in parts), default=0)
    if special:
        left = max(left, *(len(text) - right - 1 for text in special))

    def write(value):
        if value - value != 0:
            return str(value).rjust(left + right + 1)
        whole, rest = _halves(value, shortest)
        return f"{whole.rjust(left)}.{rest.ljust(right)}"

    return write


def _format_for(kind, char, values):
    if kind == "b":
        return lambda value: " True" if value else "False"
    if kind == "f":
        return _float_format(values, shortest32 if char == "f" else repr)
    width = max((len(str(value)) for value in values), default=0)
    return lambda value: str(value).rjust(width)


def _edges(length, shorten):
    """The indices of a dimension that are shown; None stands for those left out."""
    if shorten and length > 2 * _EDGE:
        return [*range(_EDGE), None, *range(length - _EDGE, length)]
    return range(length)


def _shown_values(items, shape, shorten):
    """The items that appear in the text, as nested lists."""
    if not shape:
        return items[0]
    step = len(items) // shape[0] if shape[0] else 0
    return [... if at is None else _shown_values(items[at * step:(at + 1) * step], shape[1:], shorten)
            for at in _edges(shape[0], shorten)]


def _leaves(nested):
    for one in nested:
        if isinstance(one, list):
            yield from _leaves(one)
        elif one is not ...:
            yield one


def _rows(nested, depth, write, separator, indent, width):
    """The text of one dimension; the last one is broken into lines."""
    if depth > 1:
        between = separator.rstrip() + "\n" * (depth - 1) + indent
        inner = ["..." if one is ... else _rows(one, depth - 1, write, separator, indent + " ", width - 1) for one in nested]
        return f"[{between.join(inner)}]"
    lines, line = [], indent
    for at, value in enumerate(nested):
        word = "..." if value is ... else write(value)
        last = at == len(nested) - 1
        room = width - max(len(separator.rstrip()), 1)
        if len(line) + len(word) > room and line != indent:
            lines.append(line.rstrip())
            line = indent
        line += word if last else word + separator
    lines.append(line)
    return f"[{chr(10).join(lines)[len(indent):]}]"


def array_text(array, separator=" ", prefix="", suffix=""):
    """The items in brackets, lines broken at 75 columns; of more than a thousand items, only the edges."""
    if array.size == 0:
        return "[]"
    nested = _shown_values(array.ravel().tolist(), array.shape, array.size > _MOST_ITEMS)
    write = _format_for(array.dtype.kind, array.dtype.char, list(_leaves(nested)))
    return _rows(nested, array.ndim, write, separator, " " * (len(prefix) + 1), _WIDTH - len(suffix))


def array_repr(array):
    """As `repr()` shows it: the type is named unless it is the usual one for such items."""
    if array.ndim == 0:
        inner = repr(array.item())
    else:
        inner = array_text(array, ", ", "array(", ")")
    name = array.dtype.name
    if name in ("int64", "float64", "bool") and array.size:
        return f"array({inner})"
    if name == "float64" and array.shape == (0,):
        return "array([], dtype=float64)"
    gap = ", "
    if len(inner.rpartition("\n")[2]) + (6 if "\n" not in inner else 0) + len(f", dtype={name})") > _WIDTH:
        gap = ",\n      "
    return f"array({inner}{gap}dtype={name})"

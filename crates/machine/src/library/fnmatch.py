"""File names and patterns: * any characters, ? any one, [abc] one of these, [!abc] none of these."""

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Whether the whole name fits the pattern."""
    from posixpath import normcase
    return fnmatchcase(normcase(name), normcase(pat))


def fnmatchcase(name, pat):
    """As fnmatch: upper and lower case always differ here."""
    if isinstance(name, bytes) or isinstance(pat, bytes):
        name, pat = name.decode("latin-1"), pat.decode("latin-1")
    pieces = _pieces(pat)
    # The last star and what the name had left there: a star takes as little as possible, one more at each failure.
    at = piece = 0
    star = mark = -1
    while at < len(name):
        if piece < len(pieces) and pieces[piece] is not None and _fits(name[at], pieces[piece]):
            at += 1
            piece += 1
        elif piece < len(pieces) and pieces[piece] is None:
            star, mark = piece, at
            piece += 1
        elif star >= 0:
            mark += 1
            at, piece = mark, star + 1
        else:
            return False
    return all(rest is None for rest in pieces[piece:])


def filter(names, pat):
    """Those of the names that fit."""
    return [name for name in names if fnmatch(name, pat)]


def translate(pat):
    """The pattern as a regular expression."""
    import re
    texts = [".*" if piece is None else _expression(piece, re.escape) for piece in _pieces(pat)]
    return "(?s:" + "".join(texts) + r")\Z"


def _expression(piece, escape):
    wanted, ranges = piece
    if ranges is None:
        return "."
    if wanted and len(ranges) == 1 and ranges[0][0] == ranges[0][1]:
        return escape(ranges[0][0])
    shown = "".join(low if low == high else low + "-" + high for low, high in ranges)
    return ("[" if wanted else "[^") + shown.replace("\\", "\\\\") + "]"


def _fits(character, piece):
    wanted, ranges = piece
    if ranges is None:
        return True
    return any(low <= character <= high for low, high in ranges) == wanted


def _pieces(pat):
    """None for a star, otherwise (wanted, ranges); a range of None is any character."""
    pieces = []
    at = 0
    while at < len(pat):
        character = pat[at]
        at += 1
        if character == "*":
            if not pieces or pieces[-1] is not None:
                pieces.append(None)
        elif character == "?":
            pieces.append((True, None))
        elif character == "[":
            end = at
            if pat[end:end + 1] == "!":
                end += 1
            if pat[end:end + 1] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                pieces.append((True, [("[", "[")]))
            else:
                pieces.append(_set(pat[at:end]))
                at = end + 1
        else:
            pieces.append((True, [(character, character)]))
    return pieces


def _set(text):
    wanted = not text.startswith("!")
    if not wanted:
        text = text[1:]
    ranges = []
    at = 0
    while at < len(text):
        if text[at + 1:at + 2] == "-" and at + 2 < len(text):
            ranges.append((text[at], text[at + 2]))
            at += 3
        else:
            ranges.append((text[at], text[at]))
            at += 1
    return wanted, ranges

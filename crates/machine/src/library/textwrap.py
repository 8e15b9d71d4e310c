"""Paragraphs and margins."""


def dedent(text):
    """Without the white space that all lines begin with; lines of nothing but white space become empty."""
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margins = [line[:len(line) - len(line.lstrip(" \t"))] for line in lines if line]
    margin = ""
    if margins:
        low, high = min(margins), max(margins)
        for at, letter in enumerate(low):
            if high[at] != letter:
                break
            margin += letter
    return "\n".join(line[len(margin):] for line in lines)


def indent(text, prefix, predicate=None):
    predicate = predicate or str.strip
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))


def shorten(text, width, placeholder=" [...]"):
    words = text.split()
    if len(" ".join(words)) <= width:
        return " ".join(words)
    while words and len(" ".join(words) + placeholder) > width:
        words.pop()
    return " ".join(words) + placeholder if words else placeholder.lstrip()


def wrap(text, width=70):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = ""
        line = line + " " + word if line else word
        while len(line) > width:
            lines.append(line[:width])
            line = line[width:]
    return lines + [line] if line else lines


def fill(text, width=70):
    return "\n".join(wrap(text, width))

"""How str.format() reads its text."""


def _text(given):
    if not isinstance(given, str):
        raise TypeError(f"expected str, got {type(given).__name__}")
    return given


def formatter_parser(text):
    """Tuples of literal text, field name, format spec and conversion."""
    return _pieces(_text(text))


def _pieces(text):
    literal, at = "", 0
    while at < len(text):
        letter = text[at]
        at += 1
        if letter not in "{}":
            literal += letter
            continue
        if text[at:at + 1] == letter:
            yield literal + letter, None, None, None
            literal, at = "", at + 1
            continue
        if letter == "}" or at == len(text):
            raise ValueError(f"Single '{letter}' encountered in format string")
        *field, at = _field(text, at)
        yield literal, *field
        literal = ""
    if literal:
        yield literal, None, None, None


def _field(text, start):
    """Name, format spec and conversion of the field whose brace is behind, and where it ends."""
    at, bracket = start, False
    while at < len(text) and (bracket or text[at] not in "{}:!"):
        bracket = text[at] != "]" if bracket else text[at] == "["
        at += 1
    name, stop, conversion = text[start:at], text[at:at + 1], None
    if not stop:
        raise ValueError("expected '}' before end of string")
    at += 1
    if stop == "{":
        raise ValueError("unexpected '{' in field name")
    if stop == "!":
        conversion, stop = text[at:at + 1], text[at + 1:at + 2]
        if not conversion:
            raise ValueError("end of string while looking for conversion specifier")
        if stop not in ("", ":", "}"):
            raise ValueError("expected ':' after conversion specifier")
        at += 2
    if stop == "}":
        return name, "", conversion, at
    end, depth = at, 1
    while end < len(text):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
        if not depth:
            return name, text[at:end - 1], conversion, end
    raise ValueError("unmatched '{' in format spec")


def formatter_field_name_split(text):
    """The first name or number of a field name, and the attributes and items that follow."""
    end = min([at for at in (_text(text).find("."), text.find("[")) if at >= 0], default=len(text))
    first = text[:end]
    return int(first) if first.isdecimal() else first, _steps(text, end)


def _steps(text, at):
    while at < len(text):
        if text[at] == ".":
            end = min([e for e in (text.find(".", at + 1), text.find("[", at + 1)) if e >= 0], default=len(text))
            key, attribute, after = text[at + 1:end], True, end
        elif text[at] == "[":
            end = text.find("]", at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key, attribute, after = text[at + 1:end], False, end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError("Empty attribute in format string")
        yield attribute, int(key) if not attribute and key.isdecimal() else key
        at = after

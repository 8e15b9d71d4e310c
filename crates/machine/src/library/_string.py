"""How str.format() reads its text."""


def formatter_parser(text):
    """Tuples of literal text, field name, format spec and conversion."""
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
        end, depth, closing = at, 1, ""
        while depth and end < len(text):
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        if depth:
            raise ValueError("expected '}' before end of string")
        yield literal, *_field(text[at:end - 1])
        literal, at = "", end
    if literal:
        yield literal, None, None, None


def _field(text):
    end, bracket = 0, False
    while end < len(text) and (bracket or text[end] not in ":!"):
        if text[end] == "{" and not bracket:
            raise ValueError("unexpected '{' in field name")
        bracket = text[end] == "[" or bracket and text[end] != "]"
        end += 1
    name, rest = text[:end], text[end:]
    if not rest.startswith("!"):
        return name, rest[1:], None
    if len(rest) == 1:
        raise ValueError("unmatched '{' in format spec" if False else "end of string while looking for conversion specifier")
    if len(rest) > 2 and rest[2] != ":":
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[3:], rest[1]


def formatter_field_name_split(text):
    """The first name or number of a field name, and the attributes and items that follow."""
    end = min([at for at in (text.find("."), text.find("[")) if at >= 0], default=len(text))
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

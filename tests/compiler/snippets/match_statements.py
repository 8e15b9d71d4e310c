def describe(value):
    match value:
        case 0 | 1 | -1:
            return "small"
        case None | True:
            return "single"
        case "text" | b"bytes" | 1.5 | 2 + 3j:
            return "literal"
        case [x]:
            return x
        case [x, y, *rest] if rest:
            return x, y, rest
        case [first, *_, last]:
            return first, last
        case {"kind": kind, "size": [w, h], **others}:
            return kind, w, h, others
        case Point(x=0, y=y) | Point(y, 0, _):
            return y
        case Color.RED:
            return "red"
        case str() as text:
            return text
        case {}:
            return "mapping"
        case _:
            return None


match command:
    case only:
        print(only)

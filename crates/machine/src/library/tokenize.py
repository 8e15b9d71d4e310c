"""Python source, token by token."""

import re
from collections import namedtuple

import token as _token
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = _token.__all__ + ["tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo"]

cookie_re = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
_signs = "|".join(map(re.escape, sorted(EXACT_TOKEN_TYPES, key=len, reverse=True)))
_digits = r"[0-9](?:_?[0-9])*"
_exponent = rf"(?:[eE][-+]?{_digits})"
_number = re.compile(rf"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|(?:{_digits}\.(?:{_digits})?|\.{_digits}){_exponent}?[jJ]?"
                     rf"|{_digits}{_exponent}?[jJ]?")
_quote = re.compile(r"([bBrRuU]|[bB][rR]|[rR][bB]|[fF][rR]?|[rR][fF]|)('''|\"\"\"|'|\")")
_name = re.compile(r"[^\W\d]\w*")
_sign = re.compile(_signs)
_blank = re.compile(r"[ \f\t]*")


class TokenInfo(namedtuple("TokenInfo", "type string start end line")):
    """A token: its kind and text, where it begins and ends (line, column), and its line."""

    __slots__ = ()

    def __repr__(self):
        return self._replace(type=f"{self.type} ({tok_name[self.type]})")._shown()

    def _shown(self):
        kind, *others = self
        return f"TokenInfo(type={kind}, " + ", ".join(f"{name}={value!r}" for name, value in zip(self._fields[1:], others)) + ")"

    @property
    def exact_type(self):
        """Of an operator the kind that belongs to its sign."""
        return EXACT_TOKEN_TYPES.get(self.string, OP) if self.type == OP else self.type


class TokenError(Exception):
    pass


class _Reader:
    """A text that is read token by token. Brackets that are open, and f-strings, are on a stack."""

    def __init__(self, text):
        self.lines = text.splitlines(True) if "\f" not in text and "\v" not in text else re.findall(r"[^\n]*\n|[^\n]+", text)
        self.row, self.at = 0, 0
        self.open = []  # (bracket, row, column); for a field of an f-string the bracket is the f-string's state.

    @property
    def line(self):
        return self.lines[self.row]

    def place(self):
        return self.row + 1, self.at

    def token(self, kind, length):
        """The token of so many characters here."""
        start = self.place()
        self.at += length
        return TokenInfo(kind, self.line[start[1]:self.at], start, self.place(), self.line)

    def tokens(self):
        indents = [0]
        while self.row < len(self.lines):
            blank = _blank.match(self.line)
            rest = self.line[blank.end():]
            self.at = blank.end()
            if rest.strip("\r\n") == "" or rest[0] == "#":
                if rest.startswith("#"):
                    yield self.token(COMMENT, len(rest.rstrip("\r\n")))
                yield self._line_end(NL)
                continue
            width = len(blank[0].rpartition("\f")[2].expandtabs())
            if width > indents[-1]:
                indents.append(width)
                self.at = 0
                yield self.token(INDENT, blank.end())
            while width < indents[-1]:
                indents.pop()
                if width > indents[-1]:
                    line = self.line.rstrip("\n")
                    details = "<string>", self.row + 1, len(line) + 1, line, None, None
                    raise IndentationError("unindent does not match any outer indentation level", details)
                yield TokenInfo(DEDENT, "", self.place(), self.place(), self.line)
            yield from self._logical_line()
        end = len(self.lines) + 1, 0
        for _ in indents[1:]:
            yield TokenInfo(DEDENT, "", end, end, "")
        yield TokenInfo(ENDMARKER, "", end, end, "")

    def _line_end(self, kind):
        """The end of the line, which the last line may lack."""
        ending = self.line[self.at:]
        start = self.place()
        found = TokenInfo(kind, ending, start, (start[0], self.at + max(len(ending), 1)), self.line)
        self.row, self.at = self.row + 1, 0
        return found

    def _logical_line(self):
        while True:
            if self.row == len(self.lines):
                raise TokenError("unexpected EOF in multi-line statement", (self.row, 0))
            self.at = _blank.match(self.line, self.at).end()
            rest = self.line[self.at:]
            if rest.strip("\r\n") == "":
                if not self.open:
                    yield self._line_end(NEWLINE)
                    return
                yield self._line_end(NL)
            elif rest[0] == "#":
                yield self.token(COMMENT, len(rest.rstrip("\r\n")))
            elif rest[0] == "\\" and rest[1:].strip("\r\n") == "":
                self.row, self.at = self.row + 1, 0
            elif quote := _quote.match(rest):
                if "f" in quote[1].lower():
                    yield from self._format_string(quote)
                else:
                    yield self._string(quote)
            elif number := _number.match(rest):
                yield self.token(NUMBER, number.end())
            elif name := _name.match(rest):
                yield self.token(NAME, name.end())
            else:
                sign = _sign.match(rest)
                found = self.token(OP, sign.end() if sign else 1)
                if found.string in ("(", "[", "{"):
                    self.open.append(found.string)
                elif found.string in (")", "]", "}") and self.open:
                    self.open.pop()
                yield found

    def _string(self, quote):
        first, column, mark = self.row, self.at, quote[2]
        text = "".join(self.lines[first:])
        at = column + quote.end()
        while not text.startswith(mark, at):
            at += 2 if text.startswith("\\", at) else 1
            if at >= len(text) or len(mark) == 1 and text[at] == "\n" and text[at - 1] != "\\":
                if len(mark) == 1:
                    raise TokenError(f"unterminated string literal (detected at line {first + 1})", (first + 1, column + 1))
                raise TokenError("EOF in multi-line string", (first + 1, column + 1))
        string = text[column:at + len(mark)]
        lines = string.split("\n")
        self.row += len(lines) - 1
        self.at = len(lines[-1]) + (column if len(lines) == 1 else 0)
        return TokenInfo(STRING, string, (first + 1, column), self.place(), self._lines_from(first))

    def _lines_from(self, first):
        return "".join(self.lines[first:self.row + 1])

    def _format_string(self, quote):
        start = self.row + 1, self.at + 1
        yield self.token(FSTRING_START, quote.end())
        yield from self._format_text(quote[2], "r" in quote[1].lower(), "", start)
        yield self.token(FSTRING_END, len(quote[2]))

    def _format_text(self, mark, raw, end, opening):
        """The text and the fields up to the closing quotes; of the format part of a field, up to its brace (then `end` is one)."""
        start, parts = self.place(), []
        while True:
            if self.row == len(self.lines):
                raise TokenError("EOF in multi-line string" if len(mark) == 3 else f"unterminated f-string literal (detected at line {opening[0]})", opening)
            rest = self.line[self.at:]
            if not rest:
                self.row, self.at = self.row + 1, 0
                continue
            if not end and rest[:2] in ("{{", "}}"):
                # Of two braces one counts, and a token ends with it.
                stop = self.row + 1, self.at + 1
                yield TokenInfo(FSTRING_MIDDLE, "".join(parts) + rest[0], start, stop, self._lines_from(start[0] - 1))
                self.at += 2
                start, parts = self.place(), []
                continue
            if rest[0] not in "{}" and not rest.startswith(mark):
                if rest[0] == "\n" and len(mark) == 1 and not end:
                    raise TokenError(f"unterminated f-string literal (detected at line {self.row + 1})", opening)
                name = not raw and re.match(r"\\N\{[^}]*\}", rest)
                length = len(name[0]) if name else 2 if rest[0] == "\\" and rest[1:2] not in ("{", "}") else 1
                parts.append(rest[:length])
                self.at += length
                continue
            if parts or end and rest[0] == "}" and start != opening:
                yield TokenInfo(FSTRING_MIDDLE, "".join(parts), start, self.place(), self._lines_from(start[0] - 1))
            if rest[0] != "{":
                return
            yield self.token(OP, 1)
            yield from self._field(mark, raw)
            start, parts, opening = self.place(), [], (0, 0)

    def _field(self, mark, raw):
        outer, mine = self.open, ["{"]
        self.open = mine
        for found in self._logical_line():
            at_top = self.open is mine and len(mine) == 1
            if found.type == OP and at_top and found.string == ":=":
                # In a field this is a colon, and what follows is the format.
                self.at -= 1
                found = TokenInfo(OP, ":", found.start, self.place(), found.line)
            yield found
            if found.type == OP and found.string == ":" and at_top:
                yield from self._format_text(mark, raw, "}", self.place())
                yield self.token(OP, 1)
                break
            if not mine:
                break
        self.open = outer


def generate_tokens(readline):
    """The tokens of the lines that a function returns one after the other."""
    lines = []
    while line := _next_line(readline):
        lines.append(line)
    yield from _Reader("".join(lines)).tokens()


def _next_line(readline):
    try:
        return readline()
    except StopIteration:
        return ""


def detect_encoding(readline):
    """The encoding that the first two lines name (or utf-8), and the lines that were read."""
    lines, encoding = [], "utf-8"
    for _ in range(2):
        line = _next_line(readline)
        if not line:
            break
        lines.append(line)
        if line.startswith(b"\xef\xbb\xbf") and len(lines) == 1:
            lines[0], encoding = line[3:], "utf-8-sig"
        if found := cookie_re.match(lines[-1].decode("latin-1")):
            named = found[1].lower().replace("_", "-")
            if named.startswith("latin-1") or named.startswith("iso-8859-1"):
                named = "iso-8859-1"
            try:
                "".encode(named)
            except LookupError:
                raise SyntaxError("unknown encoding: " + found[1]) from None
            return ("utf-8" if named == "utf8" else named) if encoding == "utf-8" else encoding, lines
        if lines[-1].split(b"#")[0].strip():
            break
    return encoding, lines


def tokenize(readline):
    """The same for lines of bytes; the first token tells their encoding."""
    encoding, lines = detect_encoding(readline)
    yield TokenInfo(ENCODING, "utf-8" if encoding == "utf-8-sig" else encoding, (0, 0), (0, 0), "")
    while line := _next_line(readline):
        lines.append(line)
    yield from _Reader(b"".join(lines).decode(encoding)).tokens()


def open(filename):
    """A file opened in the encoding that it names."""
    import builtins

    with builtins.open(filename, "rb") as file:
        encoding, _ = detect_encoding(file.readline)
    return builtins.open(filename, encoding=encoding)


def untokenize(iterable):
    """Source text of tokens; with their places they come where they were."""
    text, encoding, row, column = [], None, 1, 0
    indents, new_line = [], True
    for found in iterable:
        kind, string = found[:2]
        if kind == ENCODING:
            encoding = string
        elif kind == ENDMARKER:
            break
        elif len(found) == 2:
            if kind == INDENT:
                indents.append(string)
            elif kind == DEDENT:
                indents.pop()
            else:
                text.append("".join(indents) if new_line and kind not in (NL, NEWLINE) else "")
                text.append(string + (" " if kind in (NAME, NUMBER) else ""))
                new_line = kind in (NL, NEWLINE)
        else:
            start, end = found[2:4]
            while row < start[0]:
                text.append("\\\n")
                row, column = row + 1, 0
            if kind in (INDENT, DEDENT):
                continue
            text.append(" " * (start[1] - column))
            doubled = string.replace("{", "{{").replace("}", "}}") if kind == FSTRING_MIDDLE else string
            text.append(doubled)
            row, column = (end[0], end[1] + len(doubled) - len(string)) if kind not in (NL, NEWLINE) else (end[0] + 1, 0)
    result = "".join(text)
    return result if encoding is None else result.encode(encoding)

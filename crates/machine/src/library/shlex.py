"""Words of a command line, as a shell tells them apart."""

import re

__all__ = ["split", "quote", "join"]

_unsafe = re.compile(r"[^\w@%+=:,./-]", re.ASCII)


def split(s, comments=False, posix=True):
    """The words; quotes and backslashes keep blanks together."""
    if s is None:
        raise ValueError("s argument must not be None")
    words, word, at = [], None, 0
    while at < len(s):
        c = s[at]
        at += 1
        if c in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif c == "#" and comments and word is None:
            at = s.find("\n", at) % (len(s) + 1)
        elif c in "'\"":
            word, start = word or "", at
            while at < len(s) and s[at] != c:
                if s[at] == "\\" and c == '"' and posix and at + 1 < len(s):
                    # Inside of quotes only a quote and a backslash need one.
                    word += s[at + 1] if s[at + 1] in '"\\' else s[at:at + 2]
                    at += 1
                else:
                    word += s[at]
                at += 1
            if at == len(s):
                raise ValueError("No closing quotation")
            if not posix:
                word = s[start - 1:at + 1]
            at += 1
        elif c == "\\" and posix:
            if at == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[at]
            at += 1
        else:
            word = (word or "") + c
    return words if word is None else [*words, word]


def quote(s):
    """The text as one word."""
    if not s:
        return "''"
    return "'" + s.replace("'", "'\"'\"'") + "'" if _unsafe.search(s) else s


def join(split_command):
    """A command line of words."""
    return " ".join(map(quote, split_command))

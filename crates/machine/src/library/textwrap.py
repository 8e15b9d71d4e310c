"""Paragraphs: lines of a certain width, margins taken away and put before."""

import re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_whitespace = "\t\n\x0b\x0c\r "
_to_spaces = str.maketrans(dict.fromkeys(_whitespace, " "))
_blank, _dark = f"[{re.escape(_whitespace)}]", f"[^{re.escape(_whitespace)}]"
_letter, _before_dash = r"[^\d\W]", r"""[\w!"'&.,?]"""
# A dash that ends a piece stands after two letters, or after a letter, a dash and a letter, and before letters.
_hyphen = rf"-(?:(?<={_letter}{{2}}-)|(?<={_letter}-{_letter}-))(?={_letter}-?{_letter})"
_word = rf"{_dark}+?(?:{_hyphen}|(?={_blank}|\Z)|(?<={_before_dash})(?=-{{2,}}\w))"


class TextWrapper:
    """Breaks text into lines. Its attributes, all of them arguments of the constructor too, say how."""

    wordsep_re = re.compile(rf"({_blank}+|(?<={_before_dash})-{{2,}}(?=\w)|{_word})")
    wordsep_simple_re = re.compile(f"({_blank}+)")
    sentence_end_re = re.compile(r"""[a-z][.!?]["']?\Z""")
    x = " "

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False,
                 break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width, self.tabsize, self.max_lines, self.placeholder = width, tabsize, max_lines, placeholder
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.drop_whitespace = expand_tabs, replace_whitespace, drop_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        return text.translate(_to_spaces) if self.replace_whitespace else text

    def _split(self, text):
        """The pieces between which a line may end."""
        separator = self.wordsep_re if self.break_on_hyphens else self.wordsep_simple_re
        return [piece for piece in separator.split(text) if piece]

    def _fix_sentence_endings(self, chunks):
        for at in range(1, len(chunks)):
            if chunks[at] == " " and self.sentence_end_re.search(chunks[at - 1]):
                chunks[at] = "  "

    def wrap(self, text):
        """The lines of a paragraph."""
        chunks = self._split(self._munge_whitespace(text))
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The lines of a paragraph as one text."""
        return "\n".join(self.wrap(text))

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            margin = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(margin) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        waiting = chunks[::-1]
        while waiting:
            margin = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(margin)
            if lines and self.drop_whitespace and not waiting[-1].strip():
                waiting.pop()
            line = self._fill_line(waiting, room)
            if not line:
                continue
            last = self.max_lines is not None and len(lines) + 1 >= self.max_lines
            rest = bool(waiting) and not (self.drop_whitespace and len(waiting) == 1 and not waiting[0].strip())
            if last and (rest or len("".join(line)) > room):
                self._shorten_line(lines, line, margin, room)
                break
            lines.append(margin + "".join(line))
        return lines

    def _fill_line(self, waiting, room):
        """Takes from the end of waiting what has room in a line."""
        line, used = [], 0
        while waiting and used + len(waiting[-1]) <= room:
            line.append(waiting.pop())
            used += len(line[-1])
        if waiting and len(waiting[-1]) > room:
            self._handle_long_word(waiting, line, used, room)
        if self.drop_whitespace and line and not line[-1].strip():
            line.pop()
        return line

    def _handle_long_word(self, waiting, line, used, room):
        """A piece wider than a line: a part of it goes here, if it may be broken."""
        space = room - used if room >= 1 else 1
        word = waiting[-1]
        if self.break_long_words:
            end = space
            if self.break_on_hyphens and len(word) > space:
                dash = word.rfind("-", 0, space)
                if dash > 0 and word[:dash].strip("-"):
                    end = dash + 1
            line.append(word[:end])
            waiting[-1] = word[end:]
        elif not line:
            line.append(waiting.pop())

    def _shorten_line(self, lines, line, margin, room):
        """Ends the last line with the placeholder, or, if nothing of it can stay, the line before."""
        while line and not (line[-1].strip() and len("".join(line)) + len(self.placeholder) <= room):
            line.pop()
        if line:
            lines.append(margin + "".join(line) + self.placeholder)
            return
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(margin + self.placeholder.lstrip())


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph, none wider than width."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The paragraph as one text, no line of it wider than width."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text on one line, its end replaced by a placeholder if there is no room for it."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Without the white space that all lines begin with; lines of nothing but white space become empty."""
    text = re.sub(r"(?m)^[ \t]+$", "", text)
    lines = text.split("\n")
    margins = [line[:len(line) - len(line.lstrip(" \t"))] for line in lines if line]
    margin = ""
    if margins:
        low, high = min(margins), max(margins)
        for at, letter in enumerate(low):
            if high[at:at + 1] != letter:
                break
            margin += letter
    return "\n".join(line[len(margin):] for line in lines)


def indent(text, prefix, predicate=None):
    """The text with a prefix before its lines: those that are not blank, or that the predicate chooses."""
    predicate = predicate or str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])

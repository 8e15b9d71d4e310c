"""What two sequences have in common, and what must be changed to make one of the other."""

import re
from collections import namedtuple

__all__ = [
    "get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff", "unified_diff", "diff_bytes", "Match",
]

Match = namedtuple("Match", "a b size")


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences of hashable things, the second of which is looked at more closely and kept.

    isjunk says which things of the second are to be passed over; with autojunk also those that it has very often."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Sets both sequences."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Sets the first sequence."""
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """Sets the second sequence."""
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self._index()

    def _index(self):
        """Notes where in the second sequence each thing stands."""
        places = {}
        for at, thing in enumerate(self.b):
            places.setdefault(thing, []).append(at)
        self.bjunk = {thing for thing in places if self.isjunk(thing)} if self.isjunk else set()
        for thing in self.bjunk:
            del places[thing]
        most = len(self.b) // 100 + 1
        self.bpopular = {thing for thing in places if len(places[thing]) > most} if self.autojunk and len(self.b) >= 200 else set()
        for thing in self.bpopular:
            del places[thing]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest run that both have there, the first of several; runs of junk only at its ends."""
        a, b = self.a, self.b
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        start_a, start_b, size = alo, blo, 0
        # How long the run is that ends at each place of b and at the place of a before.
        lengths = {}
        for i in range(alo, ahi):
            longer = {}
            for j in self.b2j.get(a[i], ()):
                if j >= bhi:
                    break
                if j >= blo:
                    longer[j] = run = lengths.get(j - 1, 0) + 1
                    if run > size:
                        start_a, start_b, size = i - run + 1, j - run + 1, run
            lengths = longer
        # First what is no junk but occurs too often, then junk.
        for junk in False, True:
            while start_a > alo and start_b > blo and a[start_a - 1] == b[start_b - 1] and (b[start_b - 1] in self.bjunk) is junk:
                start_a, start_b, size = start_a - 1, start_b - 1, size + 1
            while start_a + size < ahi and start_b + size < bhi and a[start_a + size] == b[start_b + size] and (b[start_b + size] in self.bjunk) is junk:
                size += 1
        return Match(start_a, start_b, size)

    def get_matching_blocks(self):
        """The runs that both have, in order; the last one is empty and stands at both ends."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        waiting, found = [(0, len(self.a), 0, len(self.b))], []
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    waiting.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    waiting.append((i + size, ahi, j + size, bhi))
        joined = []
        for i, j, size in sorted(found):
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                joined[-1][2] += size
            else:
                joined.append([i, j, size])
        self.matching_blocks = [Match(*block) for block in [*joined, (len(self.a), len(self.b), 0)]]
        return self.matching_blocks

    def get_opcodes(self):
        """(what, i1, i2, j1, j2): a[i1:i2] is to be replaced, deleted, or is equal; b[j1:j2] comes in its place."""
        if self.opcodes is None:
            self.opcodes = []
            i = j = 0
            for at_a, at_b, size in self.get_matching_blocks():
                what = {(True, True): "replace", (True, False): "delete", (False, True): "insert"}.get((i < at_a, j < at_b))
                if what:
                    self.opcodes.append((what, i, at_a, j, at_b))
                i, j = at_a + size, at_b + size
                if size:
                    self.opcodes.append(("equal", at_a, i, at_b, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """The same in groups: changes, and at most n equal things around them."""
        codes = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]
        if codes[0][0] == "equal":
            _, i1, i2, j1, j2 = codes[0]
            codes[0] = "equal", max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == "equal":
            _, i1, i2, j1, j2 = codes[-1]
            codes[-1] = "equal", i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for what, i1, i2, j1, j2 in codes:
            if what == "equal" and i2 - i1 > n + n:
                yield [*group, (what, i1, min(i2, i1 + n), j1, min(j2, j1 + n))]
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((what, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        """How alike the two are: 1.0 if they are equal, 0.0 if they have nothing in common."""
        return _ratio(sum([block.size for block in self.get_matching_blocks()]), len(self.a) + len(self.b))

    def quick_ratio(self):
        """No less than ratio(): of the things alone, not of their order."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for thing in self.b:
                self.fullbcount[thing] = self.fullbcount.get(thing, 0) + 1
        left, matches = {}, 0
        for thing in self.a:
            count = left[thing] if thing in left else self.fullbcount.get(thing, 0)
            left[thing] = count - 1
            matches += count > 0
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """No less than ratio(): of the lengths alone."""
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """At most n of the possibilities that are most like a word, the best first."""
    if n <= 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    import heapq

    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    scored = []
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        # The quick ones first: they say no most of the time.
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            scored.append((matcher.ratio(), candidate))
    return [candidate for _, candidate in heapq.nlargest(n, scored)]


class Differ:
    """Differences of texts for people: lines with a mark before them, and hints at what changed inside a line.

    "- " stands before lines of the first text only, "+ " of the second only, "  " of both, "? " before hints."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        """The lines of both texts with their marks."""
        for what, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if what == "replace":
                yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
            elif what == "insert":
                yield from self._dump("+", b, blo, bhi)
            else:
                yield from self._dump("-" if what == "delete" else " ", a, alo, ahi)

    def _dump(self, mark, lines, low, high):
        return (f"{mark} {lines[at]}" for at in range(low, high))

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        parts = self._dump("-", a, alo, ahi), self._dump("+", b, blo, bhi)
        # The shorter part first.
        for part in parts[::-1] if bhi - blo < ahi - alo else parts:
            yield from part

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        """Looks for two lines that are alike, shows what differs in them, and goes on with what is before and after."""
        best, pair, twins = 0.74, None, None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    twins = twins or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, pair = matcher.ratio(), (i, j)
        alike = pair is not None and best >= 0.75
        if not alike and twins is None:
            yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
            return
        i, j = pair if alike else twins
        yield from self._fancy_helper(a, alo, i, b, blo, j)
        if alike:
            yield from self._hinted(matcher, a[i], b[j])
        else:
            yield "  " + a[i]
        yield from self._fancy_helper(a, i + 1, ahi, b, j + 1, bhi)

    def _fancy_helper(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            return self._fancy_replace(a, alo, ahi, b, blo, bhi)
        return self._dump("-", a, alo, ahi) if alo < ahi else self._dump("+", b, blo, bhi)

    def _hinted(self, matcher, aline, bline):
        matcher.set_seqs(aline, bline)
        marks = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}
        atags = btags = ""
        for what, i1, i2, j1, j2 in matcher.get_opcodes():
            atags += marks[what][0] * (i2 - i1)
            btags += marks[what][1] * (j2 - j1)
        yield from self._qformat(aline, bline, atags, btags)

    def _qformat(self, aline, bline, atags, btags):
        """Both lines, each with its hints below it if there are any."""
        for mark, line, tags in ("-", aline, atags), ("+", bline, btags):
            yield f"{mark} {line}"
            # White space stays what it is, so that tabs line up.
            hints = "".join([letter if tag == " " and letter.isspace() else tag for letter, tag in zip(line, tags)]).rstrip()
            if hints:
                yield f"? {hints}\n"


def IS_LINE_JUNK(line, pat=re.compile(r"\s*(?:#\s*)?$").match):
    """Whether a line has nothing but white space, or one # as well."""
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Whether a character is a space or a tab."""
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The differences of two lists of lines as Differ shows them."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of the first or second text, from their differences."""
    try:
        mark = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    for line in delta:
        if line[:2] in (mark, "  "):
            yield line[2:]


def _check_types(a, b, *args):
    """Texts must be str, not bytes."""
    for lines in a, b:
        if lines and not isinstance(lines[0], str):
            raise TypeError(f"lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})")
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError(f"all arguments must be str, not: {arg!r}")


def _header(marks, names, dates, lineterm):
    for mark, name, date in zip(marks, names, dates):
        yield f"{mark} {name}{chr(9) + date if date else ''}{lineterm}"


def _format_range_unified(start, stop):
    length = stop - start
    # An empty range is named by the line before it.
    first = start + 1 if length else start
    return f"{first}" if length == 1 else f"{first},{length}"


def _format_range_context(start, stop):
    length = stop - start
    first = start + 1 if length else start
    return f"{first}" if length <= 1 else f"{first},{first + length - 1}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The differences of two lists of lines as `diff -u` shows them."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    header = _header(("---", "+++"), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        yield from header
        here, there = (group[0][1], group[-1][2]), (group[0][3], group[-1][4])
        yield f"@@ -{_format_range_unified(*here)} +{_format_range_unified(*there)} @@{lineterm}"
        for what, i1, i2, j1, j2 in group:
            if what != "insert":
                yield from [(" " if what == "equal" else "-") + line for line in a[i1:i2]]
            if what in ("replace", "insert"):
                yield from ["+" + line for line in b[j1:j2]]


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The differences of two lists of lines as `diff -c` shows them."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    header = _header(("***", "---"), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        yield from header
        yield "***************" + lineterm
        for lines, sign, column, absent in (a, "*", 1, "insert"), (b, "-", 3, "delete"):
            where = _format_range_context(group[0][column], group[-1][column + 1])
            yield f"{sign * 3} {where} {sign * 4}{lineterm}"
            if any(code[0] not in ("equal", absent) for code in group):
                for code in group:
                    if code[0] != absent:
                        yield from [marks[code[0]] + line for line in lines[code[column]:code[column + 1]]]


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    """The differences of two lists of lines in bytes, found by unified_diff or context_diff."""

    def text(data):
        try:
            return data.decode("ascii", "surrogateescape")
        except AttributeError as error:
            raise TypeError(f"all arguments must be bytes, not {type(data).__name__} ({data!r})") from error

    given = [text(data) for data in (fromfile, tofile, fromfiledate, tofiledate)]
    for line in dfunc([text(line) for line in a], [text(line) for line in b], *given, n, text(lineterm)):
        yield line.encode("ascii", "surrogateescape")

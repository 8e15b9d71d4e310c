"""Tables as text: rows of values with commas between them."""

import _csv
from _csv import (
    QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, QUOTE_NOTNULL, QUOTE_STRINGS, Error,
    field_size_limit, get_dialect, list_dialects, reader, register_dialect, unregister_dialect, writer, __version__,
)

__all__ = [
    "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect", "excel", "excel_tab", "unix_dialect",
    "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "unregister_dialect", "DictReader", "DictWriter", "Sniffer", "__version__", "__doc__",
]


class Dialect:
    """How values are separated and quoted: a class derived from this one says it in its attributes."""

    _name = ""
    _valid = False
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        self._valid = type(self) is not Dialect
        try:
            _csv.Dialect(self)
        except TypeError as wrong:
            raise Error(str(wrong)) from None


class excel(Dialect):
    """What Excel writes."""

    delimiter, quotechar, lineterminator = ",", '"', "\r\n"
    doublequote, skipinitialspace, quoting = True, False, QUOTE_MINIMAL


class excel_tab(excel):
    """What Excel writes, with tabs."""

    delimiter = "\t"


class unix_dialect(excel):
    """Short line ends, and everything quoted."""

    lineterminator, quoting = "\n", QUOTE_ALL


for _name, _dialect in ("excel", excel), ("excel-tab", excel_tab), ("unix", unix_dialect):
    register_dialect(_name, _dialect)


class DictReader:
    """Rows as dicts; the keys are given or stand in the first row."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.reader = reader(f, dialect, *args, **kwds)
        self._fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.dialect, self.line_num = dialect, 0

    def __iter__(self):
        return self

    def _read_fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    fieldnames = property(_read_fieldnames, lambda self, value: setattr(self, "_fieldnames", value))

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        names = self.fieldnames
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)


class DictWriter:
    """Writes dicts as rows, in the order of the field names."""

    __class_getitem__ = classmethod(DictReader.__class_getitem__.__func__)

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.extrasaction = extrasaction.lower()
        if self.extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.fieldnames, self.restval = fieldnames, restval
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Write the field names as a row."""
        return self.writerow({name: name for name in self.fieldnames})

    def _values(self, rowdict):
        if self.extrasaction == "raise" and (wrong := rowdict.keys() - self.fieldnames):
            raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(name) for name in wrong]))
        return (rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        """Write one dict."""
        return self.writer.writerow(self._values(rowdict))

    def writerows(self, rowdicts):
        """Write several dicts."""
        return self.writer.writerows(map(self._values, rowdicts))


def _commonest(items):
    """What occurs most often, the first of several."""
    counts = {}
    for item in items:
        if item:
            counts[item] = counts.get(item, 0) + 1
    return max(counts, key=counts.get) if counts else ""


class Sniffer:
    """Guesses the dialect of a sample."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """A dialect that fits the sample."""
        quote, doubled, sign, space = self._from_quotes(sample, delimiters)
        if not sign:
            sign, space = self._from_counts(sample, delimiters)
        if not sign:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator, quoting = "\r\n", QUOTE_MINIMAL
            doublequote, delimiter = doubled, sign
            quotechar, skipinitialspace = quote or '"', space

        return dialect

    def _from_quotes(self, data, delimiters):
        """Looks for texts between two like quotes: what stands beside them separates."""
        import re

        sign, mark, text = r"(?P<sign>[^\w\n\"'])(?P<space> ?)", r"(?P<quote>[\"'])", r".*?(?P=quote)"
        start, end = r"(?:^|\n)", r"(?:$|\n)"
        for shape in sign + mark + text + "(?P=sign)", start + mark + text + sign, sign + mark + text + end, start + mark + text + end:
            found = [match.groupdict() for match in re.finditer(shape, data, re.DOTALL | re.MULTILINE)]
            if found:
                break
        else:
            return "", False, None, 0
        quote = _commonest(match["quote"] for match in found)
        signs = [match["sign"] for match in found if match.get("sign") and (delimiters is None or match["sign"] in delimiters)]
        sign = _commonest(signs)
        space = bool(sign) and signs.count(sign) == sum(bool(match["space"]) for match in found)
        at, no = re.escape(sign), rf"[^{re.escape(sign)}\n]*"
        doubled = re.search(rf"(?m)(({at})|^)\W*{quote}{no}{quote}{no}{quote}\W*(({at})|$)", data)
        return quote, doubled is not None, sign, space

    def _from_counts(self, data, delimiters):
        """Looks for a character that occurs equally often in most lines."""
        lines = [line for line in data.split("\n") if line]
        found = {}
        step = min(10, len(lines))
        for seen in range(step, len(lines) + step, step or 1) if lines else ():
            seen = min(seen, len(lines))
            usual = {}
            for letter in map(chr, range(127)):
                counts = [line.count(letter) for line in lines[:seen]]
                often = max(dict.fromkeys(counts), key=counts.count)
                same = counts.count(often)
                # Lines with another number speak against it.
                if often and 2 * same > seen and (delimiters is None or letter in delimiters):
                    usual[letter] = often, 2 * same - seen
            for percent in range(100, 89, -1):
                found = {letter: shape for letter, shape in usual.items() if 100 * shape[1] >= percent * seen}
                if found:
                    break
            if len(found) == 1:
                break
        if not found:
            return "", 0
        letter = next(iter(found))
        if len(found) > 1:
            letter = next((sign for sign in self.preferred if sign in found), None) or max((shape, sign) for sign, shape in found.items())[1]
        return letter, lines[0].count(letter) == lines[0].count(letter + " ")

    def has_header(self, sample):
        """Whether the first row looks different from those below it."""
        rows = reader(sample.splitlines(True), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for row, _ in zip(rows, range(21)):
            if len(row) == len(header):
                for column in list(kinds):
                    kind = self._kind(row[column])
                    if kinds[column] is None:
                        kinds[column] = kind
                    elif kinds[column] != kind:
                        del kinds[column]
        votes = [1 if kind != self._kind(header[column], kind) else -1 for column, kind in kinds.items()]
        return sum(votes) > 0

    def _kind(self, text, wanted=complex):
        """complex for a number, otherwise how long a text is."""
        try:
            complex(text if wanted is complex else "x")
            return complex
        except (ValueError, OverflowError):
            return len(text)

"""Lines of separated values: how they are read and written."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
__version__ = "1.0"

_dialects = {}
_field_limit = 131072
_usual = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"', "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False}


class Error(Exception):
    """A text that cannot be read, a row that cannot be written, or a dialect that is not known."""


def _letter(name, value, optional):
    if value is None and optional:
        return None
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be string{" or None" if optional else ""}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')
    return value


class Dialect:
    """How values are separated and quoted."""

    __slots__ = ["_values"]

    def __new__(cls, dialect=None, **options):
        for name in options:
            if name not in _usual:
                raise TypeError(f"{name!r} is an invalid keyword argument for this function")
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if cls is Dialect and type(dialect) is Dialect and not options:
            return dialect
        values = dict(_usual)
        for name in _usual:
            if hasattr(dialect, name):
                values[name] = getattr(dialect, name)
        values.update(options)
        if values["quotechar"] is None and "quoting" not in options and not hasattr(dialect, "quoting"):
            values["quoting"] = QUOTE_NONE
        self = super().__new__(cls)
        self._values = _checked(values)
        return self

    def __getattr__(self, name):
        if name in _usual:
            return self._values[name]
        raise AttributeError(f"'_csv.Dialect' object has no attribute {name!r}")

    def __setattr__(self, name, value):
        if name != "_values" or hasattr(self, "_values"):
            raise AttributeError(f"attribute {name!r} of '_csv.Dialect' objects is not writable")
        super().__setattr__(name, value)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")


def _checked(values):
    for name in "delimiter", "escapechar", "quotechar":
        _letter(name, values[name], name != "delimiter")
    for name in "doublequote", "skipinitialspace", "strict":
        values[name] = bool(values[name])
    if type(values["quoting"]) is not int:
        raise TypeError('"quoting" must be an integer')
    if not 0 <= values["quoting"] <= QUOTE_NOTNULL:
        raise TypeError('bad "quoting" value')
    if values["quoting"] != QUOTE_NONE and values["quotechar"] is None:
        raise TypeError("quotechar must be set if quoting enabled")
    if values["lineterminator"] is None:
        raise TypeError("lineterminator must be set")
    if not isinstance(values["lineterminator"], str):
        raise TypeError('"lineterminator" must be a string')
    return values


def register_dialect(name, dialect=None, **options):
    """Gives a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Dialect(dialect, **options)


def unregister_dialect(name):
    """Forgets the dialect with this name."""
    get_dialect(name)
    del _dialects[name]


def get_dialect(name):
    """The dialect with this name."""
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def list_dialects():
    """The names of all dialects."""
    return list(_dialects)


def field_size_limit(*limit):
    """The most characters of a field; a new limit if one is given."""
    global _field_limit
    before = _field_limit
    if len(limit) > 1:
        raise TypeError(f"field_size_limit expected at most 1 argument, got {len(limit)}")
    if limit:
        if not isinstance(limit[0], int):
            raise TypeError("limit must be an integer")
        _field_limit, = limit
    return before


# Where in a line the reader is.
START_RECORD, START_FIELD, ESCAPED, IN_FIELD, IN_QUOTES, ESCAPED_IN_QUOTES, AFTER_QUOTE, LINE_END, ESCAPED_LINE_END = range(9)


class _Made:
    """What only a function of this module makes."""

    def __new__(cls, *args, **options):
        raise TypeError(f"cannot create '_csv.{cls.__name__}' instances")

    @classmethod
    def _made(cls, args, options):
        if not args:
            raise TypeError(" expected at least 1 argument, got 0")
        self = object.__new__(cls)
        self._start(args, options)
        return self


class Reader(_Made):
    """Rows of a CSV text, given line by line."""

    def _start(self, args, options):
        self._lines = iter(args[0])
        self.dialect = Dialect(*args[1:], **options)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        self._row, self._field, self._state, self._numeric = [], [], START_RECORD, False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not self._field and self._state != IN_QUOTES:
                    raise
                if self.dialect.strict:
                    raise Error("unexpected end of data") from None
                self._end_field()
                return self._row
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            for letter in line:
                self._take(letter)
            self._take("")
            if self._state == START_RECORD:
                return self._row

    def _end_field(self):
        text = "".join(self._field)
        self._row.append(float(text) if self._numeric else text)
        self._field, self._numeric = [], False

    def _add(self, letter, state):
        if len(self._field) >= _field_limit:
            raise Error(f"field larger than field limit ({_field_limit})")
        self._field.append(letter)
        self._state = state

    def _end(self, letter):
        """The field and the row end, by a character or, if it is empty, by the end of the line."""
        self._end_field()
        self._state = LINE_END if letter else START_RECORD

    def _take(self, letter):
        """The next character; an empty one is the end of the line."""
        state, dialect = self._state, self.dialect
        line_end = letter in "\r\n"
        if state == IN_QUOTES:
            self._take_quoted(letter, dialect)
        elif state == AFTER_QUOTE:
            self._take_after_quote(letter, line_end, dialect)
        elif state == ESCAPED_IN_QUOTES:
            self._add(letter or "\n", IN_QUOTES)
        elif state == ESCAPED:
            self._add(letter or "\n", ESCAPED_LINE_END if letter and line_end else IN_FIELD)
        elif state == LINE_END:
            if not line_end:
                raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
            if not letter:
                self._state = START_RECORD
        elif state == START_RECORD and line_end:
            if letter:
                self._state = LINE_END
        elif state == ESCAPED_LINE_END and not letter:
            pass
        else:
            self._take_plain(letter, line_end, state in (START_RECORD, START_FIELD), dialect)

    def _take_plain(self, letter, line_end, first, dialect):
        if line_end:
            self._end(letter)
        elif first and letter == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            self._state = IN_QUOTES
        elif letter == dialect.escapechar:
            self._state = ESCAPED
        elif letter == dialect.delimiter:
            self._end_field()
            self._state = START_FIELD
        elif first and letter == " " and dialect.skipinitialspace:
            self._state = START_FIELD
        else:
            if first and dialect.quoting == QUOTE_NONNUMERIC:
                self._numeric = True
            self._add(letter, IN_FIELD)

    def _take_quoted(self, letter, dialect):
        if not letter:
            return
        if letter == dialect.escapechar:
            self._state = ESCAPED_IN_QUOTES
        elif letter == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            self._state = AFTER_QUOTE if dialect.doublequote else IN_FIELD
        else:
            self._add(letter, IN_QUOTES)

    def _take_after_quote(self, letter, line_end, dialect):
        if dialect.quoting != QUOTE_NONE and letter == dialect.quotechar:
            self._add(letter, IN_QUOTES)
        elif letter == dialect.delimiter:
            self._end_field()
            self._state = START_FIELD
        elif line_end:
            self._end(letter)
        elif not dialect.strict:
            self._add(letter, IN_FIELD)
        else:
            raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")


class Writer(_Made):
    """Writes rows to a file."""

    def _start(self, args, options):
        self.dialect = Dialect(*args[1:], **options)
        write = getattr(args[0], "write", None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write

    def writerow(self, row):
        """Write one row; the answer is that of the file's write()."""
        try:
            values = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        fields = [self._field(value) for value in values]
        if fields == [""]:
            if self.dialect.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            fields = [self.dialect.quotechar * 2]
        return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows):
        """Write several rows."""
        for row in rows:
            self.writerow(row)

    def _field(self, value):
        dialect = self.dialect
        quoting = dialect.quoting
        quoted = quoting == QUOTE_ALL or quoting == QUOTE_STRINGS and isinstance(value, str) or quoting == QUOTE_NOTNULL and value is not None
        if quoting == QUOTE_NONNUMERIC:
            quoted = not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__")
        text = "" if value is None else str(value)
        special = {dialect.delimiter, dialect.escapechar, dialect.quotechar, *dialect.lineterminator}
        if special.isdisjoint(text):
            return dialect.quotechar + text + dialect.quotechar if quoted else text
        parts = []
        for letter in text:
            if letter in special:
                escaped = quoting == QUOTE_NONE or letter == dialect.escapechar
                if not escaped and letter == dialect.quotechar:
                    if dialect.doublequote:
                        parts.append(letter)
                        quoted = True
                    else:
                        escaped = True
                elif not escaped:
                    quoted = True
                if escaped:
                    if dialect.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    parts.append(dialect.escapechar)
            parts.append(letter)
        text = "".join(parts)
        return dialect.quotechar + text + dialect.quotechar if quoted else text


def reader(*args, **options):
    """An iterator over the rows of a CSV text: reader(lines, dialect, ...)."""
    return Reader._made(args, options)


def writer(*args, **options):
    """What writes rows to a file: writer(file, dialect, ...)."""
    return Writer._made(args, options)


for _kind in Reader, Writer:
    _kind.__name__ = _kind.__qualname__ = _kind.__name__.lower()

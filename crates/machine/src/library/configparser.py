"""Settings in sections: [section], then name = value or name: value, one a line."""

from collections.abc import MutableMapping

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_TRUTHS = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}
_UNSET = object()


class Error(Exception):
    """What all errors of this module are."""

    def __init__(self, msg=""):
        self.message = msg
        super().__init__(msg)

    def __str__(self):
        return self.message

    __repr__ = __str__


class NoSectionError(Error):
    def __init__(self, section):
        super().__init__(f"No section: {section!r}")
        self.section = section
        self.args = (section,)


class NoOptionError(Error):
    def __init__(self, option, section):
        super().__init__(f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section
        self.args = (option, section)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        what = f"section {section!r} already exists"
        super().__init__(what[0].upper() + what[1:] if source is None else f"While reading from {source!r} [line {lineno:2d}]: {what}")
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        where = f"While reading from {source!r} [line {lineno:2d}]: o" if source is not None else "O"
        super().__init__(f"{where}ption {option!r} in section {section!r} already exists")
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class InterpolationError(Error):
    """A value whose parts cannot be put in."""

    def __init__(self, option, section, msg):
        super().__init__(msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, f"Bad value substitution: option {option!r} in section {section!r} contains an "
                         f"interpolation key {reference!r} which is not a valid option name. Raw value: {rawval!r}")
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(option, section, f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} "
                         f"contains an interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. "
                         f"Raw value: {rawval!r}")
        self.args = (option, section, rawval)


class ParsingError(Error):
    """Lines that are neither a section nor a setting."""

    def __init__(self, source):
        super().__init__(f"Source contains parsing errors: {source!r}")
        self.source, self.errors = source, []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line}"


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class RawConfigParser(MutableMapping):
    """Sections by name, each a mapping from options to texts; what stands in DEFAULT holds in all of them."""

    _interpolates = False

    def __init__(self, defaults=None, *, allow_no_value=False, delimiters=("=", ":"), comment_prefixes=("#", ";"),
                 inline_comment_prefixes=None, strict=True, default_section=DEFAULTSECT):
        self.default_section = default_section
        self._without = allow_no_value
        self._delimiters, self._comments = tuple(delimiters), tuple(comment_prefixes)
        self._inline, self._strict = tuple(inline_comment_prefixes or ()), strict
        self._defaults, self._sections = {}, {}
        if defaults:
            self._read_dict({default_section: defaults})

    def optionxform(self, optionstr):
        """How the name of an option is written."""
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        """The names of all sections but DEFAULT."""
        return list(self._sections)

    def has_section(self, section):
        return section in self._sections

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def _own(self, section):
        if section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section) from None
        return self._sections[section]

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section) from None
        return list({**self._sections[section], **self._defaults})

    def has_option(self, section, option):
        if not section:
            section = self.default_section
        known = section == self.default_section or section in self._sections
        return known and self.optionxform(option) in {**self._defaults, **self._own(section)}

    def set(self, section, option, value=None):
        self._check_value(value)
        self._own(section or self.default_section)[self.optionxform(option)] = value

    def _check_value(self, value):
        pass

    def remove_option(self, section, option):
        return self._own(section or self.default_section).pop(self.optionxform(option), _UNSET) is not _UNSET

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """The value of an option, with the values of others put in."""
        try:
            known = {**self._defaults, **self._own(section)}
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        known.update((self.optionxform(name), str(value)) for name, value in dict(vars or {}).items())
        option = self.optionxform(option)
        if option not in known:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = known[option]
        return value if raw or value is None or not self._interpolates else self._put_in(option, section, value, value, known, 1)

    def _put_in(self, option, section, whole, text, known, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, whole)
        parts = []
        while "%" in text:
            before, _, text = text.partition("%")
            parts.append(before)
            if text.startswith("%"):
                parts.append("%")
                text = text[1:]
                continue
            if not text.startswith("("):
                raise InterpolationSyntaxError(option, section, f"'%' must be followed by '%' or '(', found: {'%' + text!r}")
            name, end, after = text[1:].partition(")s")
            if not end:
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {'%' + text!r}")
            name, text = self.optionxform(name), after
            if name not in known:
                raise InterpolationMissingOptionError(option, section, whole, name) from None
            parts.append(self._put_in(option, section, whole, known[name], known, depth + 1))
        return "".join(parts) + text

    def _get_as(self, kind, section, option, words):
        fallback = words.pop("fallback", _UNSET)
        try:
            return kind(self.get(section, option, **words))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, **words):
        return self._get_as(int, section, option, words)

    def getfloat(self, section, option, **words):
        return self._get_as(float, section, option, words)

    def getboolean(self, section, option, **words):
        return self._get_as(self._convert_to_boolean, section, option, words)

    def _convert_to_boolean(self, value):
        if value.lower() not in _TRUTHS:
            raise ValueError("Not a boolean: %s" % value)
        return _TRUTHS[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        """The sections; or options and values of one."""
        if section is _UNSET:
            return super().items()
        names = list({**self._defaults, **self._own(section)})
        names += [name for name in map(self.optionxform, vars or {}) if name not in names]
        return [(name, self.get(section, name, raw=raw, vars=vars)) for name in names]

    def read(self, filenames, encoding=None):
        """Read files; those that are not there are passed over."""
        done = []
        for name in [filenames] if isinstance(filenames, (str, bytes)) else filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            done.append(name)
        return done

    def read_file(self, f, source=None):
        self._read(f, source if source is not None else getattr(f, "name", "<???>"))

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(keepends=True), source)

    def read_dict(self, dictionary, source="<dict>"):
        self._read_dict(dictionary, source)

    def _read_dict(self, dictionary, source="<dict>"):
        seen = set()
        for section, options in dictionary.items():
            section = str(section)
            if self._strict and section in seen:
                raise DuplicateSectionError(section)
            seen.add(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            for name, value in options.items():
                name = self.optionxform(str(name))
                if self._strict and (section, name) in seen:
                    raise DuplicateOptionError(section, name, source)
                seen.add((section, name))
                self._own(section)[name] = value if value is None else str(value)

    def _read(self, lines, source):
        options = option = section = wrong = None
        indent, seen, values = 0, set(), {}
        for number, line in enumerate(lines, start=1):
            text = self._without_comment(line)
            if not text:
                # An empty line inside a value belongs to it; a comment does not.
                if option is not None and not line.strip() and values[section, option] is not None:
                    values[section, option].append("")
                continue
            depth = len(line) - len(line.lstrip())
            if option is not None and depth > indent and values[section, option] is not None:
                values[section, option].append(text)
                continue
            indent = depth
            if text.startswith("[") and "]" in text[2:]:
                section, option = text[1:text.rindex("]")], None
                if self._strict and section in seen:
                    raise DuplicateSectionError(section, source, number)
                if section != self.default_section:
                    self._sections.setdefault(section, {})
                options = self._own(section)
                seen.add(section)
                continue
            if options is None:
                raise MissingSectionHeaderError(source, number, line)
            name, value = self._cut(text)
            if not name or value is None and not self._without:
                wrong = wrong or ParsingError(source)
                wrong.append(number, repr(line))
                continue
            option = self.optionxform(name)
            if self._strict and (section, option) in seen:
                raise DuplicateOptionError(section, option, source, number)
            seen.add((section, option))
            values[section, option] = value if value is None else [value]
            options[option] = None
        for (section, option), value in values.items():
            self._own(section)[option] = value if value is None else "\n".join(value).rstrip()
        if wrong:
            raise wrong

    def _without_comment(self, line):
        if line.strip().startswith(self._comments):
            return ""
        for prefix in self._inline:
            at = line.find(prefix)
            while at > 0 and not line[at - 1].isspace():
                at = line.find(prefix, at + 1)
            if at >= 0:
                line = line[:at]
        return line.strip()

    def _cut(self, text):
        places = [(text.find(delimiter), delimiter) for delimiter in self._delimiters if delimiter in text]
        if not places:
            return text, None
        at, delimiter = min(places)
        return text[:at].rstrip(), text[at + len(delimiter):].strip()

    def write(self, fp, space_around_delimiters=True):
        """Write all of it as it could be read."""
        sign = f" {self._delimiters[0]} " if space_around_delimiters else self._delimiters[0]
        for section in ([self.default_section] if self._defaults else []) + list(self._sections):
            fp.write(f"[{section}]\n")
            for name, value in self._own(section).items():
                fp.write(name + ("" if value is None and self._without else sign + str(value).replace("\n", "\n\t")) + "\n")
            fp.write("\n")

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        self._own(key).clear() if key in self else None
        self._read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections


class ConfigParser(RawConfigParser):
    """The same, where %(name)s in a value stands for the value of another option."""

    _interpolates = True

    def _check_value(self, value):
        if not (isinstance(value, str) or value is None and self._without):
            raise TypeError("option values must be strings")
        left = (value or "").replace("%%", "")
        for part in left.split("%(")[1:]:
            left = left.replace("%(" + part.partition(")s")[0] + ")s", "")
        if "%" in left:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, left.find("%")))

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        super().add_section(section)


class SectionProxy(MutableMapping):
    """One section as a mapping."""

    def __init__(self, parser, name):
        self.parser, self.name = parser, name

    def __repr__(self):
        return f"<Section: {self.name}>"

    def __getitem__(self, key):
        if not self.parser.has_option(self.name, key):
            raise KeyError(key)
        return self.parser.get(self.name, key)

    def __setitem__(self, key, value):
        self.parser.set(self.name, key, value)

    def __delitem__(self, key):
        if not (self.parser.has_option(self.name, key) and self.parser.remove_option(self.name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self.parser.has_option(self.name, key)

    def _names(self):
        if self.name == self.parser.default_section:
            return list(self.parser.defaults())
        return self.parser.options(self.name)

    def __len__(self):
        return len(self._names())

    def __iter__(self):
        return iter(self._names())

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self.parser.get(self.name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None, **words):
        return self.parser.getint(self.name, option, fallback=fallback, **words)

    def getfloat(self, option, fallback=None, **words):
        return self.parser.getfloat(self.name, option, fallback=fallback, **words)

    def getboolean(self, option, fallback=None, **words):
        return self.parser.getboolean(self.name, option, fallback=fallback, **words)

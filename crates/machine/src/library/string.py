"""Constants of text, templates with $names, and a formatter that can be adapted."""

import re as _re

import _string

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable", "punctuation", "whitespace", "Formatter", "Template"]

octdigits, digits = "01234567", "0123456789"
hexdigits = digits + "abcdefABCDEF"
ascii_lowercase, ascii_uppercase = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
whitespace = " \t\n\r\v\f"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """The words of s, each with one capital at its beginning."""
    return (sep or " ").join([x.capitalize() for x in s.split(sep)])


#: A mapping that was not given.
_none = {}


def _lookup(mapping, kws):
    """Where a template finds its names: the keyword arguments go before the mapping."""
    if mapping is _none or not kws:
        return kws if mapping is _none else mapping
    from collections import ChainMap

    return ChainMap(kws, mapping)


class Template:
    """A text in which $name and ${name} stand for values, and $$ for a dollar sign."""

    flags = _re.IGNORECASE
    delimiter, idpattern, braceidpattern = "$", r"(?a:[_a-z][_a-z0-9]*)", None

    def __init_subclass__(cls):
        super().__init_subclass__()
        pattern = cls.__dict__.get("pattern")
        if pattern is None:
            sign, name = _re.escape(cls.delimiter), cls.idpattern
            kinds = rf"(?P<escaped>{sign})|(?P<named>{name})|{{(?P<braced>{cls.braceidpattern or name})}}|(?P<invalid>)"
            pattern = f"{sign}(?:{kinds})"
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _placeholders(self):
        """What stands in the template: the match, its kind, and its name if it has one."""
        for found in self.pattern.finditer(self.template):
            yield found, *self._kind(found)

    def _kind(self, found):
        if name := found["named"] or found["braced"]:
            return "named", name
        for kind in "escaped", "invalid":
            if found[kind] is not None:
                return kind, None
        raise ValueError("Unrecognized named group in pattern", self.pattern)

    def substitute(self, mapping=_none, /, **kws):
        """The text with all placeholders replaced."""
        return self._replaced(_lookup(mapping, kws), False)

    def safe_substitute(self, mapping=_none, /, **kws):
        """The text with the placeholders replaced whose values are known."""
        return self._replaced(_lookup(mapping, kws), True)

    def _replaced(self, values, safe):
        def replacement(found):
            kind, name = self._kind(found)
            if kind == "named":
                try:
                    return str(values[name])
                except KeyError:
                    if not safe:
                        raise
            elif kind == "escaped":
                return self.delimiter
            elif not safe:
                self._invalid(found)
            return found[0]

        return self.pattern.sub(replacement, self.template)

    def _invalid(self, found):
        before = self.template[:found.start("invalid")].splitlines(True) or [" "]
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (len(before), len(before[-1])))

    def is_valid(self):
        """Whether no placeholder would make substitute() raise ValueError."""
        return all(kind != "invalid" for _, kind, _ in self._placeholders())

    def get_identifiers(self):
        """The names in the template, each once."""
        return list(dict.fromkeys(name for _, kind, name in self._placeholders() if kind == "named"))


# A class that is derived has its pattern made by itself; this one has not.
Template.__init_subclass__()


class Formatter:
    """str.format() in steps, each of which a class of your own can do differently."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        text, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            parts.append(literal)
            if name is None:
                continue
            name, auto_arg_index = _numbered(name, auto_arg_index)
            obj, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            parts.append(self.format_field(obj, spec))
        return "".join(parts), auto_arg_index

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def get_value(self, key, args, kwargs):
        return (args if isinstance(key, int) else kwargs)[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Nothing is wrong with arguments that are not used."""

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        convert = {"s": str, "r": repr, "a": ascii}.get(conversion)
        if convert is None:
            raise ValueError(f"Unknown conversion specifier {conversion}")
        return convert(value)

    def parse(self, format_string):
        """Tuples of literal text, field name, format spec and conversion."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        """The object a field names, and the argument it came from."""
        first, rest = _string.formatter_field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first


def _numbered(name, next_number):
    """The name of a field, and the number that the next field without a name gets: False once one had a number."""
    if name and not name.isdigit():
        return name, next_number
    if next_number is False if name == "" else next_number:
        raise ValueError("cannot switch from manual field specification to automatic field numbering")
    return (name, False) if name else (str(next_number), next_number + 1)

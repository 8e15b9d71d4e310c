"""Customs of countries: here only those of C, the one locale that is installed."""

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll", "strxfrm", "str", "atof", "atoi",
           "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX",
           "getencoding", "LC_MESSAGES"]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
_str = str
_current = "C.UTF-8"


class Error(Exception):
    pass


def setlocale(category, locale=None):
    """Chooses a locale, or says which one there is."""
    global _current
    if locale is None:
        return _current
    name = locale if isinstance(locale, _str) else ".".join(filter(None, locale))
    if name not in ("", "C", "POSIX", "C.UTF-8", "C.utf8"):
        raise Error("unsupported locale setting")
    _current = "C" if name in ("C", "POSIX") else "C.UTF-8"
    return _current


def getlocale(category=LC_CTYPE):
    return ("C", "UTF-8") if "." in _current else (None, None)


def getdefaultlocale(envvars=()):
    return "C", "UTF-8"


def getencoding():
    return "UTF-8"


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def normalize(localename):
    return localename


def localeconv():
    """How numbers and amounts of money are written."""
    texts = dict.fromkeys("int_curr_symbol currency_symbol mon_decimal_point mon_thousands_sep positive_sign negative_sign thousands_sep".split(), "")
    counts = "int_frac_digits frac_digits p_cs_precedes p_sep_by_space n_cs_precedes n_sep_by_space p_sign_posn n_sign_posn".split()
    return {**texts, **dict.fromkeys(counts, CHAR_MAX), "decimal_point": ".", "grouping": [], "mon_grouping": []}


def strcoll(a, b):
    return (a > b) - (a < b)


def strxfrm(string):
    return string


def format_string(f, val, grouping=False, monetary=False):
    """Like f % val: this locale groups no digits."""
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return f"{val:.12g}"


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)

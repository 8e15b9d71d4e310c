"""The assert methods of a test case."""

from .context import _AssertRaisesContext, _AssertWarnsContext
from .util import common_shorten_repr, count_differences, safe_repr

__unittest = True


class Assertions:
    """What TestCase says about values. A failure raises `failureException`."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2**16

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        if msg is None:
            return standard
        try:
            return "%s : %s" % (standard, msg)
        except UnicodeDecodeError:
            return "%s : %s" % (safe_repr(standard), safe_repr(msg))

    def _require(self, verdict, msg, standard, *shown):
        if not verdict:
            raise self.failureException(self._formatMessage(msg, standard % tuple(map(safe_repr, shown))))

    def fail(self, msg=None):
        raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        if not expr:
            raise self.failureException(self._formatMessage(msg, "%s is not true" % safe_repr(expr)))

    def assertFalse(self, expr, msg=None):
        if expr:
            raise self.failureException(self._formatMessage(msg, "%s is not false" % safe_repr(expr)))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._require(False, msg, "%s is not %s", expr1, expr2)

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._require(False, msg, "unexpectedly identical: %s", expr1)

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._require(False, msg, "%s is not None", obj)

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            raise self.failureException(self._formatMessage(msg, "unexpectedly None"))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._require(False, msg, "%s not found in %s", member, container)

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._require(False, msg, "%s unexpectedly found in %s", member, container)

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._require(False, msg, "%s is not an instance of " + repr(cls).replace("%", "%%"), obj)

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._require(False, msg, "%s is an instance of " + repr(cls).replace("%", "%%"), obj)

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._require(False, msg, "%s not less than %s", a, b)

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._require(False, msg, "%s not less than or equal to %s", a, b)

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._require(False, msg, "%s not greater than %s", a, b)

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._require(False, msg, "%s not greater than or equal to %s", a, b)

    # Equality.

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        if type(first) == type(second):
            asserter = self._type_equality_funcs.get(type(first))
            if asserter is not None:
                return getattr(self, asserter) if isinstance(asserter, str) else asserter
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            raise self.failureException(self._formatMessage(msg, "%s != %s" % common_shorten_repr(first, second)))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._require(False, msg, "%s == %s", first, second)

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        # A line end after both, if one of them has none: then a missing one shows.
        ending = "" if first[-1:] in ("", "\n") and second[-1:] in ("", "\n") else "\n"
        lines, others = [(text + ending if text else text).splitlines(keepends=True) for text in (first, second)]
        standard = "%s != %s" % common_shorten_repr(first, second)
        self._fail_with_differences(msg, standard, lines, others, "")

    def _fail_with_differences(self, msg, standard, lines, others, joint):
        """Fails with what differs line by line, unless that is too long."""
        import difflib

        differences = "\n" + joint.join(difflib.ndiff(lines, others))
        if self.maxDiff is None or len(differences) <= self.maxDiff:
            standard += differences
        else:
            standard += f"\nDiff is {len(differences)} characters long. Set self.maxDiff to None to see it."
        self.fail(self._formatMessage(msg, standard))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if seq_type is None:
            kind = "sequence"
        else:
            kind = seq_type.__name__
            if not isinstance(seq1, seq_type):
                raise self.failureException("First sequence is not a %s: %s" % (kind, safe_repr(seq1)))
            if not isinstance(seq2, seq_type):
                raise self.failureException("Second sequence is not a %s: %s" % (kind, safe_repr(seq2)))
        if seq1 == seq2:
            return
        if seq_type is None and type(seq1) is not type(seq2) and list(seq1) == list(seq2):
            return
        differing = "%ss differ: %s != %s\n" % ((kind.capitalize(),) + common_shorten_repr(seq1, seq2))
        len1, len2 = len(seq1), len(seq2)
        for index in range(min(len1, len2)):
            item1, item2 = seq1[index], seq2[index]
            if item1 != item2:
                differing += "\nFirst differing element %d:\n%s\n%s\n" % ((index,) + common_shorten_repr(item1, item2))
                break
        if len1 != len2:
            order, longer, shorter = ("First", seq1, len2) if len1 > len2 else ("Second", seq2, len1)
            differing += "\n%s %s contains %d additional elements.\n" % (order, kind, abs(len1 - len2))
            differing += "First extra element %d:\n%s\n" % (shorter, safe_repr(longer[shorter]))
        import pprint

        self._fail_with_differences(msg, differing, pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines(), "\n")

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        try:
            only_first, only_second = set1.difference(set2), set2.difference(set1)
        except TypeError as e:
            self.fail("invalid type when attempting set difference: %s" % e)
        except AttributeError as e:
            self.fail("first argument does not support set difference: %s" % e)
        lines = []
        for which, items in (("first", only_first), ("second", only_second)):
            if items:
                lines.append("Items in the %s set but not the %s:" % (which, "second" if which == "first" else "first"))
                lines.extend(repr(item) for item in items)
        if lines:
            self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            import pprint

            standard = "%s != %s" % common_shorten_repr(d1, d2)
            self._fail_with_differences(msg, standard, pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines(), "\n")

    def assertCountEqual(self, first, second, msg=None):
        lines = [
            "First has %d, Second has %d:  %r" % difference
            for difference in count_differences(list(first), list(second))
        ]
        if lines:
            lines.insert(0, "Element counts were not equal:")
            self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        close, how = _compare_floats(first, second, places, delta)
        if not close:
            self._require(False, msg, "%s != %s within " + how, first, second, abs(first - second))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        close, how = _compare_floats(first, second, places, delta)
        if first == second or close:
            self._require(False, msg, "%s == %s within " + how, first, second, abs(first - second))

    # Exceptions, warnings, patterns.

    def assertRaises(self, expected_exception, *args, **kwargs):
        context = _AssertRaisesContext(expected_exception, self)
        try:
            return context.handle("assertRaises", args, kwargs)
        finally:
            context = None

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _AssertRaisesContext(expected_exception, self, expected_regex)
        return context.handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        context = _AssertWarnsContext(expected_warning, self)
        return context.handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        context = _AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle("assertWarnsRegex", args, kwargs)

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            import re

            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            standard = "Regex didn't match: %r not found in %r" % (expected_regex.pattern, text)
            raise self.failureException(self._formatMessage(msg, standard))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            import re

            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            found = text[match.start() : match.end()]
            standard = "Regex matched: %r matches %r in %r" % (found, unexpected_regex.pattern, text)
            raise self.failureException(self._formatMessage(msg, standard))


def _compare_floats(first, second, places, delta):
    """Whether the two are close, and how that was judged (the difference is shown where `%s` stands)."""
    if delta is not None:
        if places is not None:
            raise TypeError("specify delta or places not both")
        return abs(first - second) <= delta, "%s delta (%%s difference)" % safe_repr(delta).replace("%", "%%")
    if places is None:
        places = 7
    return round(abs(first - second), places) == 0, "%d places (%%s difference)" % places

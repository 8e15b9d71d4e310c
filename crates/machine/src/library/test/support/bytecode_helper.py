"""Assertions about bytecode."""

import dis
import io
import unittest

_ANY = object()


class BytecodeTestCase(unittest.TestCase):
    def get_disassembly_as_string(self, co):
        text = io.StringIO()
        dis.dis(co, file=text)
        return text.getvalue()

    def _found(self, x, opname, argval):
        return [one for one in dis.get_instructions(x)
                if one.opname == opname and argval in (_ANY, one.argval)]

    def assertInBytecode(self, x, opname, argval=_ANY):
        found = self._found(x, opname, argval)
        if not found:
            self.fail(f"{opname} not found in bytecode:\n" + self.get_disassembly_as_string(x))
        return found[0]

    def assertNotInBytecode(self, x, opname, argval=_ANY):
        if self._found(x, opname, argval):
            self.fail(f"{opname} occurs in bytecode:\n" + self.get_disassembly_as_string(x))

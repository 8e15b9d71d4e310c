"""`unittest.main()`: the tests of a module as a program."""

import sys

from . import loader, runner
from .case import TestCase

__unittest = True

_NO_TESTS = 5


class TestProgram:
    module = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.testNames = None
        self.patterns = []
        self.parseArgs(sys.argv if argv is None else argv)
        self.runTests()

    def parseArgs(self, argv):
        names = []
        for argument in argv[1:]:
            if argument in ("-v", "--verbose"):
                self.verbosity = 2
            elif argument in ("-q", "--quiet"):
                self.verbosity = 0
            elif argument in ("-f", "--failfast"):
                self.failfast = True
            elif argument in ("-b", "--buffer"):
                self.buffer = True
            elif argument.startswith("-"):
                sys.stderr.write("unknown argument: %s\n" % argument)
                sys.exit(2)
            else:
                names.append(argument)
        if not names and self.defaultTest is not None:
            names = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        if names:
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = self.testLoader.loadTestsFromModule(self.module)

    def runTests(self):
        test_runner = self.testRunner
        if test_runner is None:
            test_runner = runner.TextTestRunner
        if isinstance(test_runner, type):
            test_runner = test_runner(
                verbosity=self.verbosity, failfast=bool(self.failfast), buffer=bool(self.buffer)
            )
        self.result = test_runner.run(self.test)
        if self.exit:
            if self.result.testsRun == 0:
                sys.exit(_NO_TESTS)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram

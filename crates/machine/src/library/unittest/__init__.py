"""Unit tests: cases, suites, and a runner that prints what CPython's prints."""

from .result import TestResult
from .case import (
    FunctionTestCase,
    SkipTest,
    TestCase,
    addModuleCleanup,
    doModuleCleanups,
    expectedFailure,
    skip,
    skipIf,
    skipUnless,
)
from .suite import BaseTestSuite, TestSuite
from .loader import TestLoader, defaultTestLoader
from .runner import TextTestResult, TextTestRunner
from .main import TestProgram, main

__all__ = [
    "BaseTestSuite", "FunctionTestCase", "SkipTest", "TestCase", "TestLoader", "TestProgram", "TestResult", "TestSuite",
    "TextTestResult", "TextTestRunner", "addModuleCleanup", "defaultTestLoader", "doModuleCleanups", "expectedFailure",
    "main", "skip", "skipIf", "skipUnless",
]

__unittest = True

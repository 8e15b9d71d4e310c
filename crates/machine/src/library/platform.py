"""What runs the program: a CPython 3.12.1 on Linux, as far as can be seen from inside."""

import sys


def python_version():
    return sys.version.split()[0]


def python_version_tuple():
    return tuple(python_version().split("."))


def python_implementation():
    return "CPython"


def python_compiler():
    return sys.version.partition("[")[2].rstrip("]")


def system():
    return "Linux"


def machine():
    return "x86_64"


def processor():
    return machine()


def node():
    return "heapglass"


def release():
    return ""


def version():
    return ""


def architecture(executable=None, bits="", linkage=""):
    return "64bit", "ELF"


def platform(aliased=False, terse=False):
    return "Linux-x86_64"

"""How CPython was built: a release build."""

_VARIABLES = {"PY_CFLAGS": "-Wsign-compare -DNDEBUG -g -fwrapv -O3 -Wall", "Py_DEBUG": 0, "Py_TRACE_REFS": 0, "prefix": "/usr"}


def get_config_vars(*args):
    return [_VARIABLES.get(name) for name in args] if args else _VARIABLES


def get_config_var(name):
    return _VARIABLES.get(name)


def get_python_version():
    return "3.12"


def get_platform():
    return "linux-x86_64"

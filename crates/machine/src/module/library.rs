//! The library modules written in Python.

/// Where the modules seem to lie.
pub const FOLDER: &str = "/usr/lib/python3.12/";

/// Name and source of each.
pub const SOURCES: &[(&str, &str)] = &[
    ("__future__", include_str!("../library/__future__.py")),
    ("_collections_abc", include_str!("../library/_collections_abc.py")),
    ("_inspect_signature", include_str!("../library/_inspect_signature.py")),
    ("_method_abc", include_str!("../library/_method_abc.py")),
    ("_string", include_str!("../library/_string.py")),
    ("_user_collections", include_str!("../library/_user_collections.py")),
    ("_weakref_finalize", include_str!("../library/_weakref_finalize.py")),
    ("_weakrefset", include_str!("../library/_weakrefset.py")),
    ("abc", include_str!("../library/abc.py")),
    ("bisect", include_str!("../library/bisect.py")),
    ("collections", include_str!("../library/collections.py")),
    ("collections.abc", include_str!("../library/collections/abc.py")),
    ("contextlib", include_str!("../library/contextlib.py")),
    ("copy", include_str!("../library/copy.py")),
    ("copyreg", include_str!("../library/copyreg.py")),
    ("ctypes", include_str!("../library/ctypes.py")),
    ("dataclasses", include_str!("../library/dataclasses.py")),
    ("dis", include_str!("../library/dis.py")),
    ("doctest", include_str!("../library/doctest.py")),
    ("enum", include_str!("../library/enum.py")),
    ("fnmatch", include_str!("../library/fnmatch.py")),
    ("functools", include_str!("../library/functools.py")),
    ("graphlib", include_str!("../library/graphlib.py")),
    ("heapq", include_str!("../library/heapq.py")),
    ("importlib", include_str!("../library/importlib/__init__.py")),
    ("inspect", include_str!("../library/inspect.py")),
    ("io", include_str!("../library/io.py")),
    ("json", include_str!("../library/json/__init__.py")),
    ("json.decoder", include_str!("../library/json/decoder.py")),
    ("json.encoder", include_str!("../library/json/encoder.py")),
    ("json.scanner", include_str!("../library/json/scanner.py")),
    ("keyword", include_str!("../library/keyword.py")),
    ("linecache", include_str!("../library/linecache.py")),
    ("operator", include_str!("../library/operator.py")),
    ("os", include_str!("../library/os.py")),
    ("pickle", include_str!("../library/pickle.py")),
    ("posixpath", include_str!("../library/posixpath.py")),
    ("pprint", include_str!("../library/pprint.py")),
    ("random", include_str!("../library/random.py")),
    ("re", include_str!("../library/re.py")),
    ("reprlib", include_str!("../library/reprlib.py")),
    ("string", include_str!("../library/string.py")),
    ("struct", include_str!("../library/struct.py")),
    ("subprocess", include_str!("../library/subprocess.py")),
    ("sysconfig", include_str!("../library/sysconfig.py")),
    ("tempfile", include_str!("../library/tempfile.py")),
    ("test", include_str!("../library/test/__init__.py")),
    ("test.support", include_str!("../library/test/support/__init__.py")),
    ("test.support.bytecode_helper", include_str!("../library/test/support/bytecode_helper.py")),
    ("test.support.import_helper", include_str!("../library/test/support/import_helper.py")),
    ("test.support.os_helper", include_str!("../library/test/support/os_helper.py")),
    ("test.support.script_helper", include_str!("../library/test/support/script_helper.py")),
    ("test.support.testcase", include_str!("../library/test/support/testcase.py")),
    ("test.support.threading_helper", include_str!("../library/test/support/threading_helper.py")),
    ("test.support.warnings_helper", include_str!("../library/test/support/warnings_helper.py")),
    ("textwrap", include_str!("../library/textwrap.py")),
    ("threading", include_str!("../library/threading.py")),
    ("traceback", include_str!("../library/traceback.py")),
    ("tracemalloc", include_str!("../library/tracemalloc.py")),
    ("types", include_str!("../library/types.py")),
    ("typing", include_str!("../library/typing.py")),
    ("unittest", include_str!("../library/unittest/__init__.py")),
    ("unittest.assertions", include_str!("../library/unittest/assertions.py")),
    ("unittest.case", include_str!("../library/unittest/case.py")),
    ("unittest.context", include_str!("../library/unittest/context.py")),
    ("unittest.loader", include_str!("../library/unittest/loader.py")),
    ("unittest.main", include_str!("../library/unittest/main.py")),
    ("unittest.mock", include_str!("../library/unittest/mock.py")),
    ("unittest.result", include_str!("../library/unittest/result.py")),
    ("unittest.runner", include_str!("../library/unittest/runner.py")),
    ("unittest.suite", include_str!("../library/unittest/suite.py")),
    ("unittest.util", include_str!("../library/unittest/util.py")),
    ("warnings", include_str!("../library/warnings.py")),
    ("weakref", include_str!("../library/weakref.py")),
];

/// The source of a library module written in Python.
pub fn source(name: &str) -> Option<&'static str> {
    SOURCES.iter().find(|(known, _)| *known == name).map(|(_, source)| *source)
}

/// Whether the library has modules inside this one.
pub fn is_package(name: &str) -> bool {
    SOURCES.iter().any(|(known, _)| known.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

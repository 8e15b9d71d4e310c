//! The library modules written in Python.

/// Name and source of each.
pub const SOURCES: &[(&str, &str)] = &[
    ("__future__", include_str!("../library/__future__.py")),
    ("abc", include_str!("../library/abc.py")),
    ("atexit", include_str!("../library/atexit.py")),
    ("bisect", include_str!("../library/bisect.py")),
    ("collections", include_str!("../library/collections.py")),
    ("contextlib", include_str!("../library/contextlib.py")),
    ("copy", include_str!("../library/copy.py")),
    ("copyreg", include_str!("../library/copyreg.py")),
    ("ctypes", include_str!("../library/ctypes.py")),
    ("dataclasses", include_str!("../library/dataclasses.py")),
    ("enum", include_str!("../library/enum.py")),
    ("fnmatch", include_str!("../library/fnmatch.py")),
    ("functools", include_str!("../library/functools.py")),
    ("heapq", include_str!("../library/heapq.py")),
    ("io", include_str!("../library/io.py")),
    ("itertools", include_str!("../library/itertools.py")),
    ("linecache", include_str!("../library/linecache.py")),
    ("operator", include_str!("../library/operator.py")),
    ("os", include_str!("../library/os.py")),
    ("posixpath", include_str!("../library/posixpath.py")),
    ("random", include_str!("../library/random.py")),
    ("string", include_str!("../library/string.py")),
    ("tempfile", include_str!("../library/tempfile.py")),
    ("textwrap", include_str!("../library/textwrap.py")),
    ("tracemalloc", include_str!("../library/tracemalloc.py")),
    ("types", include_str!("../library/types.py")),
    ("typing", include_str!("../library/typing.py")),
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

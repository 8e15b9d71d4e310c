//! The library modules written in Python.

/// Name and source of each.
pub const SOURCES: &[(&str, &str)] = &[
    ("copy", include_str!("../library/copy.py")),
    ("copyreg", include_str!("../library/copyreg.py")),
    ("types", include_str!("../library/types.py")),
    ("weakref", include_str!("../library/weakref.py")),
];

/// The source of a library module written in Python.
pub fn source(name: &str) -> Option<&'static str> {
    SOURCES.iter().find(|(known, _)| *known == name).map(|(_, source)| *source)
}

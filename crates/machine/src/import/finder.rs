//! Where the source of a module comes from: the host's files first (`sys.path`), then the library that is built in.

use std::{fmt, rc::Rc};

use crate::module::library;

/// A module's source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundSource {
    /// The file as tracebacks name it.
    pub file: String,
    /// The text.
    pub text: Rc<str>,
    /// Whether modules can lie inside it.
    pub package: bool,
}

/// How the host looks for a module among its files. Without files (in a browser) it finds nothing.
#[derive(Clone, Default)]
pub struct ModuleFinder(Option<Rc<dyn Fn(&str) -> Option<FoundSource>>>);

impl fmt::Debug for ModuleFinder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0.is_some() { "ModuleFinder(files)" } else { "ModuleFinder" })
    }
}

impl ModuleFinder {
    /// A finder that asks `look` for a dotted name. The same name must always find the same text.
    pub fn new(look: impl Fn(&str) -> Option<FoundSource> + 'static) -> Self {
        Self(Some(Rc::new(look)))
    }

    /// The source of the module with this dotted name.
    pub fn find(&self, name: &str) -> Option<FoundSource> {
        if let Some(found) = self.0.as_ref().and_then(|look| look(name)) {
            return Some(found);
        }
        let text = library::source(name)?;
        let package = library::is_package(name);
        let path = name.replace('.', "/");
        let end = if package { "/__init__.py" } else { ".py" };
        Some(FoundSource { file: format!("{}{path}{end}", library::FOLDER), text: Rc::from(text), package })
    }
}

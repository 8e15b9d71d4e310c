//! Where `heapglass run` looks for modules: `--path`, then the directory of the program (`sys.path`).

use std::{
    path::{Path, PathBuf},
    rc::Rc,
};

use heapglass_machine::import::{FoundSource, ModuleFinder};

/// A finder over the directories of `--path` and the directory of the program. If that directory is itself a package, its
/// modules are found under the package's name too, as they are when the package is installed.
pub(crate) fn finder(path: &[PathBuf], program: &Path) -> ModuleFinder {
    let directory = program.parent().unwrap_or(Path::new("")).to_path_buf();
    let package = directory
        .join("__init__.py")
        .is_file()
        .then(|| directory.file_name().map(|name| format!("{}.", name.to_string_lossy())))
        .flatten();
    let mut roots = path.to_vec();
    roots.push(directory.clone());
    ModuleFinder::new(move |name| {
        if let Some(found) = roots.iter().find_map(|root| look(root, name)) {
            return Some(found);
        }
        let rest = name.strip_prefix(package.as_deref()?)?;
        // What the library has of this package is the library's.
        if rest.contains('.') || heapglass_machine::module::library::source(name).is_some() { None } else { look(&directory, rest) }
    })
}

fn look(root: &Path, name: &str) -> Option<FoundSource> {
    let stem = root.join(name.replace('.', "/"));
    let package = stem.join("__init__.py");
    let module = stem.with_extension("py");
    let (file, package) = if package.is_file() { (package, true) } else { (module, false) };
    let bytes = std::fs::read(&file).ok()?;
    let text = Rc::from(String::from_utf8_lossy(&bytes).as_ref());
    Some(FoundSource { file: file.to_string_lossy().into_owned(), text, package })
}

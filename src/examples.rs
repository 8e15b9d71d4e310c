//! The programs of the examples menu.

/// A program to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Name of its file.
    pub file: &'static str,
    /// What it shows.
    pub title: &'static str,
    /// The program.
    pub source: &'static str,
}

/// All of them, from easy to hard.
pub const EXAMPLES: [Example; 6] = [
    Example {
        file: "aliasing.py",
        title: "Two names, one list",
        source: include_str!("../static/examples/aliasing.py"),
    },
    Example {
        file: "counts.py",
        title: "Counts go up and down",
        source: include_str!("../static/examples/counts.py"),
    },
    Example {
        file: "two_nodes.py",
        title: "Two nodes in a cycle",
        source: include_str!("../static/examples/two_nodes.py"),
    },
    Example {
        file: "slots.py",
        title: "Objects with slots",
        source: include_str!("../static/examples/slots.py"),
    },
    Example {
        file: "generator.py",
        title: "A generator waits",
        source: include_str!("../static/examples/generator.py"),
    },
    Example {
        file: "automatic.py",
        title: "The collector starts by itself",
        source: include_str!("../static/examples/automatic.py"),
    },
];

/// The name of a program that is none of the examples.
pub const OWN_PROGRAM: &str = "program.py";

/// The example with exactly this text, if there is one.
pub fn by_source(source: &str) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| example.source == source)
}

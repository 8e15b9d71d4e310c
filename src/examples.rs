//! The programs of the examples menu.

/// A program to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Name of its file.
    pub file: &'static str,
    /// What it is about: one of [`TOPICS`].
    pub topic: &'static str,
    /// What it shows.
    pub title: &'static str,
    /// What is to be seen in it, in a few words.
    pub tells: &'static str,
    /// The program.
    pub source: &'static str,
}

/// What examples are about, from easy to hard.
pub const TOPICS: [&str; 4] = ["Names", "Counts", "Memory", "Collector"];

/// All of them, by topic, from easy to hard.
pub const EXAMPLES: [Example; 10] = [
    Example {
        file: "aliasing.py",
        topic: "Names",
        title: "Two names, one list",
        tells: "Assignment copies no object.",
        source: include_str!("../static/examples/aliasing.py"),
    },
    Example {
        file: "default.py",
        topic: "Names",
        title: "A default made once",
        tells: "Why a default list remembers.",
        source: include_str!("../static/examples/default.py"),
    },
    Example {
        file: "closure.py",
        topic: "Names",
        title: "A closure and its cell",
        tells: "Where an inner function keeps its names.",
        source: include_str!("../static/examples/closure.py"),
    },
    Example {
        file: "counts.py",
        topic: "Counts",
        title: "Counts go up and down",
        tells: "Who refers to an object, and when it dies.",
        source: include_str!("../static/examples/counts.py"),
    },
    Example {
        file: "exception.py",
        topic: "Counts",
        title: "A kept exception",
        tells: "It keeps the names of whole calls alive.",
        source: include_str!("../static/examples/exception.py"),
    },
    Example {
        file: "generator.py",
        topic: "Counts",
        title: "A generator waits",
        tells: "A frame that sleeps in an object.",
        source: include_str!("../static/examples/generator.py"),
    },
    Example {
        file: "growth.py",
        topic: "Memory",
        title: "A list grows",
        tells: "Room is asked for in advance.",
        source: include_str!("../static/examples/growth.py"),
    },
    Example {
        file: "slots.py",
        topic: "Memory",
        title: "Objects with slots",
        tells: "Smaller than objects with a dict.",
        source: include_str!("../static/examples/slots.py"),
    },
    Example {
        file: "two_nodes.py",
        topic: "Collector",
        title: "Two nodes in a cycle",
        tells: "Lost, and found phase by phase.",
        source: include_str!("../static/examples/two_nodes.py"),
    },
    Example {
        file: "automatic.py",
        topic: "Collector",
        title: "The collector starts by itself",
        tells: "A counter reaches its threshold.",
        source: include_str!("../static/examples/automatic.py"),
    },
];

/// The name of a program that is none of the examples.
pub const OWN_PROGRAM: &str = "program.py";

/// The example with exactly this text, if there is one.
pub fn by_source(source: &str) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| example.source == source)
}

//! The programs of the examples menu.

use heapglass_words::examples as words;

/// A program to start from.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Name of its file.
    pub file: &'static str,
    /// What it is about.
    pub topic: Topic,
    title: fn() -> &'static str,
    tells: fn() -> &'static str,
    /// The program.
    pub source: &'static str,
}

impl Example {
    /// What it shows.
    pub fn title(&self) -> &'static str {
        (self.title)()
    }

    /// What is to be seen in it, in a few words.
    pub fn tells(&self) -> &'static str {
        (self.tells)()
    }
}

/// What an example is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Names and what they refer to.
    Names,
    /// Reference counts.
    Counts,
    /// What objects take.
    Memory,
    /// Cycles.
    Collector,
}

impl Topic {
    /// All of them, from easy to hard.
    pub const ALL: [Self; 4] = [Self::Names, Self::Counts, Self::Memory, Self::Collector];

    /// Its name in the menu.
    pub fn word(self) -> &'static str {
        match self {
            Self::Names => words::names(),
            Self::Counts => words::counts(),
            Self::Memory => words::memory(),
            Self::Collector => words::collector(),
        }
    }
}

/// All of them, by topic, from easy to hard.
pub const EXAMPLES: [Example; 10] = [
    Example {
        file: "aliasing.py",
        topic: Topic::Names,
        title: words::aliasing,
        tells: words::aliasing_tells,
        source: include_str!("../static/examples/aliasing.py"),
    },
    Example {
        file: "default.py",
        topic: Topic::Names,
        title: words::default,
        tells: words::default_tells,
        source: include_str!("../static/examples/default.py"),
    },
    Example {
        file: "closure.py",
        topic: Topic::Names,
        title: words::closure,
        tells: words::closure_tells,
        source: include_str!("../static/examples/closure.py"),
    },
    Example {
        file: "counts.py",
        topic: Topic::Counts,
        title: words::counting,
        tells: words::counting_tells,
        source: include_str!("../static/examples/counts.py"),
    },
    Example {
        file: "exception.py",
        topic: Topic::Counts,
        title: words::exception,
        tells: words::exception_tells,
        source: include_str!("../static/examples/exception.py"),
    },
    Example {
        file: "generator.py",
        topic: Topic::Counts,
        title: words::generator,
        tells: words::generator_tells,
        source: include_str!("../static/examples/generator.py"),
    },
    Example {
        file: "growth.py",
        topic: Topic::Memory,
        title: words::growth,
        tells: words::growth_tells,
        source: include_str!("../static/examples/growth.py"),
    },
    Example {
        file: "slots.py",
        topic: Topic::Memory,
        title: words::slots,
        tells: words::slots_tells,
        source: include_str!("../static/examples/slots.py"),
    },
    Example {
        file: "two_nodes.py",
        topic: Topic::Collector,
        title: words::two_nodes,
        tells: words::two_nodes_tells,
        source: include_str!("../static/examples/two_nodes.py"),
    },
    Example {
        file: "automatic.py",
        topic: Topic::Collector,
        title: words::automatic,
        tells: words::automatic_tells,
        source: include_str!("../static/examples/automatic.py"),
    },
];

/// The name of a program that is none of the examples.
pub const OWN_PROGRAM: &str = "program.py";

/// The example with exactly this text, if there is one.
pub fn by_source(source: &str) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| example.source == source)
}

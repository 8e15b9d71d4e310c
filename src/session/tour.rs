//! The tour: what the page has, in six steps.

/// Title and words of each step.
pub const TOUR: [(&str, &str); 6] = [
    ("Your program", "Type or paste Python here. It runs by itself as soon as you pause, and every moment of the run is recorded."),
    ("Step through it", "`Step` goes to the next line, the arrow keys go both ways, and the slider goes anywhere. Nothing is lost by going back."),
    ("One sentence", "Here stands what the last step did. What it speaks of is orange wherever else it can be seen."),
    ("Names and objects", "At the left the names, at the right the objects they refer to. The black badge counts the references: at 0 an object dies. Click a box to look into its bytes."),
    ("Four layers", "Names, objects, allocator, collector: each shows more of the machine. Start with the first two."),
    ("Everything else", "`Ctrl K` opens all commands, `?` tells all keys, and the transcript says the whole run in words."),
];

//! Sentences with something in their midst that is no text: a key, a button, an arrow.

/// What is given to a message as a variable, where something else than text shall stand in the end.
pub const MARKS: [&str; 4] = ["\u{f0000}", "\u{f0001}", "\u{f0002}", "\u{f0003}"];

/// A part of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// As it stands.
    Text(&'a str),
    /// Here stands what the mark with this index in [`MARKS`] is for.
    Mark(usize),
}

/// The parts of a sentence into which marks were put, in the order in which its language has them.
pub fn parts(sentence: &str) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut rest = sentence;
    while let Some(at) = rest.find(|letter: char| ('\u{f0000}'..='\u{f0003}').contains(&letter)) {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            found.push(Part::Text(before));
        }
        found.extend(MARKS.iter().position(|mark| from.starts_with(mark)).map(Part::Mark));
        rest = from.get(MARKS[0].len()..).unwrap_or_default();
    }
    if !rest.is_empty() {
        found.push(Part::Text(rest));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_falls_into_its_parts_in_the_order_of_its_language() {
        let sentence = format!("{} or {} steps on", MARKS[1], MARKS[0]);
        assert_eq!(parts(&sentence), [Part::Mark(1), Part::Text(" or "), Part::Mark(0), Part::Text(" steps on")]);
        assert_eq!(parts("no mark"), [Part::Text("no mark")]);
    }
}

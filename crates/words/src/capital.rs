//! A capital at the beginning of a sentence.

/// The text with its first letter made a capital, where the script has capitals.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn only_the_first_letter_becomes_a_capital_and_only_where_there_are_capitals() {
        assert_eq!(capital("él dice Sí"), "Él dice Sí");
        assert_eq!(capital("列表"), "列表");
        assert_eq!(capital(""), "");
    }
}

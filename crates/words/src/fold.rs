//! Words as one looks for them: without the difference between small and large letters, and without the marks that are left out in
//! haste or that a keyboard does not have.
//!
//! A small fold of its own: the whole of Unicode's normal forms would be larger than all of the page's Spanish.

/// What the letters from U+00C0 to U+017F are without their marks; those that are none with marks stand for themselves.
const LATIN: &str = "aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸllllllllllnnnnnnŉŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A text as it is looked for: two texts that a reader takes for the same word are the same then.
pub fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(bare).collect()
}

/// Whether a sign belongs to a word: beside letters and digits, the sign that joins two consonants of Hindi.
pub fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '\u{94d}'
}

/// A small letter without its marks; nothing for a mark that stands alone, and for signs that are not seen.
fn bare(letter: char) -> Option<char> {
    Some(match letter {
        // Marks written behind their letter: Latin and Greek; Arabic vowels, the stroke that lengthens; the dot of Hindi. Joiners and
        // signs of direction are not seen.
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{93c}' => return None,
        '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => return None,
        '\u{c0}'..='\u{17f}' => LATIN.chars().nth(letter as usize - 0xc0).unwrap_or(letter),
        // Alif with hamza, madda or as a joint; hamza on its seats; the two letters that differ from others by dots only at the end of a word.
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' => 'ي',
        'ة' => 'ه',
        // The two ways to write that a vowel is spoken through the nose, and consonants with the dot as one sign.
        '\u{901}' => '\u{902}',
        '\u{958}'..='\u{95f}' => "कखगजडढफय".chars().nth(letter as usize - 0x958).unwrap_or(letter),
        // Letters as wide as Chinese signs, as some keyboards write them.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        _ => letter,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_without_marks_is_the_word_with_them_in_every_language_of_the_page() {
        for (typed, word) in [
            ("recoleccion", "Recolección"),
            ("senalar", "SEÑALAR"),
            ("interpretador", "intérpretador"),
            ("cle", "cle\u{301}"),
            ("اقرا", "اقرأ"),
            ("مده", "مُدّة"),
            ("مسوول", "مسؤول"),
            ("जरूरी", "ज़रूरी"),
            ("जरूरी", "\u{95b}रूरी"),
            ("हां", "हाँ"),
            ("gc", "ｇｃ"),
        ] {
            assert_eq!(folded(word), folded(typed), "{word}");
            assert_eq!(folded(typed), typed);
        }
    }

    #[test]
    fn each_latin_letter_with_marks_is_folded_to_the_letter_of_its_own_decomposition() {
        assert_eq!(LATIN.chars().count(), 0x180 - 0xc0);
        // One of each row of sixteen; what Unicode says they are made of.
        for (letter, base) in [('Å', 'a'), ('ß', 'ß'), ('ï', 'i'), ('ÿ', 'y'), ('ď', 'd'), ('ğ', 'g'), ('į', 'i'), ('ľ', 'l'), ('ŉ', 'ŉ'), ('ő', 'o'), ('š', 's'), ('ű', 'u'), ('ž', 'z')] {
            assert_eq!(folded(&letter.to_string()), base.to_string(), "{letter}");
        }
    }

    #[test]
    fn letters_that_are_others_stay_others() {
        assert_ne!(folded("ع"), folded("غ"));
        assert_ne!(folded("回收"), folded("回放"));
        assert_ne!(folded("क"), folded("ख"));
        assert!(is_of_word('\u{94d}') && !is_of_word('-'));
    }
}

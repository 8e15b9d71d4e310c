//! The plural forms that a message needs in each language (Unicode CLDR, whole numbers).

/// The forms of a language; those of English for one that is not known.
pub fn forms(code: &str) -> &'static [&'static str] {
    match code {
        "ar" => &["zero", "one", "two", "few", "many", "other"],
        "es" => &["one", "many", "other"],
        "zh" => &["other"],
        _ => &["one", "other"],
    }
}

//! Plural forms and written numbers, compared with what ICU says of them (`record.mjs` wrote `icu.tsv`).

use heapglass_words::{LANGUAGES, language_of};

#[test]
fn plural_forms_and_digits_are_those_of_unicode() {
    let mut seen = std::collections::BTreeSet::new();
    for line in include_str!("icu.tsv").lines() {
        let [code, count, form, written] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let language = language_of(code).expect("a language of the page");
        let count: u64 = count.parse().expect("a number");
        assert_eq!((language.plural(count).name(), language.number(count).as_str()), (form, written), "{code} {count}");
        seen.insert(code);
    }
    assert_eq!(seen.len(), LANGUAGES.len());
}

#[test]
fn what_translations_are_checked_for_is_what_their_language_uses() {
    for language in &LANGUAGES {
        let used: std::collections::BTreeSet<&str> =
            include_str!("icu.tsv").lines().filter_map(|line| line.strip_prefix(language.code)?.split('\t').nth(2)).collect();
        let checked: std::collections::BTreeSet<&str> = heapglass_catalogue::forms(language.code).iter().copied().collect();
        assert_eq!(used, checked, "{}", language.code);
    }
}

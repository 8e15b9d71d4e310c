use crate::{LANGUAGES, PRINT, Plural, commands, language, number, speak, speak_english, status};

fn of(code: &str) -> &'static crate::Language {
    LANGUAGES.iter().find(|language| language.code == code).expect("the language is known")
}

#[test]
fn english_counts() {
    assert_eq!(status::recorded(1), "1 step recorded");
    assert_eq!(status::recorded(5_003), "5,003 steps recorded");
}

/// A language's file with these texts (JSON) for the messages of English.
fn file(print: &str, change: impl Fn(&str) -> String) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("messages");
    let mut topics = heapglass_catalogue::english(&folder).expect("English can be read");
    for topic in &mut topics {
        for message in &mut topic.messages {
            message.pattern.iter_mut().for_each(|piece| wrap(piece, &change));
        }
    }
    heapglass_catalogue::json(print, &topics).to_string()
}

fn wrap(piece: &mut heapglass_catalogue::Piece, change: &impl Fn(&str) -> String) {
    match piece {
        heapglass_catalogue::Piece::Text(text) => *text = change(text),
        heapglass_catalogue::Piece::Variable(_) => {}
        heapglass_catalogue::Piece::Choice { cases, .. } => cases.iter_mut().flat_map(|(_, case)| case).for_each(|piece| wrap(piece, change)),
    }
}

#[test]
fn a_language_takes_the_place_of_english() {
    speak("es", &file(PRINT, |text| format!("⟦{text}⟧"))).expect("it can be read");
    assert_eq!(language().code, "es");
    assert_eq!(status::recorded(1), "1⟦ step recorded⟧");
    assert_eq!(status::recorded(50_003), "50.003⟦ steps recorded⟧");
    assert_eq!(commands::run(), "⟦Run the program⟧");
    speak_english();
    assert_eq!(status::recorded(2), "2 steps recorded");
    assert_eq!(commands::run(), "Run the program");
}

#[test]
fn a_file_that_cannot_be_used_leaves_the_language_as_it_is() {
    let complaint = speak("es", "{").expect_err("it is broken");
    assert!(complaint.starts_with("The messages of Español cannot be read"), "{complaint}");
    assert_eq!(speak("xx", "{}").expect_err("it is unknown"), "There is no language “xx” here.");
    let of_another = file("0123456789abcdef", str::to_string);
    assert_eq!(speak("es", &of_another).expect_err("it is of another build"), "The messages of Español belong to another version of the page. Load the page again.");
    assert_eq!(language().code, "en");
}

#[test]
fn numbers_are_grouped_as_the_language_does() {
    assert_eq!(of("en").number(1_234_567), "1,234,567");
    assert_eq!(of("es").number(1_234), "1234");
    assert_eq!(of("es").number(12_345), "12.345");
    assert_eq!(of("hi").number(12_345_678), "1,23,45,678");
    assert_eq!(of("hi").number(123_456), "1,23,456");
    assert_eq!(number(7), "7");
}

#[test]
fn words_beside_numbers_take_the_forms_of_their_language() {
    let forms = |code: &str, counts: &[u64]| counts.iter().map(|count| of(code).plural(*count)).collect::<Vec<_>>();
    assert_eq!(forms("en", &[0, 1, 2]), [Plural::Other, Plural::One, Plural::Other]);
    assert_eq!(forms("es", &[0, 1, 2, 1_000_000]), [Plural::Other, Plural::One, Plural::Other, Plural::Many]);
    assert_eq!(forms("zh", &[0, 1, 2]), [Plural::Other; 3]);
    assert_eq!(forms("hi", &[0, 1, 2]), [Plural::One, Plural::One, Plural::Other]);
    assert_eq!(
        forms("ar", &[0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111]),
        [Plural::Zero, Plural::One, Plural::Two, Plural::Few, Plural::Few, Plural::Many, Plural::Many, Plural::Other, Plural::Other, Plural::Few, Plural::Many]
    );
}

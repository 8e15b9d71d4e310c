use crate::{Piece, Topic, compare, json, print, read, rust};

const STEPS: &str = "\
# The line of status.
# $count (Number): steps recorded
# $name: the file
steps = { $count ->
    [one] One step of { $name }.
   *[other] { $count } steps of { $name }.
}
";

#[test]
fn a_message_has_the_variables_of_its_comment_in_their_order() {
    let messages = read(STEPS).expect("it can be read");
    let variables: Vec<_> = messages[0].variables.iter().map(|variable| (variable.name.as_str(), variable.is_number)).collect();
    assert_eq!(variables, [("count", true), ("name", false)]);
}

#[test]
fn a_choice_ends_with_the_case_for_all_others() {
    let messages = read(STEPS).expect("it can be read");
    let Piece::Choice { by: 0, cases } = &messages[0].pattern[0] else { panic!("{:?}", messages[0].pattern) };
    let keys: Vec<_> = cases.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["one", "other"]);
    assert_eq!(cases[1].1, [Piece::Variable(0), Piece::Text(" steps of ".into()), Piece::Variable(1), Piece::Text(".".into())]);
}

#[test]
fn a_message_becomes_a_function_with_typed_parameters_and_its_text() {
    let text = rust(&read(STEPS).expect("it can be read"), 7);
    assert!(text.contains("pub fn steps(count: u64, name: &str) -> String { crate::filled(7, 0, \"\\u{2}0one\\u{3}"), "{text}");
    let text = rust(&read("type = Type").expect("it can be read"), 0);
    assert!(text.contains("pub fn type_() -> &'static str { crate::plain(0, 0, \"Type\") }"), "{text}");
}

#[test]
fn a_translation_may_turn_the_variables_round() {
    let english = read("both = { $first } and { $second }").expect("it can be read");
    let other = read("both = { $second } und { $first }").expect("it can be read");
    let (messages, complaints) = compare(&english, &other, "de");
    assert!(complaints.is_empty(), "{complaints:?}");
    let file = json("0f", &[Topic { name: "greetings".into(), messages }]);
    assert_eq!(file.to_string(), r#"{"print":"0f","scripts":{},"topics":{"greetings":[[1," und ",0]]}}"#);
}

/// What is said of a translation into a language.
fn complaints(code: &str, english: &str, other: &str) -> Vec<String> {
    compare(&read(english).expect("it can be read"), &read(other).expect("it can be read"), code).1
}

#[test]
fn what_a_translation_lacks_or_has_too_much_is_said() {
    assert_eq!(
        complaints("es", "one = One\ntwo = Two { $a }\n", "two = Dos { $b }\nthree = Tres\n"),
        [
            "one: it is missing. English: One",
            "two: $b is no variable of the English message. English: Two { $a }",
            "two: $a is missing. English: Two { $a }",
            "three: there is no such message in English.",
        ]
    );
    assert_eq!(complaints("es", "code = The name `a`", "code = El nombre `a"), ["code: a backtick is missing: code stands between two. English: The name `a`"]);
}

#[test]
fn what_is_missing_or_wrong_is_english_meanwhile() {
    let english = read("one = One\ntwo = Two { $a }\n").expect("it can be read");
    let (messages, complaints) = compare(&english, &read("two = Dos\n").expect("it can be read"), "es");
    assert_eq!((messages, complaints.len()), (english, 2));
}

#[test]
fn a_choice_by_a_number_has_the_forms_of_its_language() {
    let english = "# $n (Number): how many\nsteps = { $n ->\n  [one] one step\n *[other] { $n } steps\n }";
    let with = |cases: &str| format!("steps = {{ $n ->\n{cases}\n }}");
    assert!(complaints("es", english, &with("[0] nada\n [one] un paso\n [many] { $n } de pasos\n *[other] { $n } pasos")).is_empty());
    assert_eq!(
        complaints("es", english, &with("[one] un paso\n *[other] { $n } pasos")),
        ["steps: the choice by $n has [one] [other], where numbers of this language ask for [many] [one] [other]. English: { $n } steps"]
    );
    assert!(complaints("zh", english, "steps = { $n } 步").is_empty());
    assert!(complaints("hi", english, &with("[one] { $n } a\n *[other] { $n } b")).is_empty());
    assert_eq!(complaints("ar", english, &with("[one] a\n *[other] { $n } b")).len(), 1);
}

#[test]
fn a_choice_by_exact_numbers_alone_is_no_plural() {
    let english = "# $n (Number): a generation\nto = { $n ->\n  [2] the oldest\n *[other] generation { $n }\n }";
    assert!(complaints("ar", english, "to = { $n ->\n  [2] x\n *[other] y { $n }\n }").is_empty());
    assert_eq!(complaints("es", english, "to = { $n ->\n  [one] x\n *[other] y { $n }\n }").len(), 1);
}

#[test]
fn a_choice_by_a_word_has_the_words_of_the_english_one() {
    let english = "kept = { $kind ->\n  [list] a list\n *[other] something\n }";
    assert_eq!(complaints("es", english, "kept = algo"), ["kept: the choice by $kind lacks the case [list]. English: something", "kept: the choice by $kind lacks the case [other]. English: something"]);
    assert_eq!(
        complaints("es", english, "kept = { $kind ->\n [lista] una lista\n *[other] algo\n }"),
        ["kept: the choice by $kind lacks the case [list]. English: something", "kept: the choice by $kind has no case [lista] in English. English: something"]
    );
}

#[test]
fn exact_numbers_stand_before_plural_forms() {
    let messages = read("n = { $n ->\n [one] x\n [1] y\n *[other] z\n }").expect("it can be read");
    let Piece::Choice { cases, .. } = &messages[0].pattern[0] else { panic!("{:?}", messages[0].pattern) };
    assert_eq!(cases.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["1", "one", "other"]);
}

#[test]
fn the_print_tells_one_set_of_messages_from_another() {
    let of = |text: &str| print(&[Topic { name: "a".into(), messages: read(text).expect("it can be read") }]);
    assert_eq!(of("one = One"), of("one = Only"));
    assert_ne!(of("one = One"), of("two = One"));
    assert_ne!(of("one = { $a }"), of("one = { $b }"));
    assert_ne!(of("one = { $a }"), of("# $a (Number): how many\none = { $a }"));
}

#[test]
fn what_cannot_be_read_is_said_with_its_line() {
    let complaints = read("one = One\ntwo = { $\n").expect_err("it is broken");
    assert!(complaints[0].starts_with("line 2: ") || complaints[0].starts_with("line 3: "), "{complaints:?}");
    let complaints = read("a = { b }\nb = B\n").expect_err("references are not understood");
    assert_eq!(complaints, ["a: only variables, text in quotes and choices are understood between braces."]);
}

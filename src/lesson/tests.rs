use super::*;

const LESSON: &str = "\
---
title: Names
topic: names
goal: Know names.
layer: names
---

Two words,
one paragraph.

```predict
at: print(a)
ask: What?
answer: 1
wrong: 2 | It is not.
why: It is.
```

```py
a = 1
print(a)
```

```output
1
```
";

fn refused(text: &str) -> (usize, String) {
    let mistake = Lesson::read(text).expect_err("it is no lesson");
    (mistake.line, mistake.message)
}

#[test]
fn a_lesson_has_its_front_matter_its_parts_and_its_program() {
    let lesson = Lesson::read(LESSON).expect("it is a lesson");
    assert_eq!((lesson.title.as_str(), lesson.layer), ("Names", Layer::Names));
    assert_eq!(lesson.program, "a = 1\nprint(a)\n");
    assert_eq!(lesson.parts[0], Part::Text("Two words, one paragraph.".to_string()));
    let Part::Question(question) = &lesson.parts[1] else { panic!("the second part asks") };
    assert_eq!((question.at, question.wrong.len()), (Place { line: 2, time: 1 }, 1));
}

#[test]
fn a_text_without_front_matter_is_told_how_a_lesson_begins() {
    assert_eq!(refused("# Names\n").0, 1);
}

#[test]
fn a_misspelt_field_is_refused_where_it_stands() {
    let (line, message) = refused(&LESSON.replace("why: It is.", "wy: It is."));
    assert_eq!(line, 16);
    assert!(message.contains("`wy`") && message.contains("why"), "{message}");
}

#[test]
fn a_place_must_be_one_line_of_the_program() {
    assert!(refused(&LESSON.replace("at: print(a)", "at: print(b)")).1.contains("print(b)"));
    assert!(refused(&LESSON.replace("a = 1\n", "print(a)\n")).1.contains("make them differ"));
}

#[test]
fn a_mistake_in_a_field_is_told_with_the_line_of_the_field() {
    assert_eq!(refused(&LESSON.replace("layer: names", "layer: heap")).0, 5);
    assert_eq!(refused(&LESSON.replace("at: print(a)", "at: print(b)")).0, 12);
    assert_eq!(refused(&LESSON.replace("at: print(a)\nask: What?", "ask: What?\nat: print(b)")).0, 13);
}

#[test]
fn a_wrong_answer_is_not_the_right_one_and_says_why_it_is_wrong() {
    assert!(refused(&LESSON.replace("wrong: 2 |", "wrong: 1 |")).1.contains("right answer"));
    assert!(refused(&LESSON.replace(" | It is not.", "")).1.contains(" | "));
}

#[test]
fn a_block_without_an_end_is_told_by_its_line() {
    assert_eq!(refused(LESSON.trim_end_matches("```\n")).0, 24);
}

#[test]
fn an_unknown_block_is_refused_with_the_ones_there_are() {
    assert!(refused(&LESSON.replace("```predict", "```guess")).1.contains("predict"));
}

#[test]
fn a_row_of_the_list_that_is_none_is_told_with_its_line_and_what_a_row_has() {
    let row = r#"{"file": "a.md", "title": "A", "goal": "Know a."}"#;
    assert_eq!(Entry::list(&format!("[{row}]")).map(|list| list.len()), Ok(1));
    for wrong in ["\"a.md\"", r#"{"file": "a.md"}"#, row] {
        let why = Entry::list(&format!("[\n{row}\n{wrong}\n]")).expect_err("a comma is missing, or a field");
        assert!(why.contains("line 3") && why.contains("`goal`"), "{why}");
    }
}

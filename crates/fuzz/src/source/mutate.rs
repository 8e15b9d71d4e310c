//! Damage to a program: characters, words, lines and blocks are dropped, doubled, moved and replaced.

use crate::random::Random;

/// What is put in the place of a word, or between two.
const WORDS: &[&str] = &[
    "None", "True", "0", "-1", "1e400", "10**40", "2**63", "''", "'\\ud800'", "b'\\xff'", "[]", "{}", "()", "...", "f'{x!r:>{w}}'",
    "f'{", "'''", "\"", "\\", "#", ";", ":", ":=", "=", "==", "*", "**", "->", "@", "%", "(", ")", "[", "]", "{", "}", ",", ".", "!",
    "lambda", "lambda:0", "yield", "yield from", "await", "async", "async def f():", "return", "del", "global x", "nonlocal x", "import",
    "from", "import *", "class", "class A:", "def", "def f(", "if", "else", "elif", "for", "for x in", "while", "while 1:", "try:",
    "except*", "except", "finally:", "with", "as", "match", "case _:", "type X = int", "raise", "assert", "in", "not in", "is not", "and",
    "or", "break", "continue", "pass", "print", "self", "__class__", "super()", "__debug__", "0x", "0b2", "1_0", "1__0", "1j", "é", "ℌ", "\u{0}",
    "\t", "\u{c}", "\r", "\u{feff}", "\u{a0}", "€", "$", "?", "sys.exit(", "exec(", "eval(", "locals()", "globals()", "type(", "iter(",
    "next(", "sorted(", "object()", "gc.collect()", "id(", "hash(", "repr(", "str(", "int(", "list(", "dict(", "set(", "tuple(",
    "float('nan')", "1 << 100", "10**10**8", "'x'*10**12", "range(10**9)",
];

/// The program with one to six injuries.
pub fn damage(random: &mut Random, program: &str, others: &[String]) -> String {
    let mut text = program.to_owned();
    for _ in 0..=random.below(6) {
        text = injure(random, &text, others);
    }
    text
}

fn injure(random: &mut Random, text: &str, others: &[String]) -> String {
    match random.below(12) {
        0 => replace_characters(random, text),
        1..=4 => replace_word(random, text, others),
        5 => drop_words(random, text),
        6 => lines(random, text, |random, lines| {
            let at = random.below(lines.len());
            lines.remove(at);
        }),
        7 => lines(random, text, |random, lines| {
            let (from, to) = (random.below(lines.len()), random.below(lines.len()));
            let line = lines[from].clone();
            lines.insert(to, line);
        }),
        8 => lines(random, text, |random, lines| {
            let (one, other) = (random.below(lines.len()), random.below(lines.len()));
            lines.swap(one, other);
        }),
        9 => lines(random, text, |random, lines| {
            let at = random.below(lines.len());
            let indented = if random.once_in(2) { format!("    {}", lines[at]) } else { lines[at].trim_start().to_owned() };
            lines[at] = indented;
        }),
        10 => splice(random, text, others),
        _ => nest(random, text),
    }
}

fn lines(random: &mut Random, text: &str, change: impl FnOnce(&mut Random, &mut Vec<String>)) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    change(random, &mut lines);
    lines.join("\n")
}

/// Words and the signs between them, which joined give the text again.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for letter in text.chars() {
        let wordy = letter.is_alphanumeric() || letter == '_';
        match words.last_mut() {
            Some(last) if wordy && last.chars().all(|c| c.is_alphanumeric() || c == '_') => last.push(letter),
            _ => words.push(letter.to_string()),
        }
    }
    words
}

fn any_word(random: &mut Random, own: &[String], others: &[String]) -> String {
    if random.once_in(2) {
        return random.one_of(WORDS).map_or_else(String::new, |word| (*word).to_owned());
    }
    let foreign = if random.once_in(3) { random.one_of(others).map(|other| words(other)) } else { None };
    random.one_of(foreign.as_deref().unwrap_or(own)).cloned().unwrap_or_default()
}

fn replace_word(random: &mut Random, text: &str, others: &[String]) -> String {
    let mut words = words(text);
    let word = any_word(random, &words, others);
    let at = random.below(words.len());
    match words.get_mut(at) {
        Some(place) if random.once_in(2) => *place = word,
        Some(_) => words.insert(at, format!(" {word} ")),
        None => words.push(word),
    }
    words.concat()
}

fn drop_words(random: &mut Random, text: &str) -> String {
    let mut words = words(text);
    let from = random.below(words.len());
    let to = (from + 1 + random.below(4)).min(words.len());
    words.drain(from.min(to)..to);
    words.concat()
}

fn replace_characters(random: &mut Random, text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(3) {
        let at = random.below(letters.len() + 1);
        let most = if random.once_in(4) { 0x11_0000 } else { 128 };
        let code = random.below(most) as u32;
        let letter = char::from_u32(code).unwrap_or('\u{fffd}');
        match letters.get_mut(at) {
            Some(place) if random.once_in(2) => *place = letter,
            _ => letters.insert(at, letter),
        }
    }
    letters.into_iter().collect()
}

/// Lines of another program in the middle of this one.
fn splice(random: &mut Random, text: &str, others: &[String]) -> String {
    let Some(other) = random.one_of(others) else { return text.to_owned() };
    let theirs: Vec<&str> = other.split('\n').collect();
    let from = random.below(theirs.len());
    let to = (from + 1 + random.below(8)).min(theirs.len());
    lines(random, text, |random, lines| {
        let at = random.below(lines.len());
        lines.splice(at..at, theirs[from..to].iter().map(|line| (*line).to_owned()));
    })
}

/// A sign repeated very often, or a word within many brackets.
fn nest(random: &mut Random, text: &str) -> String {
    let count = *random.one_of(&[3, 30, 99, 101, 300, 5000]).unwrap_or(&3);
    let pair = *random
        .one_of(&[("(", ")"), ("[", "]"), ("{", "}"), ("-", ""), ("not ", ""), ("lambda:", ""), ("x.", ""), ("", "[0]"), ("", "()"), ("", "+1"),
            ("", " if x else 1"), ("await ", ""), ("*", ""), ("f'{", "}'"), ("(yield ", ")"), ("", " for x in y"), ("", "=1"), ("", "\n")])
        .unwrap_or(&("(", ")"));
    let mut words = words(text);
    let at = random.below(words.len());
    if let Some(place) = words.get_mut(at) {
        *place = format!("{}{place}{}", pair.0.repeat(count), pair.1.repeat(count));
    }
    words.concat()
}

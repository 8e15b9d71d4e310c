# Mistakes in the file of a lesson, told to the teacher who writes it. Between backticks stands what is written in the file; it stays
# as it is. A lesson begins with its front matter: lines like `title: …` between two lines of three hyphens.

no-front-matter = A lesson begins with a line of three hyphens, then `title: …` and the other fields.
no-end-of-front-matter = The front matter has no end: put a line of three hyphens behind its fields.
# $block: py, output
no-block = The lesson has no block ```{ $block }.
# $block: py, output
second-block = This is a second block ```{ $block }; a lesson has one.
# $block: predict, state and so on
no-end-of-block = The block ```{ $block } has no end: put a line ``` behind it.
# $text: the line
no-field-here = `{ $text }` is no field: write its name, a colon and its text, all on one line.
# $block: front for the front matter, else the word of a block: predict, state and so on
# $field: the name of a field
no-field = { $block ->
    [front] The front matter has no field `{ $field }`.
   *[other] The { $block } has no field `{ $field }`.
}
# $block: front for the front matter, else the word of a block: predict, state and so on
# $field: a name
# $known: the fields that there are, with commas between them
unknown-field = { $block ->
    [front] The front matter has no field `{ $field }`; it has: { $known }.
   *[other] The { $block } has no field `{ $field }`; it has: { $known }.
}
# $what: a word
cannot-be-drawn = `{ $what }` cannot be drawn: it is arrows or counts.
# $text: what is to be replaced
not-once = `{ $text }` does not stand exactly once in the program.
# $block: a word
unknown-block = A lesson knows no block ```{ $block }; it knows py, output, state, predict, draw, mark, vary and yours.
no-because = A wrong answer is followed by ` | ` and what is wrong about the idea behind it.
# $answer: as it was given
is-right = `{ $answer }` is the right answer.
no-wrong-answer = A question needs at least one wrong answer: `wrong: … | because …`.
# $text: of a line
no-line = No line of the program is `{ $text }`.
# $text: of lines
several-lines = More than one line of the program is `{ $text }`: make them differ.
# $word: a word
no-layer = There is no layer `{ $word }`: it is names, objects, allocator or collector.
# The end of a sentence: why the list of lessons could not be loaded.
# $line: a line of the list
no-row = line { $line } of static/lessons/index.json is no row like the others, with `file`, `title` and `goal`, and a comma between two rows.

# A lesson: cards with text, questions and exercises above the program, and the list of lessons.

# The name of the part of the page, read aloud.
lesson = Lesson
# Buttons, each with what it does. Letters in parentheses are keys.
leave = Leave
leave-about = Leave the lesson, back to the program before
back = Back
back-about = Card before (Shift N)
next = Next
next-about = Next card (N)
# $card (Number): its number
# $cards (Number): how many there are
card-of = { $card } of { $cards }
# What a button with an answer does.
answer-about = Answer so; the step is played and explained
# The answer that nothing is printed.
nothing = nothing
# The name of the group of answers, read aloud.
answers = Answers
# Before an explanation.
right = Right.
not-so = Not so.
exercise-above = Answer above the stage, then check.
# A change of the program that is to be tried.
# $old: a piece of the program's text
# $new: what takes its place
change = Change { $old } to { $new } and predict what happens.
# A button, and what it does.
make-change = Make this change
make-change-about = Change the program so, and run it
# A button, and what it does.
change-back = Change it back
change-back-about = Back to the lesson’s own program
# Three rows: this one; the line to type; and what it prints, in the message after this.
ask-yours = Ask your own Python 3.12. This line
# $output: what it prints
prints = prints { $output }.

# The heading of the list of lessons.
lessons = Lessons
# A button, and what it does.
close = Close
close-about = Close (Escape)
loading = Loading the list.
# What a button with a lesson's title does.
# $title: the lesson's title
begin = Begin the lesson: { $title }
# $why: a sentence
no-list = The list of lessons could not be loaded: { $why }
# $why: a sentence
not-loaded = The lesson could not be loaded: { $why }
# $line: the number of the line of the lesson's text
# $mistake: a sentence
mistake = The lesson has a mistake in line { $line }. { $mistake }

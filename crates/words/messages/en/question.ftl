# A question before a step, its answers, and the explanation once the step is made. A right answer has a tick, a wrong one a cross.

# The name of the part of the page, read aloud.
question = Question
# The name of the group of answers, read aloud.
answers = Answers
# What a button with an answer does.
# $key: a digit
answer-about = Answer so ({ $key })
# Read aloud directly behind the text of an answer.
is-right = , right
is-yours = , your answer
# Buttons, each with what it does.
skip = Skip
skip-about = Do not ask this; stepping on does the same
go-on = Go on
go-on-about = Go on
# While the engine looks through the recording.
# $percent: from 0 to 100
searching = Looking for questions to ask: { $percent } % of the recording.
nothing-to-ask = This recording asks no question.
# Before an explanation.
right = Right.
not-so = Not so.
# How many answers were right so far.
# $right (Number): of them
# $all (Number): answers, at least 1
score = { $all ->
    [one] { $right } of { $all } answer right
   *[other] { $right } of { $all } answers right
}
# What a click on that shows.
missed-about = What was missed
# A question that was answered wrongly, in a list.
# $question: a button, the question; it ends with a question mark or a full stop
# $answer: the right answer
missed = { $question } { $answer }.
# $question: a button, the question; it ends with a question mark or a full stop
# $answer: the right answer
# $idea: the wrong idea that the answer given comes from, a sentence
missed-idea = { $question } { $answer }. Not so: { $idea }
back-about = Back to this question’s place
# $line: number of the line of this page's own questions
# $mistake: a sentence
mistake = A question of this page has a mistake in line { $line }. { $mistake }

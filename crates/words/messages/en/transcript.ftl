# The transcript: the whole recording in words. A stop is a line about to run or a phase of a collection.

title = Transcript
# Beside the title: how much is told, and there is no more.
# $steps (Number): how many steps are told
in-all = { $steps ->
    [one] { $steps } step in all
   *[other] { $steps } steps in all
}
# Beside the title: how much is told, and more is coming.
# $steps (Number): how many steps are told
so-far = { $steps ->
    [one] { $steps } step so far
   *[other] { $steps } steps so far
}
# A link.
save = Save as text
save-title = Keep the transcript as a text file
close = Close
# A tooltip. Escape is the key.
close-title = Close (Escape)
# Read aloud: the list.
steps = Steps
# A tooltip.
go-title = Go to this step

# Where a step stands.
# $stop: the number of the stop
# $phase: of a collection of the garbage collector
in-phase = Stop { $stop }, a collection: { $phase }
# $stop: the number of the stop
# $line: the line that runs next
at-line = Stop { $stop }, line { $line }
# $stop: the number of the stop
# $line: the line that runs next
# $function: the function it is in
in-function = Stop { $stop }, line { $line } in { $function }
# All lines have run.
# $stop: the number of the stop
at-the-end = Stop { $stop }, the end
# All lines have run.
# $stop: the number of the stop
# $function: the function it is in
end-in-function = Stop { $stop }, the end in { $function }

# The first line of the transcript as a file.
# $file: the program's
head = { $file }, CPython 3.12.1, step by step
# The last line of the transcript as a file, where it is not complete.
rest = The rest was not told yet.

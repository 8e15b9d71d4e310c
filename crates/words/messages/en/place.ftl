# Where in the recording the page stands: beside the controls. A stop is a line about to run or a phase of a collection.

# $stop (Number): its number
# $last (Number): the number of the last stop
# $line: the line that runs next
at-line = Stop { $stop } of { $last }, line { $line }
# $stop (Number): its number
# $last (Number): the number of the last stop
# $line: the line that runs next
# $function: the function it is in
in-function = Stop { $stop } of { $last }, line { $line } in { $function }
# $stop (Number): its number
# $last (Number): the number of the last stop
# $phase (Number): from 1
# $phases (Number): how many there are
in-phase = Stop { $stop } of { $last }, phase { $phase } of { $phases } of a collection
# $stop (Number): its number
# $last (Number): the number of the last stop
# $phase (Number): from 1
# $phases (Number): how many there are
# $at: how far within the phase
within-phase = Stop { $stop } of { $last }, phase { $phase } of { $phases } of a collection, { $at }
# While a finalizer or the callback of a weak reference runs.
# $stop (Number): its number
# $last (Number): the number of the last stop
# $line: the line that runs next
# $function: the function it is in
# $phase (Number): from 1
# $phases (Number): how many there are
line-in-phase = Stop { $stop } of { $last }, line { $line } in { $function }, phase { $phase } of { $phases } of a collection
# $stop (Number): its number
# $last (Number): the number of the last stop
at-the-end = Stop { $stop } of { $last }, the end
# $stop (Number): its number
# $last (Number): the number of the last stop
all-lines-run = Stop { $stop } of { $last }, all lines have run
nothing-recorded = No recording yet

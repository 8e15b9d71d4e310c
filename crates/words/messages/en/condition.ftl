# Writing the condition of a breakpoint: below the program.

# What the form is called, said aloud.
name = Breakpoint
# Stands before a field with an expression in Python.
# $line: the breakpoint's line
stop-if = Stop before line { $line } if
# Stands in the empty field. `n > 3` is Python.
placeholder = always, or an expression such as n > 3
# Buttons. Enter, F9 and Escape are keys.
set = Set
set-title = Set the breakpoint so (Enter)
remove = Remove
remove-title = Remove the breakpoint (F9)
close = Close
close-title = Leave it as it was (Escape)

# Conditions of breakpoints: Python expressions that are worked out each time before a line runs. Whole sentences, in a line
# below the condition or beside the controls. In all of them:
# $condition: the expression, code

# Why the search has stopped here.
# $condition: the expression, code
holds = `{ $condition }` is true.
# $condition: what was typed
# $message: Python’s own message, in English
no-expression = The condition `{ $condition }` is not an expression: { $message }.
# `==` is the operator that compares.
# $condition: the expression, code
names-a-value = The condition `{ $condition }` would change the program: it gives a name a value. To compare, write ==.
# $condition: the expression, code
too-much-work = The condition `{ $condition }` takes too long: builtin functions in it work without an end in sight.
# $condition: the expression, code
# $steps: how many instructions of it ran, about
too-many-steps = The condition `{ $condition }` takes too long: it was stopped after { $steps } steps.
# $condition: the expression, code
# $reason: why the program could not go on, a sentence without its full stop
cannot-be-worked-out = The condition `{ $condition }` cannot be worked out: { $reason }.
# $condition: the expression, code
would-end-the-program = The condition `{ $condition }` would end the program.
# $condition: the expression, code
# $exception: its class and its message, as Python writes them
# $line: the line’s number
# $step: the step’s number
raises = The condition `{ $condition }` raises { $exception } (line { $line }, step { $step }).

# The condition would do more than tell whether something is true.
# $condition: the expression, code
writes = The condition `{ $condition }` would change the program: it writes.
# $condition: the expression, code
reads-input = The condition `{ $condition }` would change the program: it reads input.
# $condition: the expression, code
changes-interpreter = The condition `{ $condition }` would change the program: it changes how the interpreter works.
# $condition: the expression, code
sets-trace-function = The condition `{ $condition }` would change the program: it sets a trace function.
# $condition: the expression, code
changes-contents = The condition `{ $condition }` would change the program: the contents of an object.
# $condition: the expression, code
# $object: what it would change: list #5
changes-object = The condition `{ $condition }` would change the program: { $object }.

# Wrong ideas of names and memory, each as somebody would put it who has it. Told after a wrong answer to a question, and in
# the sentence “That would be printed if this were so: …”. What stands between backticks is Python and stays.

assignment-copies = An assignment copies the object.
arguments-are-copied = A function gets copies of its arguments.
copies-are-deep = A copy copies all that is inside as well.
copies-are-shared = A copy is the same object until one is changed.
repetition-copies = Repeating a list repeats the objects in it.
is-compares-values = `is` compares values.
equal-means-apart = Every number and text is an object of its own.
# The default value of a function’s parameter.
each-call-has-its-default = Each call makes the default anew.
each-instance-has-its-own = Each instance has its own object in a class attribute.
sum-changes-in-place = `a = a + b` changes the object that `a` names.
in-place-makes-new = `a += b` always makes a new object.
functions-keep-values = A function keeps the value that a variable had when it was made.
methods-return-the-object = A method that changes an object returns it.
# A text is a Python str.
text-changes-in-place = A method of a text changes the text.
assignments-reach-out = An assignment in a function changes the global name.
generators-run-at-once = Calling a generator function runs its body.
generators-start-again = A generator can be gone through again.
definitions-run = `def` runs the body of the function.
del-destroys = `del` destroys the object.
death-comes-later = Objects are freed some time later, by the garbage collector.
counting-frees-cycles = What nobody can reach is freed at once.
collector-takes-the-living = The collector may take what is still in use.
collector-frees-everything = The collector frees everything it looks at.
# Instead of objects.
collector-counts-cycles = The collector counts cycles.
# When an object dies: what it referred to.
contents-stay = What was inside stays behind.
references-do-not-count = A reference more or less does not count.
# Also if it refers to the object several times.
holders-count-once = Whoever refers to an object counts once.
calls-hold-nothing = The argument of a call is no reference.
ids-belong-to-names = The address belongs to the name.
ids-are-unique = An address is never used again.
# The collector’s generations.
survivors-stay = Who survives a collection stays in its generation.
survivors-are-old = Who survives a collection is in the oldest generation.
errors-are-ignored = After an error the program goes on with the next line.
# The condition of an `if` or a `while`: true instead of false, or false instead of true.
condition-is-otherwise = The condition is otherwise.

# What is so instead of the wrong idea of the same name above: why the right answer is right.

truth-assignment-copies = An assignment makes another name for the same object.
truth-arguments-are-copied = A parameter is another name for the object that the caller gave.
truth-copies-are-deep = A copy of a container refers to the same objects inside.
truth-repetition-copies = Repeating repeats the references, to one and the same object.
truth-is-compares-values = `is` asks whether both sides are one object.
truth-each-call-has-its-default = The default is made once, when `def` runs, and all calls share it.
truth-each-instance-has-its-own = An attribute of the class is one object, which all instances see.
truth-sum-changes-in-place = `+` makes a new object, and the assignment moves only this name.
truth-in-place-makes-new = For a list `+=` changes the object in place, for all who refer to it.
truth-functions-keep-values = A function looks the variable up when it is called.
truth-methods-return-the-object = A method that changes an object in place returns `None`.
truth-text-changes-in-place = A text never changes: the method returns a new one.
truth-assignments-reach-out = A name that is assigned in a function is local to the call.
truth-generators-run-at-once = The body of a generator runs piece by piece, as items are asked for.
truth-generators-start-again = A generator that has ended stays ended.
truth-del-destroys = `del` takes a name away; the object lives as long as something refers to it.
truth-calls-hold-nothing = While the call runs, its argument is a reference as well.
truth-collector-counts-cycles = `gc.collect()` returns how many objects it found.
truth-counting-frees-cycles = In a cycle no count falls to 0: that is left to the collector.
# Where nothing more can be said.
truth-otherwise = The recording shows it.

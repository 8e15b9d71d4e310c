# A Python script for the student's own Python: it runs the program up to a line and prints what it finds beside what Heapglass shows.
# Names of Python (gc, f_locals), version numbers and byte sizes stay as they are.

# At the top of the script, before a line.
# $file: the program's
# $line: where it stops
# $time: at which of the line's executions
before-line = Runs { $file } up to one moment (before line { $line }, time { $time }) and compares what is there with Heapglass.
# At the top of the script, after the last line.
# $file: the program's
after-all = Runs { $file } up to one moment (after the last line) and compares what is there with Heapglass.
# At the top of the script, the second line.
versions = Heapglass shows CPython 3.12.1; where your Python is another version, the reason for a difference is told.
# A comment above a list of facts. 0 is the outermost frame.
facts = Where (0 is the outermost frame), what, how it is asked for, and what Heapglass shows.

# Printed first.
# $version: of this Python
begin = Python { $version }; Heapglass shows 3.12.1
# What a number is: how many references there are.
# $thing: Python code
references = references to { $thing }
# Instead of a count of references.
immortal = immortal
# Behind a fact that differs: what it is there and here, and why.
# $shown: in Heapglass
# $here: in this Python
# $why: one of the reasons below
differs = Heapglass { $shown }, here { $here }: { $why }
# Printed last.
# $count: how many facts there are
all-agree = agrees: all { $count } facts
# Printed last.
# $wrong: how many differ
# $count: how many facts there are
some-differ = differs: { $wrong } of { $count } facts
# Printed last.
# $problem: the exception
ended-before = differs: the program ended before that moment ({ $problem })

# A reason for a difference, behind a colon.
why-same-version = the same version should agree: does a debugger or another tool run here?
why-dict = tables of dicts are laid out otherwise: keys of 24 bytes up to 3.10; from 3.14 on all dicts are tracked
why-int-size = up to 3.11 zero takes 24 bytes, since 3.12 it has a digit, 28
why-str-size = up to 3.11 a str had 8 bytes more, for a form that is gone
why-list-size = how much room a list takes beyond its items was changed in 3.9 and 3.14
why-type-size = classes grow with almost every version
why-struct-size = the struct behind it has other fields in this version
why-size = what lies before an object (dict, weak references) was moved in 3.11, 3.12 and 3.13
why-function-count = since 3.11 a frame holds the function that it runs; before, it did not
why-old-count = before 3.12 no object is immortal, and up to 3.10 a call keeps its arguments on the caller's stack
why-count = 3.13 keeps fewer interned texts for ever; from 3.14 on names may be read without counting
why-threshold = 700 up to 3.12, 2000 from 3.13 on; 3.14.0 to 3.14.4 have two generations
why-tracked = when tuples and dicts leave the collector's lists was changed in 3.14
why-is = which constants are one object is the compiler's choice, and it was changed
why-else = this version differs here

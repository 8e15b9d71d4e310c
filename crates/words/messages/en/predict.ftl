# Questions before a line runs (or a collection goes on): the question, the answers to choose from, and below the chosen answer
# why it is right or wrong. What stands between backticks is Python and stays. In all of them:
# $line: a line of the program, code. $what: an object’s title, such as “list #3”. $name: a name in the program.

# An answer to “What does it print?”: no output at all. Also an author’s answer that is empty.
nothing = nothing
# An answer to “Which line runs next?”.
# $number: of the line
# $line: its text
numbered-line = line { $number }: `{ $line }`

# Two names for one object; the line changes it through one of them.
# $line: the line
# $name: the other name, or the name of a container
alias-ask = `{ $line }` is about to run. What does `{ $name }` show then?
# $through: the name in the line
# $other: the other name
# $what: the object
alias-names = `{ $through }` and `{ $other }` are two names for one object, { $what }. A change through one name is seen through the other.
# $other: the other name
# $what: the object
alias-no-copy = That would be so if `{ $other }` had an object of its own. No assignment has copied anything: both arrows end at { $what }.
# An answer: what the name shows then.
# $other: the other name
alias-empty = nothing: `{ $other }` is empty now
# $what: the object
# $other: the other name
alias-not-replaced = The object is changed, not replaced: it stays { $what }, and `{ $other }` still points at it.
# Several places of one container refer to the object, as in `[[0]] * 3`.
# $what: the object
alias-places = All these places refer to one object, { $what }. Changed once, it is changed for each of them.
# $what: the object
alias-places-apart = That would be so if each place had an object of its own. They all refer to { $what }: repeating copies references, not objects.
# $what: the object
alias-itself = The line changes { $what } itself, not a copy of it.

# $line: the line
printed-ask = `{ $line }` is about to run. What does it print?
# $idea: a wrong idea, a whole sentence (see ideas.ftl)
printed-if = That would be printed if this were so: { $idea }

# What becomes of an object whose name goes. Answers:
fate-dies = It dies at once
fate-lives = It lives on, and the program can reach it
fate-lost = It lives on, though nothing in the program leads to it
# $name: a name
# $what: the object
# $line: the line
fate-ask = `{ $name }` names { $what }. `{ $line }` is about to run. What becomes of { $what }?
# Stands in place of a holder’s title where none is known: something else still refers to it.
something-else = something else
fate-why-dies = Its count falls to 0: no reference is left. CPython frees an object in the moment when its count is 0.
# $name: the name that lets go
# $count: its reference count before
# $now: its reference count afterwards
# $holder: who still refers to it: a name in backticks, an object’s title, or “something else”
fate-why-lives = `{ $name }` lets go of it, and its count goes from { $count } to { $now }: { $holder } still refers to it.
# $name: the name that lets go
# $now: its reference count afterwards
# $holder: who still refers to it, part of a cycle of objects
fate-why-lost = `{ $name }` lets go of it, but its count only falls to { $now }: { $holder } still refers to it, and that one nobody can reach either. Such a cycle waits for the collector.
# Why “It lives on” is wrong.
# $name: the name that lets go
fate-was-the-last = `{ $name }` was the last that referred to it. Nothing leads to it any more.
fate-no-collector = The collector is for cycles alone. What counting can free is freed at once, without it.
# $holder: who still refers to it
fate-only-the-name = Only the name lets go. The object lives as long as a reference is left, and { $holder } refers to it.
# $holder: who still refers to it
fate-still-leads = It can still be reached: { $holder } leads to it.
# $now: its reference count afterwards
# $holder: who still refers to it
fate-counting-is-blind = Counting cannot see a cycle: its count is { $now }, not 0, because { $holder } refers to it.
# $holder: who still refers to it
fate-nothing-leads = Though { $holder } refers to it, nothing that the program can name leads there.

# How many objects die together. The stage is the drawing; its boxes are objects.
# $line: the line
deaths-ask = `{ $line }` is about to run. How many of the boxes on the stage die?
deaths-why = When an object dies, what it referred to loses a reference each. Whose count is 0 then, dies in the same moment.
# $what: an object
deaths-at-once = Counting frees { $what } at once, because it loses its last reference.
deaths-inside = What was inside has lost its last reference too: it dies with what held it.
deaths-elsewhere = One of these is still referred to from elsewhere, and lives on.

# The new reference count of an object.
# $name: a name
# $what: the object
# $count: its reference count before
# $line: the line
count-ask = `{ $name }` names { $what }; its count is { $count }. `{ $line }` is about to run. What is the count then?
# $more (Number): references that come
# $old: the count before
# $new: the count afterwards
count-rises = References to it: { $more } more. So its count goes from { $old } to { $new }.
# $less (Number): references that go
# $old: the count before
# $new: the count afterwards
count-falls = References to it: { $less } less. So its count goes from { $old } to { $new }.
count-nothing-copied = Nothing is copied: what is new is a reference, and each reference counts.
# A container may refer to the same object at several places.
count-every-place = Every place counts, also several in one container.
# The badge is the small number at an object’s box.
count-of-the-call = That is what `sys.getrefcount` would print: its own argument is a reference while the call runs. The badge shows the count without it.
count-taken-off = A reference that goes is taken off at once.
# Why it does not die.
# $left (Number): references
count-left = { $left ->
    [one] { $left } reference is left: the object lives as long as anything refers to it.
   *[other] { $left } references are left: the object lives as long as anything refers to it.
}

# Whether two names name one object.
# $line: the line
# $target: the name that the line binds
# $other: another name
identity-ask = `{ $line }` is about to run. What is `{ $target } is { $other }` then?
# An answer.
identity-until-changed = `True`, until one of them is changed
# What is wrong about that answer.
identity-no-half-way = There is no such half-way: either there is one object or there are two, from the start.
# $what: the object
identity-one = Both names point at { $what }.
identity-nothing-copied = Nothing is copied here: an assignment points the name at the object that is there.
# $target: the name that the line binds
# $what: the new object
# $other: another name
# $then: the object of the other name
identity-two = `{ $target }` names { $what }, a new object with the same contents or others; `{ $other }` names { $then }.
# $made: the right side of the assignment, code
# $other: another name
# $then: the object of the other name
identity-makes-new = `{ $made }` makes a new object; `{ $other }` still names { $then }.
# Equal numbers or texts.
# $line: the line
# $other: a name
# $value: its value, as Python writes it
# $target: the name that the line binds
identity-ask-equal = `{ $line }` is about to run; `{ $other }` is `{ $value }` already. What is `{ $target } is { $other }` then?
identity-small-ints = CPython keeps one object for each int from −5 to 256.
identity-small-ints-shared = Small ints are made once, when Python starts, and everybody uses them.
identity-found = Here CPython found the object that was there already: an equal constant, or a text that it keeps once.
identity-constants = Not every value is an object of its own: equal constants of one program are stored once.
identity-made-apart = The two are equal, but they were made apart: two objects.
identity-asks-one = `==` compares values and would be true. `is` asks whether there is one object, and there are two.

# Which address a new object gets.
# $what: the object that died
# $line: the line
# $type: a type’s name
address-ask = { $what } has just died. `{ $line }` is about to run and makes a { $type }. Where will it lie?
# An answer.
address-same = Where the other one lay: it has the same `id`
address-why-same = What was freed last is handed out first. Two objects that do not live at the same time can have the same address.
# An answer.
address-fresh = At an address that no object had before
address-why-not-fresh = An `id` is an address, and it is only unique among objects that live at the same time. Freed memory is used again.
# An answer.
address-behind = Behind the object that was made last
address-why-not-behind = Memory is not handed out in one direction: what was freed last is handed out first.
# The name is bound to a new object of the same type; the old one dies.
# $name: the name
# $what: the old object
# $line: the line
address-ask-bound = `{ $name }` names { $what }. `{ $line }` is about to run. Will `id({ $name })` be the same as before?
# An answer.
address-other = No: another address; the old one becomes free
# $what: the old object
# $name: the name
address-why-other = The new object is made while { $what } is still there, so it needs a place of its own. Only then `{ $name }` lets go, and the old place is free.
# An answer.
address-same-name = Yes: it is still the same name
# $name: the name
address-why-not-same-name = The address is that of the object, not that of the name: `{ $name }` points at another object then.
# An answer.
address-never-again = No: another address; the old one is never used again
address-why-not-never-again = The freed memory is handed out again, perhaps to the very next object of this size.

# What a collection of the cyclic garbage collector finds.
# $all (Number): how many boxes it examines
collection-ask = A collection has begun; it examines { $all } of the boxes on the stage. How many will it free?
collection-why-none = Each of them can be reached from a name, a running call or the interpreter: the collector takes nothing that is in use.
collection-why = The collector takes off all references that come from the examined objects themselves. Who has none left, and is not reached from one that has, is garbage.
collection-not-all = It looks at all of them, but frees only those that nothing leads to.
collection-some = Some of them only refer to each other: nothing that the program can reach leads there.
collection-each = A cycle is not freed as one thing: each object in it is found and freed.
collection-reachable = The program can still reach all of them.

# In which generation of the collector an object is afterwards.
# $generation: 0, 1 or 2
# $what: an object
generation-ask = A collection of generation { $generation } has begun, and { $what } is in use. In which generation is it afterwards?
generation-why-oldest = Above the oldest generation there is none: who survives a full collection is in generation 2.
# $generation: 0 or 1
generation-why = Who survives a collection of generation { $generation } moves up by one.
generation-stays-oldest = Above the oldest generation there is none: who survives a full collection is in generation 2. So it is not examined again so soon.
# $generation: 0 or 1
generation-stays = Who survives a collection of generation { $generation } moves up by one. So it is not examined again so soon.
generation-only-new = Only new objects are in generation 0.
generation-one-at-a-time = One generation at a time: it has to survive a collection of the next one as well.
generation-full = A full collection moves all who survive it to the oldest generation.

# Which line runs next.
# $number: of the line
# $line: its text
next-ask = Line { $number } is about to run: `{ $line }`. Which line runs next?
# $idea: a wrong idea, a whole sentence (see ideas.ftl)
next-if = That would be next if this were so: { $idea }
# $name: a generator function
next-generator = Calling `{ $name }` only makes a generator. Its body begins when somebody asks for the first item.
next-definition = `def` makes a function object and gives it a name. Its body runs when it is called.
# Why the body of a `for` does not run.
next-loop-over-wrong = Nothing is left to go through: the loop is over.
# Why the line behind the loop runs.
next-loop-over = The loop is over: its iterator has no more items.
next-true = The condition is true.
next-false = The condition is false.
next-exception = An exception is raised here. The rest of the block is left out, and Python looks for a handler.

# The details of the selected object: its ledger (every change of its reference count), its life, and why it is alive.

# A group of three buttons: fields, ledger, why alive. Read aloud.
tabs = What to show of it
# A button: the object's fields in memory.
fields = Fields
fields-about = Its fields in memory (B)
# A button, and the name of what it shows: the list of all changes of the object's reference count.
ledger = Ledger
ledger-about = Every change of its reference count, and its life (7)
# A button: who keeps the object alive.
why = Why alive?
why-about = Who keeps it alive, and what would free it (Y)
# The name of the part of the page, read aloud.
why-title = Why it is alive
# While the ledger is on its way.
reading = Reading its life from the recording.

# A button that leads to a step; stands in sentences such as "Born in line 3". Whole, it is the variable $place, $born, $died below.
# $line: number of a line of the program
at-line = line { $line }
# The same where the program is over: "Died in the end".
at-the-end = the end
# What that button does.
# $step (Number): number of the step
go-to-step = Go to step { $step }
# $step (Number): number of the step
# $function: name of the function it is in
go-to-step-in = Go to step { $step } in { $function }

# $place: a button, "line 3" or "the end"
# $by: what made it, as `BUILD_LIST`
born = Born in { $place } by { $by }
# $place: a button, "line 3" or "the end"
# $by: what made it
# $holder: what held a reference to it first
born-and-held = Born in { $place } by { $by }, held first by { $holder }
older = Older than the program
# The collector's generations of objects: 0 is the youngest.
# $generation (Number): its number
# $place: a button, "line 3" or "the end"
generation = { $generation ->
    [0] Joined the youngest generation in { $place }
   *[other] Moved to generation { $generation } in { $place }
}
# $place: a button, "line 3" or "the end"
# $cause: what took the reference away
died-last-reference = Died in { $place }: its last reference went ({ $cause })
# $place: a button, "line 3" or "the end"
# $cause: what ended it
died = Died in { $place }: { $cause }
still-lives = Lives as long as the recording
# $step (Number): until here the recording was read; there may be more
read-up-to = Read up to step { $step }

# A button.
ask-tenants = Who else had this address?
ask-tenants-about = Which objects had this address, one after the other
# The name of the list of objects that had the address, read aloud.
tenants = Who had this address
# The heading of that list.
# $count (Number): how many
# $address: as 0x7f…
objects-at = { $count ->
    [one] { $count } object at { $address }
   *[other] { $count } objects at { $address }
}
# A row of that list that stands for those not shown.
# $count (Number): how many
tenants-before = { $count } before
# $count (Number): how many
tenants-after = { $count } after
# Rows of that list: an object and its life.
# $object: a button, "list #7"
# $born: a button, "line 3"
# $died: a button, "line 3" or "the end"
tenant-died = { $object }, born in { $born }, died in { $died }
# $object: a button, "list #7"
# $born: a button, "line 3"
tenant-lives = { $object }, born in { $born }
# $object: a button, "list #7"
# $died: a button, "line 3" or "the end"
tenant-old-died = { $object }, older than the program, died in { $died }
# $object: a button, "list #7"
tenant-old = { $object }, older than the program
# What the button with an object's name does.
select = Select this object

# A button: rows of the ledger for references that one instruction adds and takes back at once.
# $count (Number): how many
temporary = { $count ->
    [one] { $count } reference for the time of an instruction
   *[other] { $count } references for the time of an instruction
}
# What that button does.
temporary-fold = Fold what one instruction adds and takes back
temporary-show = Show what one instruction adds and takes back
# The heads of the ledger's columns: the line, +1 or −1, the count then, and what changed it.
where-head = Where
change-head = Change
count-head = Count
why-head = Why
# A row of the ledger that stands for those not shown.
# $count (Number): how many
entries-before = { $count ->
    [one] { $count } entry before
   *[other] { $count } entries before
}
# $count (Number): how many
entries-after = { $count ->
    [one] { $count } entry after
   *[other] { $count } entries after
}

# While the answer is on its way.
looking = Looking for ways to it.
# A heading above the references that hold the object.
what-frees = What would free it?
# A heading above chains of references from a name to the object.
ways = Shortest ways to it
# The end of such a chain: the object itself.
it = it
sole = Underlined twice: without this one reference it could not be reached.
# A reference that holds the object: a global name.
# $name: the name
by-name = the name `{ $name }`
# A reference that holds the object: a function's name.
# $name: the name
# $function: the function
by-name-of = the name `{ $name }` of `{ $function }`
# A reference that holds the object: a part of another.
# $part: an index, as "[0]", or an attribute
# $object: as "list #7"
by-part = `{ $part }` of { $object }
# A button at a reference, and what it does.
what-if = What if?
what-if-about = What would die without this reference?
# $reference: as "the name a": one of the three messages above
what-if-of = What would die without { $reference }?
# A button at a reference, and what it does. An alternative is a run of the program from here on with something changed.
drop = Drop it
drop-about = Go on without this reference, in an alternative; the recording is kept
# $reference: the reference, as "the name a"
drop-of = Go on without { $reference }

# The objects that would die at once without the reference.
# $objects: buttons with the objects' numbers
at-once = At once: { $objects }
# $objects: buttons with the objects' numbers
# $more (Number): how many are not listed
at-once-and-more = At once: { $objects } and { $more } more
# The objects that the garbage collector would free then.
# $objects: buttons with the objects' numbers
with-collector = With the collector: { $objects }
# $objects: buttons with the objects' numbers
# $more (Number): how many are not listed
with-collector-and-more = With the collector: { $objects } and { $more } more

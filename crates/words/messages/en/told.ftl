# The transcript: the whole recording in words, a few sentences for each step. The sentence that the page shows comes first.

# $exception: IndexError #7
# $line: where it was raised
raised-in-line = { $exception } is raised in line { $line }.
# $exception: IndexError #7
raised = { $exception } is raised.
# $name: a variable
# $function: the function it was in
unnamed = The name `{ $name }` is deleted from { $function }.
# $name: a variable of the program
# $value: list #7, or a small value: 5, 'text'
names = `{ $name }` names { $value }.
# $name: a variable of a function
# $function: the function
# $value: list #7, or a small value: 5, 'text'
names-in = `{ $name }` in { $function } names { $value }.
# $name: a variable of the program
names-nothing = `{ $name }` names nothing.
# $name: a variable of a function
# $function: the function
names-nothing-in = `{ $name }` in { $function } names nothing.
# A new object. Four sentences: without more, with its value, with what it holds, with what it holds but not all of it.
# $object: list #7
# $references (Number): its count
# $bytes (Number): its size
made = { $references ->
    [one] { $object } is made; { $references } reference, { $bytes } bytes.
   *[other] { $object } is made; { $references } references, { $bytes } bytes.
}
# $object: int #7
# $value: as Python shows it: 12345
# $references (Number): its count
# $bytes (Number): its size
made-with-value = { $references ->
    [one] { $object } is made: { $value }; { $references } reference, { $bytes } bytes.
   *[other] { $object } is made: { $value }; { $references } references, { $bytes } bytes.
}
# $object: list #7
# $held: what it holds, a list: 1 at `0`, 2 at `1`
# $references (Number): its count
# $bytes (Number): its size
made-with-parts = { $references ->
    [one] { $object } is made, holding { $held }; { $references } reference, { $bytes } bytes.
   *[other] { $object } is made, holding { $held }; { $references } references, { $bytes } bytes.
}
# $object: list #7
# $held: the beginning of what it holds, a list: 1 at `0`, 2 at `1`
# $more (Number): how many more things it holds
# $references (Number): its count
# $bytes (Number): its size
made-with-many-parts = { $references ->
    [one] { $object } is made, holding { $held } and { $more } more; { $references } reference, { $bytes } bytes.
   *[other] { $object } is made, holding { $held } and { $more } more; { $references } references, { $bytes } bytes.
}
# The same four for an object that has no count, because it is never freed: CPython calls it immortal.
# $object: list #7
# $bytes (Number): its size
immortal-made = { $object } is made; immortal, { $bytes } bytes.
# $object: int #7
# $value: as Python shows it: 5
# $bytes (Number): its size
immortal-made-with-value = { $object } is made: { $value }; immortal, { $bytes } bytes.
# $object: tuple #7
# $held: what it holds, a list: 1 at `0`, 2 at `1`
# $bytes (Number): its size
immortal-made-with-parts = { $object } is made, holding { $held }; immortal, { $bytes } bytes.
# $object: tuple #7
# $held: the beginning of what it holds, a list: 1 at `0`, 2 at `1`
# $more (Number): how many more things it holds
# $bytes (Number): its size
immortal-made-with-many-parts = { $object } is made, holding { $held } and { $more } more; immortal, { $bytes } bytes.
# An entry of the list of what an object holds.
# $value: list #8, or a small value: 5, 'text'
# $place: which cell: an index, a key, an attribute
held-at = { $value } at `{ $place }`
# An entry of that list, for a cell that is empty.
# $place: which cell
nothing-at = nothing at `{ $place }`
# An entry of that list, for a place without a label that is empty.
nothing = nothing
# That list, put together from its entries.
# $front: the entries until now
# $next: one more
list = { $front }, { $next }
# $object: list #7
# $before (Number): references to it before
# $now (Number): references to it now
count-goes = The count of { $object } goes from { $before } to { $now }.
# $object: list #7
# $before (Number): references to it before
# $now (Number): references to it now
# $causes: what has changed it, as in causes.ftl
count-goes-because = The count of { $object } goes from { $before } to { $now }. { $causes }.
# Several causes.
# $front: the causes until now
# $next: one more
causes = { $front }; { $next }
# $object: list #7, garbage that waits for the collector
lost = Nothing leads to { $object } any more, yet it lives.
# Deaths, from here on, by their causes.
# $object: list #7
# $bytes (Number): its size
gone-at-the-end = { $object } is gone, and { $bytes } bytes are free: the program has ended, and the interpreter lets go of everything.
# $object: list #7
# $bytes (Number): its size
gone-by-collection = { $object } is gone, and { $bytes } bytes are free: the collection cleared it, for only objects that nothing leads to held it.
# $object: list #7
# $bytes (Number): its size
# $places: who held it, as in causes.ftl: no longer named by `x`
gone-unheld = { $object } is gone, and { $bytes } bytes are free: its last reference went, it is { $places }.
# $object: list #7
# $bytes (Number): its size
gone-let-go = { $object } is gone, and { $bytes } bytes are free: its last reference went: the interpreter, or an expression, is done with it.
# Several of those places.
# $front: the places until now
# $next: one more
places = { $front } and { $next }
# The collector's scratch count of an object and its verdict so far, while a collection runs.
# $verdict: candidate, reachable, unreachable, condemned, or none
# $object: list #7
# $count (Number): references to it
# $scratch: the scratch count
examined = { $verdict ->
    [candidate] { $object }: count { $count }, scratch count { $scratch }, candidate.
    [reachable] { $object }: count { $count }, scratch count { $scratch }, reachable.
    [unreachable] { $object }: count { $count }, scratch count { $scratch }, unreachable.
    [condemned] { $object }: count { $count }, scratch count { $scratch }, condemned.
   *[none] { $object }: count { $count }, scratch count { $scratch }.
}

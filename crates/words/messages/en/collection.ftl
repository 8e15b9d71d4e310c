# Going through a phase of a collection: one sentence for each object or reference that it has to do with.

# Where in the phase this is.
# $noun: `reference`, `object` or `move` (something that happens to an object)
# $at: its number, from 1
# $last: how many there are
place = { $noun ->
    [reference] reference { $at } of { $last }
    [object] object { $at } of { $last }
   *[move] move { $at } of { $last }
}
# A button that goes on.
next-reference = Next reference
next-object = Next object
next-move = Next move
next-phase = Next phase

# The phase has just begun.
# $phase: its name
# $count (Number): references, objects or moves in it
begins-with-references = { $count ->
    [one] { $phase } begins: { $count } reference to go through.
   *[other] { $phase } begins: { $count } references to go through.
}
# The phase has just begun.
# $phase: its name
# $count (Number): of objects
begins-with-objects = { $count ->
    [one] { $phase } begins: { $count } object to go through.
   *[other] { $phase } begins: { $count } objects to go through.
}
# The phase has just begun. A move is something that happens to an object.
# $phase: its name
# $count (Number): of moves
begins-with-moves = { $count ->
    [one] { $phase } begins: { $count } move to go through.
   *[other] { $phase } begins: { $count } moves to go through.
}
# Within a phase.
# $phase: its name
# $place: the message `place`
# $what: one of the sentences below
within = { $phase }, { $place }: { $what }

## What happens to an object, after a colon.

# $title: the object: `list #7`
# $generation: the one it was in: 0, 1 or 2
gathered = { $title } is examined; it was in generation { $generation }.
# The scratch count is a copy of the reference count from which the collector takes off.
# $title: the object: `list #7`
# $scratch: its scratch count
copied = the count of { $title } is copied, so its scratch count is { $scratch }.
# A reference is taken off.
# $kind: `name` if it comes from a name in Python
# $from: the name, or what in which object it comes from
# $title: the object it leads to: `list #7`
# $before: its scratch count until now
# $scratch: its scratch count from now on
subtracted = { $kind ->
    [name] from the name `{ $from }` to { $title }: { $before } − 1 = { $scratch }.
   *[other] from { $from } to { $title }: { $before } − 1 = { $scratch }.
}
# $title: the object: `list #7`
# $scratch: its scratch count
held = { $title } has { $scratch } left, held from outside: it is kept.
# After finalizers have run.
# $title: the object: `list #7`
# $scratch: its scratch count
held-again = { $title } has { $scratch } left: somebody outside holds it again, so it lives on.
# $title: the object: `list #7`
set-aside = { $title } has 0 left: it is set aside for now.
# After finalizers have run.
# $title: the object: `list #7`
set-aside-again = { $title } has 0 left: nobody has brought it back.
# $kind: `name` if the reference comes from a name in Python
# $from: the name, or the object that refers
# $title: the object that is referred to: `list #7`
reached = { $kind ->
    [name] the name `{ $from }` is kept and refers to { $title }, so that is kept too.
   *[other] { $from } is kept and refers to { $title }, so that is kept too.
}
# It had been set aside.
# $kind: `name` if the reference comes from a name in Python
# $from: the name, or the object that refers
# $title: the object that is referred to: `list #7`
rescued = { $kind ->
    [name] the name `{ $from }` is kept and refers to { $title }: it is rescued.
   *[other] { $from } is kept and refers to { $title }: it is rescued.
}
# After finalizers have run.
# $kind: `name` if the reference comes from a name in Python
# $from: the name, or the object that refers
# $title: the object that is referred to: `list #7`
rescued-again = { $kind ->
    [name] the name `{ $from }` lives on and refers to { $title }, so that lives on too.
   *[other] { $from } lives on and refers to { $title }, so that lives on too.
}
# A ring is a cycle of references.
# $title: the object: `tuple #7`
untracked = { $title } can be in no ring: the collector stops watching it.
# $title: the object: `list #7`
# $generation: 0, 1 or 2
stays = { $title } survives and stays in generation { $generation }.
# $title: the object: `list #7`
# $generation: 1 or 2
promoted = { $title } survives and joins generation { $generation }.
# $kind: `name` if the reference comes from a name in Python
# $from: the name, or the weak reference
# $title: the object it referred to: `Node #7`
weakref-cleared = { $kind ->
    [name] the name `{ $from }` refers to { $title } no longer.
   *[other] { $from } refers to { $title } no longer.
}
# $title: the weak reference: `weakref #7`
callback-called = the callback of { $title } is called.
# $title: the object: `Node #7`
finalized = the finalizer of { $title } runs.
# $title: the object: `list #7`
cleared = { $title } drops what it holds.
# $title: the object: `list #7`
saved = { $title } goes into `gc.garbage`, as DEBUG_SAVEALL wants it.
# $title: the object: `list #7`
died = { $title } dies.

# The phases of a collection of the cyclic garbage collector. "Candidates" are the objects that it examines; "condemned" those that it
# has found to be garbage; "scratch count" is the copy of a count that it calculates with.

# The name of a phase, as a heading.
# $phase: Gather, Copy and so on
name = { $phase ->
    [Gather] Gather
    [Copy] Copy
    [Subtract] Subtract
    [Rescue] Rescue
    [Promote] Promote
    [Weakrefs] Weakrefs
    [Finalize] Finalize
    [Recheck] Recheck
    [Clear] Clear
   *[Done] Done
}
# What the phase has done, from here on: a sentence below the stage.
# $reason: why the collection runs: threshold, manual (`gc.collect()`), shutdown
gathers-youngest = { $reason ->
    [threshold] Generation 0 is examined, because its counter passed the threshold.
    [manual] Generation 0 is examined, because the program asked for it.
   *[shutdown] Generation 0 is examined, because the interpreter is shutting down.
}
# $reason: why the collection runs: threshold, manual (`gc.collect()`), shutdown
# $generation: 1 or 2
gathers = { $reason ->
    [threshold] Generation { $generation } and all younger ones are examined, because its counter passed the threshold.
    [manual] Generation { $generation } and all younger ones are examined, because the program asked for it.
   *[shutdown] Generation { $generation } and all younger ones are examined, because the interpreter is shutting down.
}
copies = Each candidate's reference count is copied to a scratch count.
subtracts = Every reference from one candidate to another is taken off the scratch counts.
# $left (Number): objects that are held by nobody outside
rescues = { $left ->
    [0] What is still held from outside is kept, with all it reaches: nothing is left over.
    [one] What is still held from outside is kept, with all it reaches: { $left } left over.
   *[other] What is still held from outside is kept, with all it reaches: { $left } left over.
}
stay-in-oldest = The survivors stay in the oldest generation.
# $generation: 1 or 2
join-generation = The survivors join generation { $generation }.
no-weakrefs = Weak references to condemned objects would be cleared now: the program has none.
# $cleared (Number): weak references
clears-weakrefs = { $cleared ->
    [one] { $cleared } weak reference to condemned objects cleared; no callback was called.
   *[other] { $cleared } weak references to condemned objects cleared; no callback was called.
}
# $cleared (Number): weak references
# $called (Number): callbacks of weak references
calls-callbacks = { $cleared ->
    [one] { $cleared } weak reference to condemned objects cleared
   *[other] { $cleared } weak references to condemned objects cleared
}, and { $called ->
    [one] { $called } callback called.
   *[other] { $called } callbacks called.
}
# $ran (Number): finalizers: `__del__` methods
finalizes = { $ran ->
    [0] Finalizers of condemned objects would run now: there is none to run.
    [one] { $ran } finalizer of condemned objects ran.
   *[other] { $ran } finalizers of condemned objects ran.
}
nothing-condemned = Nothing is condemned, so nobody can have brought anything back.
# $condemned (Number): objects
nobody-back = { $condemned ->
    [one] Nobody has brought anything back: { $condemned } object stays condemned.
   *[other] Nobody has brought anything back: { $condemned } objects stay condemned.
}
# A finalizer has made a reference to a condemned object.
# $back (Number): objects that are alive again
# $condemned (Number): objects that are not
brought-back = { $back ->
    [one] { $back } object is back and alive, for somebody outside holds it again
   *[other] { $back } objects are back and alive, for somebody outside holds it again
}; { $condemned ->
    [one] { $condemned } object stays condemned.
   *[other] { $condemned } objects stay condemned.
}
# DEBUG_SAVEALL is a flag of Python’s `gc` module.
# $saved (Number): objects
saves = { $saved ->
    [one] { $saved } object is kept in `gc.garbage`, as DEBUG_SAVEALL wants it, instead of being freed.
   *[other] { $saved } objects are kept in `gc.garbage`, as DEBUG_SAVEALL wants it, instead of being freed.
}
# $collected (Number): objects that were freed
clears = { $collected ->
    [0] There was no garbage: nothing was collected.
    [one] The condemned have dropped what they held: { $collected } object was collected.
   *[other] The condemned have dropped what they held: { $collected } objects were collected.
}
over = The collection is over.

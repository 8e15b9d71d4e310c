# “Why is it alive?”, and what would die without a reference. Whole sentences. $what: an object’s title (“list #3”), $place: a
# place as in holders.ftl (“the name a”, “list #3 [0]”).

nothing-recorded = Nothing is recorded yet.
# $object: the object’s number: #3
does-not-live = { $object } does not live at this step.
# $what: the object
immortal = { $what } is immortal: it is never freed, whoever refers to it.
# $what: the object
native-code = Native code that runs holds { $what }.
# $what: the object
only-a-cycle = Nothing that the program can reach refers to { $what }. Only a cycle holds it; it lives until the collector comes.
# One reference alone keeps it.
# $what: the object
# $place: who holds it
because-of = { $what } is alive because of { $place }. Without that reference nobody could reach it.
# Several keep it.
# $what: the object
# $place: one of those who hold it
not-only = { $what } is alive because of { $place }, and not only because of that: no single reference keeps it.
# $what: the object
is-alive = { $what } is alive.

# What would die if a reference went.
# $place: the reference
# $what: what it refers to
would-stay-immortal = Without { $place }, { $what } would live on: it is immortal.
# $place: the reference
# $what: what it refers to
# $others (Number): other references to it
would-live-on = { $others ->
    [one] Without { $place }, { $what } would live on: { $others } other reference keeps it.
   *[other] Without { $place }, { $what } would live on: { $others } other references keep it.
}
# $place: the reference
# $once (Number): objects
# $bytes (Number): their size
would-die = { $once ->
    [one] Without { $place }, { $once } object would die at once ({ $bytes } bytes).
   *[other] Without { $place }, { $once } objects would die at once ({ $bytes } bytes).
}
# $place: the reference
# $later (Number): objects
# $bytes (Number): their size
would-be-lost = { $later ->
    [one] Without { $place }, { $later } object ({ $bytes } bytes) could no longer be reached; a cycle would hold them until the collector comes.
   *[other] Without { $place }, { $later } objects ({ $bytes } bytes) could no longer be reached; a cycle would hold them until the collector comes.
}
# $place: the reference
# $once (Number): objects that die at once
# $later (Number): objects that the collector finds
# $bytes (Number): the size of all of them
would-die-both = { $once ->
    [one] { $later ->
        [one] Without { $place }, { $once } object would die at once, and { $later } object with the next full collection ({ $bytes } bytes).
       *[other] Without { $place }, { $once } object would die at once, and { $later } objects with the next full collection ({ $bytes } bytes).
    }
   *[other] { $later ->
        [one] Without { $place }, { $once } objects would die at once, and { $later } object with the next full collection ({ $bytes } bytes).
       *[other] Without { $place }, { $once } objects would die at once, and { $later } objects with the next full collection ({ $bytes } bytes).
    }
}

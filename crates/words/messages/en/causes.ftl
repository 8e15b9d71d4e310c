# What has changed the count of an object: a line for each reference that came or went, in the object's box and in the transcript.
# The words of the places stand after "+1: " or "−1: ", and in "its last reference went, it is …".

# $holder: a place, as below: named by `x`
came = +1: { $holder }
# $holder: a place, as below: no longer named by `x`
went = −1: { $holder }
# $count (Number): how many references
came-elsewhere = +{ $count }: the interpreter, or a value that an expression still needs
# $count (Number): how many references
went-elsewhere = −{ $count }: the interpreter, or an expression that is done with it
# $change: came, went
# $name: a variable
named = { $change ->
    [came] named by `{ $name }`
   *[went] no longer named by `{ $name }`
}
# $change: came, went
# $name: a variable
# $function: the function it is in
named-in = { $change ->
    [came] named by `{ $name }` of { $function }
   *[went] no longer named by `{ $name }` of { $function }
}
# The value stack: where CPython keeps what an expression works with.
# $change: came, went
stacked = { $change ->
    [came] on the value stack
   *[went] no longer on the value stack
}
# $change: came, went
# $function: the function whose value stack it is
stacked-in = { $change ->
    [came] on the value stack of { $function }
   *[went] no longer on the value stack of { $function }
}
# $change: came, went
# $place: a cell, as Python reads it: [0], ['key'], name
# $object: list #7
held-at = { $change ->
    [came] held by `{ $place }` of { $object }
   *[went] no longer held by `{ $place }` of { $object }
}
# $change: came, went
# $object: set #7
held = { $change ->
    [came] held by { $object }
   *[went] no longer held by { $object }
}
# $change: came, went
# $object: dict #7
key = { $change ->
    [came] a key of { $object }
   *[went] no longer a key of { $object }
}

# What has changed the count of an object: a line for each reference that came or went, in the object's box and in the transcript.
# Where there is a choice
# by $change: came and went are such lines; last stands in "its last reference went, it is …" (told.ftl, gone-unheld), beside others of its kind.

# $count (Number): how many references
came-elsewhere = +{ $count }: the interpreter, or a value that an expression still needs
# $count (Number): how many references
went-elsewhere = −{ $count }: the interpreter, or an expression that is done with it
# $change: came, went, last
# $name: a variable
named = { $change ->
    [came] +1: named by `{ $name }`
    [went] −1: no longer named by `{ $name }`
   *[last] no longer named by `{ $name }`
}
# $change: came, went, last
# $name: a variable
# $function: the function it is in
named-in = { $change ->
    [came] +1: named by `{ $name }` of { $function }
    [went] −1: no longer named by `{ $name }` of { $function }
   *[last] no longer named by `{ $name }` of { $function }
}
# The value stack: where CPython keeps what an expression works with.
# $change: came, went, last
stacked = { $change ->
    [came] +1: on the value stack
    [went] −1: no longer on the value stack
   *[last] no longer on the value stack
}
# $change: came, went, last
# $function: the function whose value stack it is
stacked-in = { $change ->
    [came] +1: on the value stack of { $function }
    [went] −1: no longer on the value stack of { $function }
   *[last] no longer on the value stack of { $function }
}
# $change: came, went, last
# $place: a cell, as Python reads it: [0], ['key'], name
# $object: list #7
held-at = { $change ->
    [came] +1: held by `{ $place }` of { $object }
    [went] −1: no longer held by `{ $place }` of { $object }
   *[last] no longer held by `{ $place }` of { $object }
}
# $change: came, went, last
# $object: set #7
held = { $change ->
    [came] +1: held by { $object }
    [went] −1: no longer held by { $object }
   *[last] no longer held by { $object }
}
# $change: came, went, last
# $object: dict #7
key = { $change ->
    [came] +1: a key of { $object }
    [went] −1: no longer a key of { $object }
   *[last] no longer a key of { $object }
}

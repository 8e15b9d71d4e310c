# Why an object’s reference count changes: the rows of its ledger (“Ledger of list #3”: step, line, +1 or −1, and this), no whole
# sentences. $place, $holder: a place as in holders.ftl, such as “list #3 [0]”. Where there is a choice by $kind: global is a
# global name, local a local name, local-of the local name of a function.

# What made the object: in its life and in the first row of its ledger.
# $kind: interpreter, native, instruction
# $instruction: the instruction, such as BUILD_LIST
maker = { $kind ->
    [interpreter] the interpreter
    [native] native code
   *[instruction] { $instruction }
}
# $kind: interpreter, native, instruction
# $instruction: the instruction, such as BUILD_LIST
made-by = { $kind ->
    [interpreter] made by the interpreter
    [native] made by native code
   *[instruction] made by { $instruction }
}
# A reference that was there only for a moment.
# $kind: interpreter, native, instruction
# $instruction: the instruction, such as LOAD_ATTR
held-while = { $kind ->
    [interpreter] held while the interpreter worked
    [native] held while native code worked
   *[instruction] held while { $instruction } worked
}
another-reference = another reference
reference-less = a reference less

# A reference comes.
# $kind: global, local, local-of
# $name: the name
# $function: the function’s name
bound = { $kind ->
    [global] bound to the name { $name }
    [local] bound to the local name { $name }
   *[local-of] bound to the local name { $name } of { $function }
}
# $function: the function’s name
put-on-stack-of = put on the value stack of { $function }
put-on-stack = put on the value stack
# $place: a place in an object
stored-in = stored in { $place }
# $holder: the interpreter or a part of it
kept-by = kept by { $holder }
held-by-native = held by native code that runs

# A reference goes from one place to another; the count stays.
# $kind: global, local, local-of
# $name: the parameter
# $function: the function’s name
passed = { $kind ->
    [global] passed as an argument: now the name { $name }
    [local] passed as an argument: now the local name { $name }
   *[local-of] passed as an argument: now the local name { $name } of { $function }
}
# $kind: global, local, local-of
# $name: the name
# $function: the function’s name
stack-bound = { $kind ->
    [global] from the value stack: bound to the name { $name }
    [local] from the value stack: bound to the local name { $name }
   *[local-of] from the value stack: bound to the local name { $name } of { $function }
}
# $function: the function’s name
handed-over-to = handed over to the value stack of { $function }
handed-over = handed over to the value stack
# $place: a place in an object
stack-stored = from the value stack: stored in { $place }
# $holder: the interpreter or a part of it
stack-kept = from the value stack: kept by { $holder }
stack-native = from the value stack: held by native code that runs
# $place: a place
# $to: another place
moved = from { $place } to { $to }

# A reference goes.
# $function: the function’s name
taken-from-stack-of = taken from the value stack of { $function }
taken-from-stack = taken from the value stack
let-go-by-native = let go by native code
# $holder: the interpreter or a part of it
let-go-by = let go by { $holder }
# $kind: global, local, local-of
# $name: the name
# $function: the function’s name
call-ended = { $kind ->
    [global] the call ended, and with it the name { $name }
    [local] the call ended, and with it the local name { $name }
   *[local-of] the call ended, and with it the local name { $name } of { $function }
}
# By `del`.
# $kind: global, local, local-of
# $name: the name
# $function: the function’s name
deleted = { $kind ->
    [global] the name { $name } was deleted
    [local] the local name { $name } was deleted
   *[local-of] the local name { $name } of { $function } was deleted
}
# $kind: global, local, local-of
# $name: the name
# $function: the function’s name
bound-elsewhere = { $kind ->
    [global] the name { $name } was bound to something else
    [local] the local name { $name } was bound to something else
   *[local-of] the local name { $name } of { $function } was bound to something else
}
# $kind: global, local, local-of
# $name: the name
# $function: the function’s name
let-go = { $kind ->
    [global] the name { $name } let go of it
    [local] the local name { $name } let go of it
   *[local-of] the local name { $name } of { $function } let go of it
}
# $place: a place in an object
holder-died = its holder died: { $place }
# $place: a place in an object
taken-out-of = taken out of { $place }

# What an object died of.
shut-down = the program had ended: the interpreter let go of everything
collected = the collector found that only a cycle of objects still held it

# In place of the ledger, or below it: whole sentences.
nothing-recorded = Nothing is recorded yet.
# $entries: rows that are kept
too-long = The ledger ends after { $entries } entries.
no-such-object = There is no such object in what is recorded.
immortal = It is immortal: its count never changes.

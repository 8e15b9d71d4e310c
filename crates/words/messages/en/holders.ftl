# Who holds a reference to an object: places as sentences name them, in the middle of a sentence or alone. An object’s title,
# such as “list #3”, is text.

# A global name of the program.
# $name: the name
global-name = the name { $name }
# A name of a call that runs; where $function is unknown, the second.
# $name: the name
# $function: the function’s name
local-name-of = the local name { $name } of { $function }
# $name: the name
local-name = the local name { $name }
# Where a call keeps what it is working on.
# $function: the function’s name
value-stack-of = the value stack of { $function }
value-stack = the value stack
# A field of a call’s frame.
# $field: frame-object, names, function, code
# $function: the function’s name
of-call = { $field ->
    [frame-object] the call of { $function } (its frame object)
    [names] the call of { $function } (its names)
    [function] the call of { $function } (its function)
   *[code] the call of { $function } (its code)
}
# A field of the frame in which the program’s own lines run.
# $field: frame-object, names, function, code
of-module-frame = { $field ->
    [frame-object] the module's frame (its frame object)
    [names] the module's frame (its names)
    [function] the module's frame (its function)
   *[code] the module's frame (its code)
}
native-code = native code that runs
# Who held a new object first: the code that made it.
maker = what made it
# $function: the function’s name
running-call = the running call of { $function }
running-module = the running module
exit-callback = a callback of atexit
interpreter = the interpreter
builtins = the interpreter's builtins
sys-dict = the interpreter's sys dict
exception-raised = the exception being raised
exception-handled = the exception being handled
thread-state = the thread state
decimal-module = the module _decimal
lookup-cache = the cache of lookups

# A place in an object.
# $object: the object’s title
as-key = { $object } (as a key)
# Of a set.
# $object: the object’s title
as-member = { $object } (as a member)
# The reference that each object has to its class.
# $object: the object’s title
its-class = { $object } (its class)
# Of a generator that has not ended.
# $object: the object’s title
its-names = { $object } (its names and stack)
# Of a cell: what the variable in it is bound to.
# $object: the object’s title
its-contents = { $object } (its contents)
# An attribute that has a place of its own (`__slots__`), whose name is not known.
# $object: the object’s title
a-slot = { $object } slot
# A name that several functions share: the place in the function object.
# $object: the object’s title
# $number: which of them, from 0
shared-name = { $object } shared name { $number }

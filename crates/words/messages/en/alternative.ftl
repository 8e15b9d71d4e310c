# Alternative futures: a reference is dropped, or the collector is switched, and the program goes on from there. What was changed,
# or why it cannot be: whole sentences.

# A reference went, and None came in its place.
# $kind: name, item (by index or key), part (an attribute or a field), only (the only place in an object)
# $label: the name, index, key or attribute
# $object: the object’s title
dropped = { $kind ->
    [name] The name { $label } is bound to None instead.
    [item] [{ $label }] of { $object } holds None instead.
    [part] { $label } of { $object } holds None instead.
   *[only] { $object } holds None instead.
}
collector-off-already = The collector is switched off already at this step.
collector-off = The collector is switched off: gc.disable().
# $found (Number): objects
collected = { $found ->
    [one] A full collection has run: it found { $found } object that nobody could reach.
   *[other] A full collection has run: it found { $found } objects that nobody could reach.
}
nothing-recorded = Nothing is recorded yet.

# Places that can be dropped, as sentences name them.
# $label: an index or a key
# $object: an object’s title
item = [{ $label }] of { $object }
# $label: an attribute or a field
# $object: an object’s title
part = { $label } of { $object }

# Why a reference cannot be dropped.
# $object: the object’s number: #3
does-not-live = The object { $object } does not live at this step.
# $name: the name
call-has-ended = The call that had the name { $name } has ended at this step.
# $name: the name
no-such-name = There is no name { $name } at this step.
# $object: an object’s title
no-such-part = { $object } has no such part at this step.
# $label: an index, a key, an attribute
# $object: an object’s title
empty-part = There is nothing at { $label } of { $object } at this step.
weak = This reference is weak: it keeps nothing alive.
in-a-cell = The name lives in a cell that functions share. Drop what the cell holds instead.
# A Python attribute.
instance-dict = An instance keeps its __dict__ as long as it lives. Drop what is in it instead.
row-gone = That row is gone.
tuple-items = A tuple keeps its items for life: no program can take one out.
set-members = A set keeps its members in a hash table; nothing can stand in for one.
fixed = This object keeps that reference as long as it lives: no program can take it away.
# $kind: name, item (by index or key), part (an attribute or a field), only (the only place in an object)
# $label: the name, index, key or attribute
# $object: the object’s title
none-already = { $kind ->
    [name] The name { $label } is bound to None already.
    [item] [{ $label }] of { $object } is None already.
    [part] { $label } of { $object } is None already.
   *[only] { $object } holds None already.
}
# $kind: name, item (by index or key), part (an attribute or a field), only (the only place in an object)
# $label: the name, index, key or attribute
# $object: the object’s title
cannot-be-changed = { $kind ->
    [name] The name { $label } cannot be changed.
    [item] [{ $label }] of { $object } cannot be changed.
    [part] { $label } of { $object } cannot be changed.
   *[only] { $object } cannot be changed.
}
program-ended = The program has ended at this step: there is no future to change.
native-at-work = Native code is at work at this step (a collection, or a function that calls back). Go to a line before or after it.

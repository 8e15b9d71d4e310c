# The list of keys and signs.

heading = Keys and signs
close = Close
# Escape is a key.
close-title = Close (Escape)
# What signs in the drawing mean.
sign-count = Filled badge: the reference count. An outlined ∞ means the object is immortal: its count never changes.
sign-kind = The tile shows the kind in Python's own syntax; the outline of the box tells it too.
# The sign is #18.
sign-number = Birth number: the 18th object of this recording. It stays when the address is used again.
sign-arrow = An arrow is a reference. From a frame it is thick; dashed if it is weak and does not count.
# The sign is a circle that is crossed out.
sign-unreachable = Grey with a cut ring: the program can no longer reach this object, and it is still there.
sign-scratch = Dashed slip under a box: the collector's scratch count during a collection.
# The sign is +1.
sign-changed = Orange: what the last step changed.
note = The page models CPython 3.12.1 on a 64-bit system, byte by byte, and asks no other host for anything.

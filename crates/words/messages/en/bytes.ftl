# A piece of memory byte by byte, with the fields that it is made of.

# The name of the part of the page, and its heading while there is nothing.
bytes = Bytes
# Buttons, each with what it does. (') is a key.
back = Back
back-about = To the bytes that were shown before
close = Close
close-about = Show no bytes (')
# The name of the table, read aloud.
table = Bytes and fields
no-memory = There is no memory at this address at this step.
# $place: what it is, a few words
# $size (Number): bytes
# $address: as 0x7f…
place = { $size ->
    [one] { $place }: { $size } byte at { $address }
   *[other] { $place }: { $size } bytes at { $address }
}
# $first (Number): number of the first byte shown, from 0
# $last (Number): number of the last byte shown
window = Bytes { $first } to { $last } are shown.
# Buttons to the other parts of a long piece, each with what it does.
before = Before
before-about = The bytes before these
behind = Behind
behind-about = The bytes behind these
# The name of the table of fields, read aloud.
# $piece: what it is, as "list #7"
fields-of = Fields of { $piece }
# The heads of its columns, read aloud.
byte-head = Byte
field-head = Field and type
value-head = Value and meaning
# What a button with a pointer does.
# $address: as 0x7f…
follow = To { $address }: its bytes

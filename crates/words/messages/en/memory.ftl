# A piece of memory byte by byte: what it is, where it lies, and what its fields hold.

# What the piece is: headings.
# $pool: its number in its arena
unused-pool = Pool { $pool }, never used
# $pool: its number in its arena
pool-header = Header of pool { $pool }
# The bytes that are left behind the last block.
# $pool: its number in its arena
pool-end = The end of pool { $pool }, too short for a block
# A block that was freed. pymalloc hands out first what was freed last.
free-block-next = Free block, handed out next
# $others (Number): blocks that are handed out before it
free-block = { $others ->
    [one] Free block, handed out after { $others } other
   *[other] Free block, handed out after { $others } others
}
unused-block = A block that was never used
free-chunk = Free, outside the pools
interpreter = Memory of the interpreter
ownerless-block = A block without an object
# A block with the references of a list.
# $object: list #7
items = The items of { $object }
# A block with the values of an instance's attributes.
# $object: Node #7
values = The values of { $object }
# A block with the hash table of a dict or set.
# $object: dict #7
table = The table of { $object }
# $object: deque #7
# $field: the name in C of the field that points at the block
other-block = A block of { $object } ({ $field })
# Where the piece lies: below the heading.
# $pool: its number in its arena
# $arena: its number
in-pool = pool { $pool } of arena { $arena }
# $arena: its number
in-arena = arena { $arena }
# $block: its number in its pool
# $pool: the number of that in its arena
# $arena: its number
block-place = block { $block } of pool { $pool } of arena { $arena }
large-block = a block too large for pools
static-memory = static memory of the interpreter
outside = outside pools and blocks
# What a field is called that has no name in C.
# The attributes: an array of values, or a dict.
field-dict = managed dict or values
# The same in the list of an object’s fields.
field-values = values or dict
# The first of the weak references to the object.
field-weakrefs = managed weakrefs
# The address of the next block in the free list.
field-next-free = next free block
# The characters of a text.
field-characters = characters
# What a field holds.
array-of-values = an array of values
# $address: in hexadecimal
# $marks: a number: what the collector notes in the lowest bits
marked-pointer = → { $address }, marks { $marks }
# In the place of a count: the object is never freed.
immortal = immortal
# A pointer that is 0.
null = null
pointer = a pointer
# For the bytes of the index of a hash table.
indices = which entry each place of the table names
# In the place of a type in C: eight bytes of which no more is known.
word = word

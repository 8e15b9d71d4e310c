# The heap map: arenas of memory, their pools, and the blocks in these, one by one. Arena, pool and block are CPython's words for
# pieces of memory: an arena holds pools, a pool holds blocks of one size.

# A heading.
heading = Heap map
# Beside the heading, and in the list of figures.
# $blocks (Number): how many are in use
# $bytes (Number): of these
blocks-and-bytes = { $blocks ->
    [one] { $blocks } block, { $bytes } bytes
   *[other] { $blocks } blocks, { $bytes } bytes
}

## What can be chosen. The signs in brackets are keys.

# Stands before a menu of what the colours tell: type, size class and so on.
colour-by = Colour by
colour-by-title = What the colours of the map tell (;)
# What the colours tell, in the menu.
colouring-type = type
colouring-size = size class
colouring-age = age
colouring-generation = generation
colouring-occupancy = occupancy
all-blocks = All blocks
all-blocks-title = All blocks of all pools at once, or the pools and one of them opened (@)
large = Large
# The same button, while the map is large.
smaller = Smaller
large-title = As large as the window, or in its place (%)
bytes-shown = Bytes
bytes-shown-title = What was chosen, byte by byte (')

## The legend: what the colours mean.

# The legend, said aloud.
# $colouring: what the colours tell: type, size class and so on
legend = Colours: { $colouring }
# A tooltip in the legend.
# $group: what the blocks of this colour have in common
# $count (Number): how many blocks
group = { $count ->
    [one] { $group }: { $count } block
   *[other] { $group }: { $count } blocks
}
free = free
free-title = Given back; the line and the numbers are the order of the free list
never-used = never used
never-used-title = No block was ever cut from here
header = header
header-title = The header of a pool: 48 bytes
tail = tail
tail-title = The end of a pool: too short for a block
other-types = other types
tables = tables and buffers
# $bytes (Number): of each block
of-size = { $bytes } bytes
# Colours by age: the objects that are older than the program, and four quarters of the program's objects.
older-than-program = older than the program
oldest-quarter = oldest quarter of the program’s
older-quarter = older quarter
younger-quarter = younger quarter
youngest-quarter = youngest quarter
# Colours by generation of the collector.
generation-0 = generation 0, the youngest
generation-1 = generation 1
generation-2 = generation 2, the oldest
not-tracked = not tracked by the collector
# Colours by occupancy: how much of a pool's blocks is in use.
less-than-quarter = less than a quarter in use
quarter = a quarter and more
half = half and more
three-quarters = three quarters and more
full = full

## Figures: where the memory goes. A name, a value, and in a tooltip a sentence.

# All of them, said aloud.
figures = Where the memory goes
# A value.
# $bytes (Number)
bytes = { $bytes } bytes
# A value: how many pools are empty.
# $empty (Number): of these
# $pools (Number): how many pools there are
empty-of = { $empty } of { $pools }
# A value.
# $share: in hundredths
percent = { $share } %
# A value and, for who hears the page, the sentence behind it. The value was said already.
# $about: a sentence
about-aloud = . { $about }
in-use = in use
in-use-about = Blocks that hold an object or a table of one.
# The name of a value such as 31 %.
of-pools = of the pools
of-pools-about = So much of the memory of all carved pools is in blocks in use; the rest waits in free blocks, headers and ends.
given-back = given back
given-back-about = Free blocks in the lists of their pools: only requests of the same size class can use them. This is fragmentation.
never-carved = never carved
never-carved-about = Room at the end of pools that no block was ever cut from.
largest-hole = largest hole
largest-hole-about = The longest run of neighbouring free blocks within a pool. It can only be used in pieces of the pool’s size class.
empty-pools = empty pools
empty-pools-about = Pools without a block in use: any size class can take them.
untouched-pools = untouched pools
untouched-pools-about = Pools of the arenas that have not been needed yet.
rounding = rounding
rounding-about = Requests are rounded up to multiples of 16 bytes: so much is lost within the blocks of objects.
tails = tails
tails-about = Bytes at the ends of pools that are too few for another block.
headers = headers
headers-about = Each pool begins with a header of 48 bytes: what it holds, and its free list.
outside-pools = outside pools
outside-pools-about = Requests of more than 512 bytes go to the C library’s allocator: the items of long lists, large tables.

## The drawing.

# The drawing, said aloud.
map-of-all = Map of all blocks
map-of-pools = Map of arenas, pools and blocks
# Below the drawing, until something is pointed at.
how-to-use = Point at a block, or move with the arrow keys; Enter opens, + and − and the wheel change the size.
# Headlines in the drawing: a name at the left, a fact at the right. There is little room.
# $arena: its number
arena = Arena { $arena }
# $used (Number): pools of which blocks are cut
# $size (Number): all pools of the arena
carved = { $used } of { $size } pools carved
# $pool: its number
# $arena: its number
pool = Pool { $pool } of arena { $arena }
# $bytes (Number): of each block
# $used: blocks in use
# $blocks: all blocks
pool-fact = blocks of { $bytes } bytes, { $used } of { $blocks } in use
# The same, where there is no room for all of it.
# $used: blocks in use
# $blocks: all blocks
pool-fact-short = { $used } of { $blocks } in use
too-large = Too large for pools
# $blocks: how many
too-large-fact = { $blocks } in use
# In a pool's header, very small.
header-in-pool = header 48 bytes
# In a pool's header, very small.
# $bytes (Number): of each block
bytes-in-pool = { $bytes } bytes
# At what is chosen. There is little room.
# $block: its number
block-short = block { $block }
# $block: its number
# $object: what it holds: `list #7`
block-short-with = block { $block }: { $object }

## What is pointed at or chosen, in a sentence below the drawing.

# $pool: its number
# $arena: its number
told-unused-pool = Pool { $pool } of arena { $arena } was never used.
# $pool: its number
# $arena: its number
# $address: where it begins
# $bytes (Number): of each block
# $used: blocks in use
# $blocks: all blocks
told-pool = Pool { $pool } of arena { $arena }, at { $address }: blocks of { $bytes } bytes, { $used } of { $blocks } in use.
# $pool: its number
# $arena: its number
# $address: where it begins
told-header = Header of pool { $pool } of arena { $arena }, at { $address }: 48 bytes.
# $pool: its number
# $arena: its number
# $bytes (Number): of the tail
told-tail = The last { $bytes } bytes of pool { $pool } of arena { $arena }: too few for another block.
# $block: its number
# $pool: its number
# $arena: its number
# $address: where it begins
# $content: one of those below that end with a full stop
told-block = Block { $block } of pool { $pool } of arena { $arena }, at { $address }: { $content }
# In a block.
# $object: `list #7`
# $bytes (Number): of the block
# $generation: of the collector: 0, 1, 2; `none` if the collector does not watch it
object = { $generation ->
    [none] { $object }, { $bytes } bytes.
   *[other] { $object }, { $bytes } bytes, generation { $generation }.
}
# In a block.
# $object: `list #7`
# $bytes (Number): of the block
# $generation: of the collector: 0, 1, 2; `none` if the collector does not watch it
object-fits = { $generation ->
    [none] { $object }, { $bytes } bytes, as many as were asked for.
   *[other] { $object }, { $bytes } bytes, as many as were asked for, generation { $generation }.
}
# In a block.
# $object: `list #7`
# $asked (Number): bytes that were asked for
# $bytes (Number): of the block
# $generation: of the collector: 0, 1, 2; `none` if the collector does not watch it
object-rounded = { $generation ->
    [none] { $object }, { $asked } bytes were asked for, rounded up to { $bytes }.
   *[other] { $object }, { $asked } bytes were asked for, rounded up to { $bytes }, generation { $generation }.
}
# In a block.
# $bytes (Number): of the block
buffer = a table or buffer, { $bytes } bytes.
# In a block.
# $bytes (Number): of the block
free-next = free, { $bytes } bytes, handed out next.
# In a block.
# $bytes (Number): of the block
# $place: in the free list, from 1
free-in-list = free, { $bytes } bytes, number { $place } of the free list.
# In a block.
# $bytes (Number): of the block
free-block = free, { $bytes } bytes.
# In a block.
# $bytes (Number): of the block
never-used-block = never used, { $bytes } bytes.
# $address: where it begins
# $object: what it holds: `list #7`
# $bytes (Number): how large it is
told-outside = Outside the pools, at { $address }: { $object }, { $bytes } bytes.
# $address: where it begins
# $bytes (Number): how large it is
told-outside-buffer = Outside the pools, at { $address }: a table or buffer, { $bytes } bytes.
# $address: where it begins
# $bytes (Number): how large it is
told-outside-free = Outside the pools, at { $address }: free, { $bytes } bytes.

# What the fields of CPython's structs in C are for: a sentence beside each field, where a piece of memory is shown byte by byte.
# The comment above each message is the field's name.

# ob_refcnt
ob-refcnt = How many references there are to this object; at 0 it dies.
# ob_type
ob-type = The class of the object: what can be done with it.
# _gc_next
gc-next = The next object in the same generation of the collector.
# _gc_prev
gc-prev = The object before it in its generation, and the collector’s marks in the lowest bits.
# managed dict or values
managed-dict = The attributes: an array of values, or a dict once there is one.
# managed weakrefs
managed-weakrefs = The first of the weak references to the object.
# ref.count
ref-count = Blocks of this pool that are in use.
# freeblock
freeblock = The block that is handed out next; the others follow from block to block.
# nextpool
nextpool = The next pool with blocks of this size that has room.
# prevpool
prevpool = The pool before it in that ring.
# arenaindex
arenaindex = The arena the pool lies in.
# szidx
szidx = The size class: blocks have 16 × (this + 1) bytes.
# nextoffset
nextoffset = Where in the pool the first block begins that was never used.
# maxnextoffset
maxnextoffset = The last place in the pool where a block still fits.
# next free block
next-free-block = A free block needs no field of its own: its first word leads to the next free one, null ends the list.
# size
size = How many items there are.
# item
item = Where the items are: a block of its own, so that it can grow while the list stays in its place.
# allocated
allocated = How many items fit before the block has to be made larger.
# ob_item
ob-item = A reference to an item.
# ob_digit
ob-digit = Thirty bits of the number, the lowest first.
# ob_sval
ob-sval = The bytes, and a zero behind them.
# characters
characters = The characters, and a zero behind them.
# tag
tag = How many digits follow, and the sign in the lowest two bits: 0 positive, 1 zero, 2 negative.
# fval
fval = The number, as the processor calculates with it.
# length
length = How many characters there are.
# hash, shash
hash = The hash, kept once it is known; −1: not yet.
# state
state = How the characters are stored: interned, bytes for each, ASCII only.
# used
used = How many items there are.
# version_tag
version-tag = Another number after each change, so that caches know.
# keys
keys = The table of keys; dicts of one class’s instances share it.
# values
values = The values, where the keys are shared.
# dk_refcnt
dk-refcnt = How many dicts and classes share this table.
# dk_log2_size
dk-log2-size = The table has two to this power places.
# dk_log2_index_bytes
dk-log2-index-bytes = The indices below take two to this power bytes.
# dk_kind
dk-kind = 0: keys of any type, 1: only text, 2: shared by instances.
# dk_version
dk-version = Changes with the keys, so that caches know; 0: nobody has asked.
# dk_usable
dk-usable = How many more entries fit before the table has to grow.
# dk_nentries
dk-nentries = How many entries have been written, deleted ones included.
# dk_indices
dk-indices = The hash table proper: for each place the number of an entry, or −1.
# me_hash
me-hash = The hash of the key.
# me_key
me-key = A reference to the key.
# me_value
me-value = A reference to the value.
# fill
fill = Places of the table that are in use or were.
# mask
mask = Places of the table, less one.
# table
table = The table: the small one in the object, or a block of its own.
# smalltable
smalltable = A place of the small table: a key and its hash.
# finger
finger = Where `pop()` looks next.
# slot
slot = A slot: the value of the attribute, without any dict.
# weakreflist
weakreflist = The first of the weak references to the object.
# start
start = Where it starts.
# stop
stop = Where it stops.
# step
step = How far it goes each time.
# closure
closure = The cells the function was made with.
# defaults
defaults = Values for parameters that are not given.
# code
code = The code object: bytecode, constants, names.
# globals
globals = The names of its module.
# builtins
builtins = The names that are always there.
# doc
doc = The first text in it, if there is one.
# dict
dict = The attributes.
# module
module = The name of the module it was made in.
# qualname
qualname = Its name with the names of what is around it.
# ref
ref = The object the cell holds.
# args
args = What the exception was made with.
# traceback
traceback = The lines it came through.
# context
context = The exception that was being handled when it was raised.
# cause
cause = The exception given with `from`.

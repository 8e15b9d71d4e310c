"""Records what importing library modules does to the collector's counters.

    python3 tests/oracle/import_walks.py PYTHON OUT [MODULE...]

runs `import MODULE` under PYTHON (a CPython 3.12 with its headers) for each module
named (without names: for those of LIBRARY), and for each module that one imports, with probe/walk.c loaded, and writes
all walks to OUT in the form that crates/machine/src/import/walk.rs reads:

    magic "walks 1\\n"
    u16 number of modules; per module: u8 length and the name, u32 length of its walk
    then the walks, one after another, compressed together (see `compress`)

A walk is a row of bytes, the events of one module without those it imports:

    0       a container other than these, or one
            that looks at no free list:             is born
    1       a list
    2       a dict
    3..22   a tuple of 1..20 (of the length it is born with)
    23..45  the same in that order:                 dies
    46      the eval loop looks whether a collection is due
    47      the module object is made
    48 m    module number m (two bytes) is imported, unless it has been before
    49 n    n objects have become garbage; per object its kind (0..22) and how many
            containers of this module ago it was born, itself included (three bytes; all
            ones: the collector does not watch it, it dies with the others; one less: so
            does it, but not before the module's code)
    50      the module's code dies, and the constants that it alone held back

The names ">path P" and ">fill P" stand for the first look at a directory of the
path of package P ("" for the program's own), ">trees" for the classes of syntax
trees, which the first call of compile() makes unless `_ast` was imported before;
modules that the interpreter loads at its start have an empty walk.
"""
import bisect
import os
import pathlib
import struct
import subprocess
import sys
import sysconfig
import tempfile

LIBRARY = """
__future__ _collections _functools _struct _weakref abc array ast atexit base64 bisect builtins cmath collections
collections.abc contextlib copy copyreg ctypes dataclasses datetime decimal dis doctest enum errno fnmatch fractions
functools gc heapq importlib inspect io itertools json keyword linecache marshal math numbers operator os os.path pathlib
pickle pprint queue random re reprlib stat statistics string struct sys tempfile test.support textwrap threading time timeit
traceback tracemalloc types typing unittest warnings weakref
""".split()

HERE = pathlib.Path(__file__).parent
KINDS = {"o": 0, "l": 1, "d": 2, "t0": 0, **{f"t{n}": 2 + n for n in range(1, 21)}}
TUPLE_SIZE = 40     # of an empty tuple with the collector's header
DIES, LOOK, MODULE, IMPORT, GARBAGE, CODE, UNWATCHED, CONSTANT = 23, 46, 47, 48, 49, 50, 0xFFFFFF, 0xFFFFFE


def build(python, folder):
    include = subprocess.check_output(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('include'))"], text=True).strip()
    probe = folder / "walk.so"
    compiler = (sysconfig.get_config_var("CC") or "cc").split()
    subprocess.run([*compiler, "-O1", "-shared", "-fPIC", "-w", "-o", probe, HERE / "probe" / "walk.c", f"-I{include}", "-ldl"],
                   check=True)
    return probe


def record(python, probe, folder, module):
    return record_source(python, probe, folder, f"import {module}\n")


def record_source(python, probe, folder, source):
    program, log = folder / "program.py", folder / "log"
    program.write_text(f"{source}import walk_ends_here\n")
    environment = {"LD_PRELOAD": str(probe), "WALK_LOG": str(log), "WALK_PROGRAM": str(program), "PYTHONHASHSEED": "0"}
    subprocess.run(["setarch", "-R", "env", *(f"{k}={v}" for k, v in environment.items()), python, "-u", program],
                   check=False, stdin=subprocess.DEVNULL, timeout=120)
    return [line.split() for line in log.read_text().splitlines()]


def plain(tag):
    """The module a tag names, or the pseudo-module."""
    module, _, part = tag.partition(">")
    return f">{part} {module.rpartition('.')[0]}" if part else module


def born_as(kind, size, new):
    """The kind whose free list a container that dies as `kind` was looked for in: a tuple may change its length."""
    if new:
        return 0
    if kind <= 2:
        return kind
    length = (size - TUPLE_SIZE) // 8
    return 2 + length if 1 <= length <= 20 else 0


def walks_of(log):
    """module -> events, each a tuple; in a recording where nothing but start-up was there before."""
    kinds, births, born_in, modules, walks, running = {}, {}, {}, {}, {}, []
    for event in log:
        if event[0] in "FK" and event[1] != "-1":
            kinds[int(event[1])] = KINDS[event[2]]
        if event[0] == "M":
            modules[int(event[1])] = event[2]
    now, count, rings, own = None, 0, [], {}
    for event in log:
        what = event[0]
        if what == "T":
            now = None if event[1] == "-" else plain(event[1])
            if now and now not in walks:
                walks[now] = []
                outer = next((m for m in reversed(running)), None)
                if outer:
                    walks[outer].append((IMPORT, now))
            if now is None:
                running = []
            elif now in running:
                del running[running.index(now) + 1:]
            else:
                running.append(now)
        elif what == "A":
            number = int(event[1])
            births[number], born_in[number] = count, now
            count += 1
            if now:
                own.setdefault(now, []).append(births[number])
                walks[now].append((born_as(kinds.get(number, 0), int(event[3]), event[4] == "1"),))
                if modules.get(number) == now:
                    walks[now].append((MODULE,))
        elif what == "F" and now:
            # What the first look at a directory leaves behind does not die in an import that needs no such look.
            origin = born_in.get(int(event[1])) or now
            walks[origin if origin.startswith(">") else now].append((DIES + KINDS[event[2]],))
        elif what == "B" and now:
            walks[now].append((LOOK,))
        elif what == "G":
            # It belongs to the module that made it, even if it is noticed later.
            members = [int(n) for n in event[1:] if int(n) >= 0]
            maker = next((born_in[n] for n in members if born_in[n]), None)
            made = own.get(maker, [])
            ring = [(kinds.get(n, 0), len(made) - bisect.bisect_left(made, births[n])) for n in members]
            rings.append(ring)
            if maker:
                walks[maker].append((GARBAGE, ring))
        elif what == "U":
            rings[int(event[1])].append((KINDS[event[3]], CONSTANT if event[2] == "1" else UNWATCHED))
        elif what == "C" and now:
            walks[now].append((CODE,))
    return walks


def is_private(module, wanted):
    """Whether only other modules import this one: its walk is the one it takes there."""
    return module not in wanted and module.rpartition(".")[2].startswith("_")


def with_imports_of(events, alone):
    """A walk in which nothing was left to import, with the imports of one that came first of all at the same places."""
    out, at = [], 0
    for event in alone:
        if event[0] < DIES:
            while at < len(events) and events[at][0] >= DIES:
                out.append(events[at])
                at += 1
            out.extend(events[at:at + 1])
            at += 1
        elif event[0] == IMPORT and event not in events:
            out.append(event)
    return out + events[at:]


def events_outside(log):
    """Births and deaths of a recording that imports nothing."""
    kinds = {int(event[1]): KINDS[event[2]] for event in log if event[0] in "FK" and event[1] != "-1"}
    events = []
    for event in log:
        if event[0] == "A":
            events.append((born_as(kinds.get(int(event[1]), 0), int(event[3]), event[4] == "1"),))
        elif event[0] == "F":
            events.append((DIES + KINDS[event[2]],))
    return events


def walk_of_trees(python, probe, folder):
    """What the first call of compile() does more than the second."""
    call = "compile('', '', 'exec')\n"
    once, twice = (events_outside(record_source(python, probe, folder, call * times)) for times in (1, 2))
    again = len(twice) - len(once)
    assert twice[len(once):] == once[len(once) - again:], "only the first call makes classes"
    return once[:len(once) - again]


def without(events, part, name):
    """A walk in which `part` is a walk of its own."""
    for start in range(len(events)):
        if events[start:start + len(part)] == part:
            return events[:start] + [(IMPORT, name)] + events[start + len(part):]
    raise ValueError(f"{name} is no part of the walk")


def encode(events, numbers):
    out = bytearray()
    for event in events:
        out.append(event[0])
        if event[0] == IMPORT:
            out += struct.pack("<H", numbers[event[1]])
        elif event[0] == GARBAGE:
            out.append(min(len(event[1]), 255))
            for kind, ago in event[1][:255]:
                out += bytes([kind]) + struct.pack("<I", ago)[:3]
    return bytes(out)


def number(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out + bytes([value]))


def compress(data):
    """Pairs of a length of literal bytes with the bytes, and a length with a distance to copy from; numbers of seven
    bits a byte, low ones first, the eighth bit set on all but the last."""
    out, seen, at, literal = bytearray(), {}, 0, 0
    while at < len(data):
        best = (0, 0)
        for start in reversed(seen.get(data[at:at + 6], [])[-64:]):
            length = 6
            while at + length < len(data) and data[start + length] == data[at + length]:
                length += 1
            best = max(best, (length, start))
        step = best[0] or 1
        if best[0]:
            out += number(at - literal) + data[literal:at] + number(best[0]) + number(at - best[1])
        for place in range(at, at + step):
            seen.setdefault(data[place:place + 6], []).append(place)
        at += step
        if best[0]:
            literal = at
    return bytes(out + number(len(data) - literal) + data[literal:] + number(0))


def main():
    python, target, wanted = sys.argv[1], sys.argv[2], sys.argv[3:] or LIBRARY
    loaded = subprocess.check_output([python, "-c", "import sys; print(*sys.modules)"], text=True).split()
    walks = {name: [] for name in loaded}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        probe, waiting, differing = build(python, folder), list(wanted), 0
        while waiting:
            module = waiting.pop(0)
            if module in walks and not module.startswith(">"):
                continue
            found = walks_of(record(python, probe, folder, module))
            walks[module] = found.get(module, [])
            for other, events in found.items():
                if other.startswith(">"):
                    walks.setdefault(other, events)
                elif other not in walks and is_private(other, wanted):
                    alone = walks_of(record(python, probe, folder, other)).get(other, [])
                    walks[other] = with_imports_of(events, alone)
                elif other not in walks:
                    waiting.append(other)
        walks[">trees"] = walk_of_trees(python, probe, folder)
        walks["_ast"] = without(walks["_ast"], walks[">trees"], ">trees")
    numbers = {name: at for at, name in enumerate(walks)}
    encoded = {name: encode(events, numbers) for name, events in walks.items()}
    table = b"walks 1\n" + struct.pack("<H", len(walks))
    for name, data in encoded.items():
        table += bytes([len(name)]) + name.encode() + struct.pack("<I", len(data))
    whole = b"".join(encoded.values())
    packed = compress(whole)
    pathlib.Path(target).write_bytes(table + packed)
    print(f"{len(walks)} modules, {len(whole)} events, {len(table) + len(packed)} bytes")


if __name__ == "__main__":
    main()

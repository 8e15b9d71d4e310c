"""Which objects there are, and who refers to whom.

Only objects that the collector knows are counted. Drawings are written as text in the language of Graphviz; the page shows
the same objects and arrows itself.
"""

import _objgraph
import gc
import inspect
import sys
import types

__all__ = [
    "at", "by_type", "count", "count_by_type", "find_backref_chain", "find_ref_chain", "get_leaking_objects", "growth",
    "is_proper_module", "most_common_types", "show_backrefs", "show_chain", "show_growth", "show_most_common_types", "show_refs",
    "typestats",
]


def _name_of(thing, long=False):
    kind = type(thing)
    return f"{kind.__module__}.{kind.__qualname__}" if long else kind.__name__


def count(typename, objects=None):
    """How many objects have a class of this name."""
    objects = gc.get_objects() if objects is None else objects
    long = "." in typename
    return sum(_name_of(thing, long) == typename for thing in objects)


def by_type(typename, objects=None):
    """The objects whose class has this name."""
    objects = gc.get_objects() if objects is None else objects
    long = "." in typename
    return [thing for thing in objects if _name_of(thing, long) == typename]


def typestats(objects=None, shortnames=True, filter=None):
    """How many objects there are, by the name of their class."""
    found = {}
    for thing in gc.get_objects() if objects is None else objects:
        if filter is None or filter(thing):
            name = _name_of(thing, not shortnames)
            found[name] = found.get(name, 0) + 1
    return found


def _second(pair):
    return pair[1]


def most_common_types(limit=10, objects=None, shortnames=True, filter=None):
    """Names and numbers, the most frequent first."""
    found = sorted(typestats(objects, shortnames, filter).items(), key=_second, reverse=True)
    return found[:limit] if limit else found


def show_most_common_types(limit=10, objects=None, shortnames=True, file=None, filter=None):
    """Print the table of most_common_types()."""
    found = most_common_types(limit, objects, shortnames, filter)
    width = max((len(name) for name, _ in found), default=0)
    for name, number in found:
        print(f"{name:<{width}} {number}", file=file)


_peaks = {}


def growth(limit=10, peak_stats=None, shortnames=True, filter=None):
    """Of which classes there are more than ever before: name, number, and how many more."""
    gc.collect()
    peaks = _peaks if peak_stats is None else peak_stats
    more = []
    for name, number in typestats(shortnames=shortnames, filter=filter).items():
        before = peaks.get(name, 0)
        if number > before:
            more.append((name, number, number - before))
            peaks[name] = number
    more.sort(key=lambda row: row[2], reverse=True)
    return more[:limit] if limit else more


def show_growth(limit=10, peak_stats=None, shortnames=True, file=None, filter=None):
    """Print the table of growth()."""
    rows = growth(limit, peak_stats, shortnames, filter)
    width = max((len(row[0]) for row in rows), default=0)
    for name, number, more in rows:
        print(f"{name:<{width}}{number:>9} {more:>+9}", file=file)


def get_leaking_objects(objects=None):
    """Objects that nothing the collector knows refers to."""
    if objects is None:
        gc.collect()
        objects = gc.get_objects()
    held = {id(target) for thing in objects for target in gc.get_referents(thing)}
    return [thing for thing in objects if id(thing) not in held]


def at(addr):
    """The object at an address, if the collector knows it."""
    return next((thing for thing in gc.get_objects() if id(thing) == addr), None)


def is_proper_module(obj):
    """Whether it is a module that can be imported under its name."""
    return inspect.ismodule(obj) and obj is sys.modules.get(getattr(obj, "__name__", None))


def _chain(start, found, neighbours, max_depth, hidden):
    """The shortest way from an object to one that fits."""
    seen = {id(start)} | hidden
    ways = [[start]]
    seen.add(id(ways))
    for _ in range(max_depth + 1):
        longer = []
        seen.add(id(longer))
        for way in ways:
            if found(way[-1]):
                return way
            seen |= {id(way), id(way[-1])}
            for thing in neighbours(way[-1]):
                if id(thing) not in seen and not isinstance(thing, types.FrameType):
                    seen.add(id(thing))
                    longer.append([*way, thing])
        ways = longer
    return [start]


def find_ref_chain(obj, predicate, max_depth=20, extra_ignore=()):
    """The shortest chain of references from `obj` to an object that fits."""
    return _chain(obj, predicate, gc.get_referents, max_depth, set(extra_ignore))


def find_backref_chain(obj, predicate, max_depth=20, extra_ignore=()):
    """The shortest chain of references to `obj` from an object that fits."""
    def owners(thing):
        found = gc.get_referrers(thing)
        # What this search itself holds does not count.
        return [owner for owner in found if not _is_ours(owner)]

    return list(reversed(_chain(obj, predicate, owners, max_depth, set(extra_ignore))))


def _is_ours(thing):
    """Whether it is a part of a search that is under way."""
    return isinstance(thing, list) and bool(thing) and isinstance(thing[-1], list) or isinstance(thing, types.CellType)


class _Drawing:
    """Objects and arrows, as far as they are within reach."""

    def __init__(self, roots, neighbours, max_depth, too_many, backwards, filter):
        self.things, self.arrows, self.more, self.backwards = {}, [], {}, backwards
        waiting = [(thing, 0) for thing in roots]
        for thing, depth in waiting:
            if id(thing) in self.things:
                continue
            self.things[id(thing)] = thing, depth
            if depth >= max_depth or inspect.ismodule(thing):
                continue
            skipped = 0
            for other in neighbours(thing):
                if other is waiting or isinstance(other, types.FrameType) or other is self.things or type(other) is _Drawing:
                    continue
                if isinstance(other, tuple) and other and other[-1] is depth and other[0] is thing:
                    continue
                if filter and not filter(other):
                    continue
                if self._arrows_of(thing) >= too_many:
                    skipped += 1
                    continue
                self.arrows.append((id(other), id(thing)) if backwards else (id(thing), id(other)))
                waiting.append((other, depth + 1))
            if skipped:
                self.more[id(thing)] = skipped
        self.roots = [id(thing) for thing in roots]

    def _arrows_of(self, thing):
        return sum(arrow[self.backwards] == id(thing) for arrow in self.arrows)

    def show(self):
        """Hand the drawing to the page."""
        keys = list(self.things)
        places = {key: at for at, key in enumerate(keys)}
        things = [self.things[key][0] for key in keys]
        roots = [self.things[key][0] for key in self.roots]
        labels = [_label(thing).replace("\\n", ", ") for thing in things]
        _objgraph.draw(roots, things, labels, [places[end] for arrow in self.arrows for end in arrow])

    def text(self):
        """The drawing in the language of Graphviz."""
        lines = ["digraph ObjectGraph {", "  node[shape=box, style=filled, fillcolor=white];"]
        lines += [f"  o{key}[fontcolor=red];" for key in self.roots]
        lines += [f'  o{key}[label="{_label(thing)}"];' for key, (thing, _) in self.things.items()]
        lines += [f"  o{source} -> o{target};" for source, target in self.arrows]
        lines += [f'  too_many_{key}[label="{number} more"];' for key, number in self.more.items()]
        return "\n".join(lines) + "\n}\n"


def _label(thing):
    if isinstance(thing, (list, tuple, dict, set, frozenset)):
        said = f"{len(thing)} items"
    elif isinstance(thing, (type, types.ModuleType)):
        said = thing.__name__
    elif isinstance(thing, types.FunctionType):
        said = f"{thing.__module__}.{thing.__name__}"
    else:
        said = repr(thing)[:40]
    return f"{type(thing).__name__}\\n{said}".replace('"', "'")


def _draw(drawing, filename, output):
    drawing.show()
    if output is not None:
        output.write(drawing.text())
        return
    name = filename or "objgraph.dot"
    name = name if name.endswith(".dot") else name.rpartition(".")[0] + ".dot"
    try:
        with open(name, "w") as file:
            file.write(drawing.text())
    except OSError:
        print(f"Graph of {len(drawing.things)} nodes; there is no file to write it to")
    else:
        print(f"Graph written to {name} ({len(drawing.things)} nodes)")


def _roots(objs):
    return list(objs) if isinstance(objs, (list, tuple)) else [objs]


def show_refs(objs, max_depth=3, extra_ignore=(), filter=None, too_many=10, highlight=None, filename=None,
              extra_info=None, refcounts=False, shortnames=True, output=None, extra_node_attrs=None):
    """Draw what the objects refer to."""
    _draw(_Drawing(_roots(objs), gc.get_referents, max_depth, too_many, False, filter), filename, output)


def show_backrefs(objs, max_depth=3, extra_ignore=(), filter=None, too_many=10, highlight=None, filename=None,
                  extra_info=None, refcounts=False, shortnames=True, output=None, extra_node_attrs=None):
    """Draw what refers to the objects."""
    roots = _roots(objs)

    def owners(thing):
        return [owner for owner in gc.get_referrers(thing) if owner is not roots and owner is not objs]

    _draw(_Drawing(roots, owners, max_depth, too_many, True, filter), filename, output)


def show_chain(*chains, obj=None, predicate=None, **options):
    """Draw chains of references."""
    inside = {id(thing) for chain in chains for thing in chain}
    output, filename = options.get("output"), options.get("filename")
    drawing = _Drawing([chain[-1] for chain in chains], gc.get_referrers, max(map(len, chains), default=0), 10, True,
                       lambda thing: id(thing) in inside)
    _draw(drawing, filename, output)

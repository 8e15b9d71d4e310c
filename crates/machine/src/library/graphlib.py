"""Putting the nodes of a graph in an order in which each comes after those it needs."""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The graph has a cycle; the second argument is the list of its nodes, the first again at the end."""


class _Node:
    __slots__ = ("value", "missing", "followers", "state")

    def __init__(self, value):
        self.value, self.missing, self.followers, self.state = value, 0, [], "waiting"


class TopologicalSorter:
    """A graph that gives out its nodes when all they need is done."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._open = 0
        for node, needed in (graph or {}).items():
            self.add(node, *needed)

    def _node(self, value):
        if value not in self._nodes:
            self._nodes[value] = _Node(value)
        return self._nodes[value]

    def add(self, node, *predecessors):
        """The node needs these others; it may be added more than once."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        this = self._node(node)
        this.missing += len(predecessors)
        for other in predecessors:
            self._node(other).followers.append(node)

    def prepare(self):
        """Ends the adding; CycleError if some nodes need each other."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node.value for node in self._nodes.values() if node.missing == 0]
        self._left = len(self._nodes)
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """The nodes that can be done now and were not given out before."""
        self._prepared()
        nodes, self._ready = tuple(self._ready), []
        for value in nodes:
            self._nodes[value].state = "out"
        self._open += len(nodes)
        return nodes

    def is_active(self):
        """Whether there is something to do, or to wait for."""
        self._prepared()
        return bool(self._ready) or self._open > 0

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """These nodes, given out before, are done: what needed them may become ready."""
        self._prepared()
        for value in nodes:
            node = self._nodes.get(value)
            if node is None:
                raise ValueError(f"node {value!r} was not added using add()")
            if node.state == "waiting":
                raise ValueError(f"node {value!r} was not passed out (still not ready)")
            if node.state == "done":
                raise ValueError(f"node {value!r} was already marked done")
            node.state = "done"
            self._open -= 1
            for name in node.followers:
                follower = self._nodes[name]
                follower.missing -= 1
                if follower.missing == 0:
                    self._ready.append(name)

    def static_order(self):
        """All nodes, one by one."""
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)

    def _prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def _find_cycle(self):
        seen = set()
        for start in self._nodes:
            path, todo = [], [(start, None)]
            while todo:
                value, following = todo.pop()
                if following is None:
                    if value in path:
                        return path[path.index(value):] + [value]
                    if value in seen:
                        continue
                    seen.add(value)
                    path.append(value)
                    following = iter(self._nodes[value].followers)
                other = next(following, None)
                if other is None:
                    path.pop()
                else:
                    todo += [(value, following), (other, None)]
        return None

import sys


class Node:
    pass


def keep(box, things):
    things.append(box)
    return sys.getrefcount(box)


a = []
counts = [sys.getrefcount(a)]
b = a
counts.append(sys.getrefcount(a))
things = []
counts.append(keep(a, things))
pair = (a, b)
counts.append(sys.getrefcount(a))
del b
counts.append(sys.getrefcount(a))
things.clear()
counts.append(sys.getrefcount(a))
node = Node()
node.held = a
counts.append(sys.getrefcount(a))
del node
counts.append(sys.getrefcount(a))
print(counts)

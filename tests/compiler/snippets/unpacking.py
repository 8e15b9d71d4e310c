a, b = b, a
a, b, c = c, b, a
a = b = c = []
(x, y), [z, *rest], *others = source
a, = [1]
[p, q] = f()


def swap(i, j, k):
    i, j = j, i
    i, j, k = k, i, j
    i, i = j, k
    x.y, z[0] = i, j
    return i, j, k

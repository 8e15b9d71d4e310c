empty = []
two = [1, 2]
three = [1, 2, 3]
mixed = [x, 1, y]
starred = [*a, 1, *b]
of_sets = {1, 2, 3}, {x, y}, {*a}
pair = 1, x
constant = 1, (2, 3), "a"
unpacked = *a, 1
for x in [1, 2, 3]:
    pass
large = [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, a, b, c, d, e, f]

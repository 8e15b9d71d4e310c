numbers = [n * n for n in range(10) if n % 2]


def build(rows, width):
    flat = [cell for row in rows for cell in row if cell]
    letters = {c for row in rows for c in [str(row)]}
    table = {x: {y: x * y for y in range(width)} for x in range(width)}
    closures = [lambda: x for x in rows]
    lazy = (x + width for x in rows if x if width)
    outer = [width for width in rows]
    return flat, letters, table, closures, lazy, outer, width


class Grid:
    size = 3
    cells = [[x for x in range(3)] for y in range(3)]
    names = {n: __name__ for n in "abc"}

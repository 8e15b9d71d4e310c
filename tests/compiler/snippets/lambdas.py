identity = lambda x: x
many = lambda a, *b, c=1, **d: (a, b, c, d)
nested = lambda x: lambda y: x + y
lazy = lambda: (yield)
key = sorted(items, key=lambda item: item[1] if item else 0)

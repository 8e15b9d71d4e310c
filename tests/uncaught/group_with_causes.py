e = ValueError("line1\nline2")
e.add_note("n1\nn2")
f = TypeError("inner"); f.__cause__ = e
g = ExceptionGroup("msg\nmore", [f, OSError("z")])
g.add_note("gn")
try:
    raise g
except* OSError as x:
    raise

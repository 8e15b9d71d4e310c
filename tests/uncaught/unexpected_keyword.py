import sys
def foo(alpha): pass
foo(alpa=3)

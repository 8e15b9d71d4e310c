def a(n):
    return b(n)
def b(n):
    return a(n) if n else 1/0
a(3)
def c(): c()
try:
    c()
except RecursionError as e:
    print(e)
    raise

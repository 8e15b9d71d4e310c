x = 3
def f():
    x += 1
f()

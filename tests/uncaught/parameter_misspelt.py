def f(lenght):
    return length
f(1)

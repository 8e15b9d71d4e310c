def choose(a, b, c):
    x = a and b or c
    if a and (b or not c):
        x = 1
    elif not (a or b) and c:
        x = 2
    elif a if b else c:
        x = 3
    else:
        x = a or b and c
    while a and b:
        a -= 1
    return x if x is not None else (b is None)

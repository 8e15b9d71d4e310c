def maybe(flag):
    if flag:
        x = 1
    print(x)
    del x
    x
    for i in flag:
        y = i
    return y, i


def exceptional():
    try:
        value = risky()
    except ValueError as error:
        pass
    return value, error

def remove(x, items, thing):
    del x
    del items[0], items[1:2], thing.attr
    del (items, [thing])
    try:
        print(x)
    except NameError:
        pass


del a, b.c

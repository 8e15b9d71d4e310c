def search(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            break
        if not item:
            continue
        while item:
            item -= 1
            if item == 3:
                break
        else:
            print("counted down")
    else:
        index = None
    for a.b, c[0] in items:
        pass
    return index

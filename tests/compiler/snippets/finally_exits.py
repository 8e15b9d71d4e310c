def leave(kind):
    while True:
        try:
            if kind == 1:
                return compute(kind)
            if kind == 2:
                break
            if kind == 3:
                continue
            return 5
        finally:
            print("leaving", [k for k in (1, 2)])
    try:
        return
    finally:
        kind = None

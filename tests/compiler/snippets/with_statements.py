def copy(source, target):
    with open(source) as a, open(target, "w") as b:
        b.write(a.read())
    with lock:
        return 1
    for x in source:
        with x as (y, z):
            if y:
                continue
            break


with (open("f") as f,
      suppress(ValueError)):
    f.read()

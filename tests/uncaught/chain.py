try:
    try:
        {}['a']
    except KeyError as e:
        raise ValueError("b") from e
except ValueError:
    raise TypeError("c")

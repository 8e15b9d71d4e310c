def check(value, limit=10):
    assert value
    assert value < limit, f"{value} is too large"
    assert (value and limit) or not value, "no"
    return value

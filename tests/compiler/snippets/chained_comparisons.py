def between(low, value, high):
    if low <= value < high != 7:
        return low < value < high
    if not low < value < high:
        return value in (1, 2) and value not in [3, 4] and value in {5, 6}
    return not value is low, not value in high

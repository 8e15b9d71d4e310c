def change(thing, items, low, high):
    count = 1
    count += 1
    count **= 2
    thing.value -= count
    thing.part.value //= 2
    items[low] *= 3
    items[low:high] += [1]
    items[low:high:2] |= items
    return count

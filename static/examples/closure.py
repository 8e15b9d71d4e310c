# A function that remembers: total lives in a cell.
def make(start):
    total = [start]

    def add(amount, note="none"):
        total.append(amount)
        return sum(total)

    return add


first = make(10)
second = make(20)
print(first(5))
print(second(1))
del first

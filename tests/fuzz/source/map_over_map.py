mapped = map(int, "1")
for _ in range(5000):
    mapped = map(int, mapped)
list(mapped)

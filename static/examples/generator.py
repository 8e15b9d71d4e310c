# A generator is a frame that waits: it keeps what its names hold.
def countdown(n):
    log = []
    while n:
        log.append(n)
        yield n
        n -= 1
    print("visited", log)

numbers = countdown(3)
print(next(numbers))
print(next(numbers))
for rest in numbers:
    print(rest)

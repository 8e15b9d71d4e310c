# A list asks for more room than it needs, now and then.
import sys

numbers = []
size = sys.getsizeof(numbers)
for number in range(20):
    numbers.append(number)
    if sys.getsizeof(numbers) != size:
        size = sys.getsizeof(numbers)
        print(len(numbers), "items:", size, "bytes")

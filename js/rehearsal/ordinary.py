# Loops over numbers, lists, dicts, strings, nodes and calls: what is hot in ordinary programs lies in the first file.
class Node:
    def __init__(self, value, link):
        self.value = value
        self.link = link
        self.peer = None

    def bump(self):
        self.value += 1
        return Node(self.value + 2, self)


class Tree:
    def __init__(self):
        self.root = None
        self.size = 0

    def insert(self, key):
        if self.root is None:
            self.root = Node(key, None)
        node = self.root
        while node.link is not None and node.value <= key:
            node = node.link
        node.link = Node(key, node.link)
        self.size += 1


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def safe(board, row, col):
    for r in range(row):
        if board[r] == col or abs(board[r] - col) == row - r:
            return False
    return True


def solve(board, row, n):
    if row == n:
        return 1
    found = 0
    for col in range(n):
        if safe(board, row, col):
            board[row] = col
            found += solve(board, row + 1, n)
            board[row] = -1
    return found


def nodes(n):
    head = None
    for i in range(n):
        head = Node(i, head)
        a = head.bump()
        b = Node(i, a)
        a.peer = b
        b.peer = a
    total = 0
    while head is not None:
        total += head.value - 1
        head = head.link
    return total


def lists(size):
    flags = [True] * (size + 1)
    flags[0] = False
    items = []
    total = 0
    for i in range(size):
        items.append(i)
        if flags[i]:
            flags[i * i % size] = False
    for i in range(size):
        total += items[i] & 7
    while items:
        total += items.pop() & 3
    i = 2
    while i * i <= size:
        i += 1
    return total


def dicts(size):
    table = {}
    hits = 0
    for i in range(size):
        table[i] = i * 2
    for i in range(size * 2):
        if i in table:
            hits += table[i]
    for i in range(size):
        key = "k" + str(i)
        table[key] = i
    for i in range(0, size, 2):
        del table["k" + str(i)]
    return hits + len(table)


def strings(size):
    parts = []
    count = 0
    for i in range(size):
        parts.append("abcdefghi"[i % 9])
    text = "".join(parts)
    for ch in text:
        if ch == "c":
            count += 1
    for i in range(0, len(text) - 3, 3):
        if text[i:i + 3] == "def":
            count += 1
    return count + len(",".join(parts).split(","))


tree = Tree()
seed = 42
total = 0
for i in range(200):
    seed = (seed * 1103 + 12347) % 65537
    tree.insert(seed)
    for j in range(10):
        total = (total + i * j) % 1000003
    if i & 1:
        total -= i // 2
print(total, tree.size, fib(10), solve([-1] * 5, 0, 5), nodes(800), lists(400), dicts(400), strings(300))

# Two nodes hold each other: their counts never reach 0, so the collector has to find them.
import gc

class Node:
    def __init__(self, tag):
        self.tag = tag
        self.next = None

def play():
    a = Node("ping")
    b = Node("pong")
    a.next = b
    b.next = a
    del a, b
    return gc.collect()

print("unreachable:", play())

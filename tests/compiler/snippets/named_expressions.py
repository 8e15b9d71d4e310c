def scan(stream):
    while chunk := stream.read(10):
        print(chunk)
    if (n := len(stream)) > 10 and (m := n):
        return m
    found = [y := f(x), y ** 2]
    last = [seen := item for item in found]
    return found, last, seen

class Grows:
    def __lt__(self, other):
        items.append(0)
        return True


items = [Grows(), Grows()]
try:
    items.sort()
except ValueError as error:
    print(error)

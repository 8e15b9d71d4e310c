# The default is made once, with the function.
def add(item, basket=[]):
    basket.append(item)
    return basket


one = add("apple")
two = add("pear")
print(one is two, one)
three = add("plum", [])
print(three)

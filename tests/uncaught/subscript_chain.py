def f(**k): pass
a = {'b': None}
print(a['b']['c']['d'])

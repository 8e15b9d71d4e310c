# Two names, one list: what one name changes, the other sees.
a = [1, 2, 3]
b = a
b.append(4)
print(a)

c = a[:]
c.append(5)
print(a is b, a is c)

matrix = [[0] * 2] * 3
matrix[0][0] = 7
print(matrix)

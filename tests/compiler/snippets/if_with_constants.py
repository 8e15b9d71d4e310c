if True:
    x = 1
else:
    x = 2
if 0:
    never()
while 1:
    if x:
        break
if not __debug__:
    y = 1
z = 1 if "" else 2
"a statement"
...

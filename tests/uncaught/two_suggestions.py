tim = 1
time

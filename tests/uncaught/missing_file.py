with open("nope.txt") as f: pass

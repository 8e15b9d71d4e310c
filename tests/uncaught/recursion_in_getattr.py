class A:
    def __getattr__(self, n): return self.zork
A().p

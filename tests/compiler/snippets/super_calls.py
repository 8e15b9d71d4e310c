class Child(Parent):
    def __init__(self, *args):
        super().__init__(*args)
        super(Child, self).setup(1)
        self.size = super().size

    def plain():
        return super().x

    @classmethod
    def make(cls):
        return super().make() or super().__class__

"""The collector is asked, switched off and on, and runs."""
import gc


class C:
    pass


gc.collect()
gc.collect()
a = C()
a.me = a
del a
gc.collect()
gc.get_count()
gc.get_threshold()
gc.get_stats()
gc.disable()
gc.enable()
gc.isenabled()
gc.collect(0)
gc.collect(1)
gc.is_tracked([])
gc.get_referents([1])


class D:
    def __del__(self):
        pass


x = D()
del x
x = D()
x.me = x
del x
gc.collect()

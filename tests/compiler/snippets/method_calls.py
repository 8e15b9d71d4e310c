import math


def call(obj, args, kwargs):
    obj.run()
    obj.run(1, x=2, y=3)
    obj.part.run(*args)
    obj.run(1, *args, x=1, **kwargs, y=2)
    math.sqrt(2)
    print(*args, sep="")
    obj()(args)[0]()
    (obj
     .first()
     .second(1,
             2))
    return obj.run(
        args,
    )

import os
import os.path
import os.path as path
import a.b.c as d, sys as system
from collections import deque, OrderedDict as Ordered
from . import sibling
from ..package import *


def f():
    import json
    json.loads("1")
    return os.getcwd()

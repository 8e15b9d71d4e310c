# 对象方框上的几个小字。

class = 类
not-started = 未开始
line = 第 { $line } 行
running = 运行中
finished = 已结束
interned = 驻留
to-nothing = 已无所指

# 没有 Python 名称的格子的标签，要短。
cell-to = 指向
cell-over = 遍历
cell-iterators = 各迭代器
cell-iterator = 迭代器
cell-stack = 栈 { $number }

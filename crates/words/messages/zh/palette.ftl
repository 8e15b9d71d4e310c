# 全部命令的列表，输入几个字即可查找。

name = 命令
field = 命令
field-title = 输入几个字；上、下方向键选择，Enter 执行
placeholder = 你想做什么？

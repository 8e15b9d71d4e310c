# 程序输出的内容。

output = 输出
printed = 至今的输出
nothing-yet = 还没有输出。
standard-error = 标准错误：

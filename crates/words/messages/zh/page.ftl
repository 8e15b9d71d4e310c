# 页面的各部分，供朗读。

memory = 内存
program-and-output = 程序与输出
details = 详情

# 程序为什么在结束前停止，或没有开始。除最后一条外不加句号。

steps = 程序在 { $steps } 步后被停止，最多录制这么多步
work = 程序被停止，因为某个内置函数或运算符运行太久，看不到尽头
memory = 程序被停止，因为它使用的内存超过 { $bytes } 字节
pattern = 程序被停止，因为模式匹配耗时太长
output = 程序在输出 { $bytes } 字节后被停止
error-output = 程序在错误输出 { $bytes } 字节后被停止
unsupported = 尚不支持 { $what }（第 { $line } 行）
source-too-long = 程序有 { $bytes } 字节；上限是 { $most }（源代码大小）。请缩短它。

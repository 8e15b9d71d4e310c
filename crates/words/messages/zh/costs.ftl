# 程序每一行的开销：代码旁边的表格。

costs = 各行开销
title = 各行的开销
all-counted = 整段录制
counted-to = 截至第 { $step } 步
counting = 正在统计。
close = 关闭
close-about = 关闭（U）
lines = 各行
line-head = 行
runs-head = 次数
runs-about = 这一行开始运行的次数
instructions-head = 指令
instructions-about = 指令数，包括它调用的库代码的指令
objects-head = 创建、释放
objects-about = 这一行运行期间创建的对象和消亡的对象
growth-head = 增长
growth-about = 分出的字节减去归还的字节，按分配器取整后计算
go-to = 转到它下一次运行的地方
bytes = 分出 { $out } 字节，归还 { $back } 字节
# 56.7k：千
thousands = { $number }k
# 8.9M：百万
millions = { $number }M

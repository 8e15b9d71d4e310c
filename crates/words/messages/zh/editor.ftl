# 程序文本和它上方的按钮。

program = 程序
costs = 开销
costs-about = 各行的开销：次数、指令、对象、字节（U）
stop = 停止
stop-about = 停止录制（S）
run = 运行
try-again = 重试
run-about = 运行程序（Ctrl Enter）

stops-if = 条件为真时停下：{ $condition }
line-hidden = 第 { $line } 行已隐藏：点击显示
lines-hidden = 第 { $first } 到 { $last } 行已隐藏：点击显示

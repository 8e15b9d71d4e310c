# 编写断点的条件。

name = 断点
stop-if = 第 { $line } 行前停下，若
placeholder = 总是，或写表达式，如 n > 3
set = 设置
set-title = 这样设置断点（Enter）
remove = 移除
remove-title = 移除断点（F9）
close = 关闭
close-title = 保持原样（Esc）

# 页面在录制中的位置：控制栏旁边。

at-line = 停点 { $stop } / { $last }，第 { $line } 行
in-function = 停点 { $stop } / { $last }，{ $function } 中第 { $line } 行
in-phase = 停点 { $stop } / { $last }，回收阶段 { $phase } / { $phases }
within-phase = 停点 { $stop } / { $last }，回收阶段 { $phase } / { $phases }，{ $at }
line-in-phase = 停点 { $stop } / { $last }，{ $function } 中第 { $line } 行，回收阶段 { $phase } / { $phases }
at-the-end = 停点 { $stop } / { $last }，结束
all-lines-run = 停点 { $stop } / { $last }，所有行都已运行
nothing-recorded = 还没有录制

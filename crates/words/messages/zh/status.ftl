# 录制的状况：程序下方的一行。

loading = 正在加载引擎
compiling = 正在编译
recording = 正在录制：已有 { $steps } 步
waiting = 等待输入；已录制 { $steps } 步
stopping = 正在停止
stopped = 在 { $steps } 步后停止；已录制的内容可以查看
not-run = 尚未运行
broke-off = 引擎中断：{ $message }你的程序已保留；请重试以继续。
recorded = 已录制 { $steps } 步
recorded-with-problem = { $problem }（已录制 { $steps } 步）
problem-in-line = 第 { $line } 行：{ $message }
stale-mistake = 图中是上一次成功运行的程序：现在的文本有错误。
stale-engine = 图中是最后得到的画面。你的程序还在。

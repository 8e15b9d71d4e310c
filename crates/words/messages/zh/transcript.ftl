# 文字稿：用文字叙述的整段录制。

title = 文字稿
in-all = 共 { $steps } 步
so-far = 至今 { $steps } 步
save = 存为文本
save-title = 把文字稿保存为文本文件
close = 关闭
close-title = 关闭（Esc）
steps = 各步
go-title = 转到这一步

in-phase = 停点 { $stop }，回收：{ $phase }
at-line = 停点 { $stop }，第 { $line } 行
in-function = 停点 { $stop }，{ $function } 中第 { $line } 行
at-the-end = 停点 { $stop }，结束
end-in-function = 停点 { $stop }，在 { $function } 中结束

head = { $file }，CPython 3.12.1，逐步叙述
rest = 其余部分尚未叙述。

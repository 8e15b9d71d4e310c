# “转到”菜单，以及搜索的进度。

go-to-next = 转到…
go-to-title = 转到接下来或之前发生的事（:）
name = 转到
breakpoint = 断点
before = { $place }：上一处
next = { $place }：下一处
before-title = { $place }：上一处（Shift { $key }）
next-title = { $place }：下一处（{ $key }）
keys = 按键：按字母到下一处，按 Shift 加字母到上一处。
watched = 监视的名称
watched-title = 选择要监视的名称（W 转到它的变化）
searched = 已搜索
searching = 正在搜索：{ $percent }%
give-up = 放弃
give-up-title = 停止搜索

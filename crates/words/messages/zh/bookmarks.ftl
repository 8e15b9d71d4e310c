# 书签：录制中的时刻，带有名字和讲者备注。

heading = 书签
button = { $count ->
    [0] 书签
   *[other] { $count } 个书签
}
button-title = 书签的名字和备注；按 6 在此处设置（^）
flag-title = { $number }：{ $title }
flag = 书签 { $number }：{ $title }
set-here = 在此处设置
remove-here = 移除此处的书签
here-title = 在此处设置书签，或移除此处的书签（6）
undo = 撤销
undo-title = 撤销对书签的上一次更改
close = 关闭
close-title = 关闭列表（^）
empty = 还没有书签。书签给一个时刻起名：按 6 设置，按 [ 和 ] 在书签之间移动。书签随程序保存，也包含在链接中；在授课模式下，它们就是讲述的主线。
go-title = 转到那里
go = 转到 { $title }
name-of = 书签 { $number } 的名字
name-title = 它的名字
place = 停点 { $stop }
move-here = 移到此处
move-here-title = 把这个书签移到屏幕上的时刻
remove = 移除
remove-title = 移除这个书签
remove-of = 移除 { $title }
note = 讲者备注
note-title = 你想在这里讲的话；只有讲者备注窗口会显示
note-of = 书签 { $number } 的备注

## 没有起名的书签的名字

at-stop = 停点 { $stop }
at-line = 第 { $line } 行：{ $text }
at-collection = 一次回收
at-end = 结束

## 提示

not-in-alternative = 书签属于录制本身：请先离开假设分支（Q）。
removed = 书签已移除。
set = 已设置书签：{ $name }
too-many = 已有 { $most } 个书签，不能再多了。
none-after = 这一时刻之后没有书签。按 6 设置一个。
none-before = 这一时刻之前没有书签。按 6 设置一个。
beyond-the-end = 这个书签在停点 { $stop }，而录制到停点 { $last } 就结束了。

# 授课模式：教室里的页面，以及讲者备注窗口。

title = Heapglass，授课模式
place = 位置
bookmarks = 书签
ask = 提问
ask-title = 前进之前：接下来会发生什么？（W）
leave = 离开
leave-title = 离开授课模式（\）
show = 重新显示页面
show-title = 重新显示页面（. 或 B）

by-steps = 前进按步进行。
by-bookmarks = 前进到下一个书签；没有书签则前进一步。
asking = 在书签之前，以及在值得提问的一步之前：接下来会发生什么？
not-asking = 讲述继续，不再提问。
notes-refused = 浏览器不允许页面打开窗口：请允许本页弹出窗口，然后再按 |。
question = 接下来会发生什么？

is-black = 教室里什么也看不到：页面已变黑。
is-asked = 正在向教室提问：{ $question }
is-asked-and-answered = 正在向教室提问：{ $question } 答案：{ $answer }
no-bookmarks = 没有书签
bookmark = 书签 { $at } / { $bookmarks }

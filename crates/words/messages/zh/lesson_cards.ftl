# 课程：程序上方带有文字、问题和练习的卡片，以及课程列表。

lesson = 课程
leave = 离开
leave-about = 离开课程，回到之前的程序
back = 上一张
back-about = 上一张卡片（Shift N）
next = 下一张
next-about = 下一张卡片（N）
card-of = { $card } / { $cards }
answer-about = 选这个答案；随后播放这一步并解释
nothing = 什么也没有
answers = 答案
right = 正确。
not-so = 不对。
exercise-above = 在舞台上方作答，然后检查。
change = 把 { $old } 改成 { $new }，并预测会发生什么。
make-change = 做这个修改
make-change-about = 这样修改程序并运行
change-back = 改回来
change-back-about = 回到课程自己的程序
# 三行：这一行；要输入的代码；以及下一条“输出……”。
ask-yours = 问问你自己的 Python 3.12。这一行
prints = 输出 { $output }。

lessons = 课程
close = 关闭
close-about = 关闭（Esc）
loading = 正在加载列表。
begin = 开始课程：{ $title }
no-list = 无法加载课程列表：{ $why }
not-loaded = 无法加载课程：{ $why }
mistake = 课程的第 { $line } 行有错误。{ $mistake }

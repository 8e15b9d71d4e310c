# 即将运行的一行的练习：学生先说它会做什么，再运行这一行。

exercise = 练习
draw-arrows = 画箭头
draw-arrows-about = 运行后每个名称指向哪里？把名称拖到方框上，或从列表中选择。
set-counts = 填计数
set-counts-about = 运行后每个方框的计数是多少？
mark-deaths = 标消亡
mark-deaths-about = 哪些方框会消亡？点击它们，或勾选；一个也不选也是答案。
about-to-run = 第 { $line } 行即将运行：`{ $code }`。{ $task }
has-run = 第 { $line } 行已运行：答对 { $right } / { $all }。
right = 正确：
not-so = 不对：
close = 关闭
close-about = 离开练习
check = 检查
check-about = 运行这一行并对照
no-line = 这里没有即将运行的行：请步进到某一行再做练习。

new-object = 一个新对象
small-value = 一个小值
nothing = 什么也没有
name-about = 拖到方框上，或按住它再点击方框
points-at = { $name } 指向
points-at-about = 选择这一行运行后它指向什么
count-of = { $object } 的计数
count-about = 这一行运行后有多少个引用指向它
dies = { $object } 消亡
dies-about = 如果它会在这一行运行时消亡，就标出来

has-died = { $object } 消亡了。
has-lived-on = { $object } 活下去了。
nobody-dies = 没有对象消亡。
arrow-to = `{ $name }` 指向 { $object }。
arrow-to-new = `{ $name }` 指向一个新对象：{ $object }。
arrow-to-value = `{ $name }` 是一个小值，就显示在它那一行。
arrow-to-nothing = `{ $name }` 没有绑定。
your-answer = { $truth }你的回答：{ $said }。
your-answer-out-of-sight = { $truth }你的回答：{ $said }，舞台上没有显示它。
arrow-is-said = 你说 { $name } 指向 { $object }
arrow-was-wrong = 你说 { $name } 指向 { $object }：不对
count-is = { $object }：{ $count }。
count-is-dead = { $object }：0，它已消亡。

# 舞台：带有名称的帧、画成方框的对象、它们之间的箭头，以及下边缘的按钮。

stage = 舞台
nothing-yet = 还没有可显示的内容。
drawing = 帧、名称和对象
nothing-left = 程序的帧和对象都没有了。
not-drawn = 另有 { $count } 个对象没有画出
far-away = 离得太远：放大后可读
minimap = 整个舞台：指向一处即可前往（Ctrl 加方向键）

weak = 弱
refers = { $from } 引用 { $to }
refers-weakly = { $from } 引用 { $to }，不计数
a-name = 某个名称
without-arrow = { $count ->
    [0] 没有这个箭头：什么也不会消亡。
   *[other] 没有这个箭头：{ $count } 个对象会消亡。
}

frame-line = 第 { $line } 行
no-names = 还没有名称
names-hidden = 名称已隐藏
value-stack = 值栈
needed-in-line = 这一行要用
in-a-cell = 在 cell 中
frame = { $function } 的帧，第 { $line } 行
and-name = { $before }，{ $name }：{ $value }
and-on-stack = { $before }，值栈上：{ $value }

size = 舞台的大小
values-in-place = 值就地显示
values-in-place-about = 数字和文本就地显示，或画成对象本来的样子（V）
follow = 跟随
follow-about = 让每一步改变的内容回到视野中（_）
undo = 撤销
undo-about = 撤销对舞台的操作（Z）
redo = 重做
redo-about = 重做撤销的操作（Shift Z）
fit = 适应
fit-about = 显示整个舞台（0）
smaller = 缩小
smaller-about = 把舞台画得更小（-）
larger = 放大
larger-about = 把舞台画得更大（+）

act-on = 对 { $object } 的操作
fold = 折叠
unfold = 展开
fold-about = 折叠或展开它的方框（X）
pin = 固定
pin-about = 整理舞台时也让它留在这里（K）
hide = 隐藏
hide-about = 不画出它（Delete）
hide-type = 隐藏所有 { $type }
hide-type-about = 不画出这个类型的任何对象
act-on-name = 对名称 { $name } 的操作
hide-name = 隐藏名称
hide-name-about = 不画出这个名称，以及只由它通向的对象（Backspace）

hidden-about = 隐藏了什么，以及如何恢复
hidden = 已隐藏：{ $things }
hidden-with-objects = 已隐藏：{ $things }（{ $objects } 个对象）
each-type = 所有 { $type }
hidden-name = 名称 { $name }
hidden-name-of = { $function } 的名称 { $name }
show-again = 重新显示 { $thing }
show-all = 全部显示
show-all-about = 显示所有隐藏的内容（Shift Delete）

find = 查找
find-label = 按名称、类型、值、编号或地址查找对象
find-about = 按名称、类型、值、编号或地址查找对象（/）
nothing-found = 没有找到
found-at = { $at } / { $many }：{ $because }
found = 找到 { $many } 个：Enter 前往
found-list = 找到的对象
show-object = 显示这个对象（Enter）
more-found = 另有 { $many } 个：Enter 逐个前往
because-name = { $function } 的 { $name }
because-number = 编号 { $number }
because-id = id() 为 { $address }
because-holds = { $object } 持有它
because-address = 位于 { $address }

object-not-drawn = { $object } 未画出
object-hidden = { $object } 已隐藏

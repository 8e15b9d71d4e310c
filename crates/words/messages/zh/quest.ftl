# 转到接下来或之前发生的事：菜单，以及做不到时的提示。

line-runs = 这一行运行
object-made = 对象被创建
object-dies = 对象消亡
collection-begins = 回收开始
exception-raised = 引发异常
something-printed = 输出内容
name-changes = 名称改变
count-changes = 所选对象的计数改变
selected-dies = 所选对象消亡
bytes-change = 所选对象的字节改变
name-in = { $function } 中的 { $name }

no-recording = 还没有录制。
select-first = 请先选中一个对象。
no-line = 这里没有运行任何行。
no-name = 这里没有可监视的名称。
not-alive = 所选对象在这里不存在。
at-the-end = 这里是录制的结尾。
at-the-start = 程序从这里开始。
border = 页面只显示录制的一部分；这里是它的边界。

# 按键与符号的列表。

heading = 按键与符号
close = 关闭
close-title = 关闭（Esc）
sign-count = 实心徽标：引用计数。空心的 ∞ 表示永生对象：它的计数永远不变。
sign-kind = 小图块用 Python 自己的语法表示种类；方框的轮廓也表示种类。
sign-number = 出生编号：本次录制中的第 18 个对象。即使地址被再次使用，编号也不变。
sign-arrow = 箭头是引用。从帧出发的较粗；虚线是不计数的弱引用。
sign-unreachable = 灰色加断开的圆环：程序已无法到达这个对象，但它还在。
sign-scratch = 方框下的虚线纸条：回收期间回收器的草稿计数。
sign-changed = 橙色：上一步改变的内容。
note = 本页逐字节地模拟 64 位系统上的 CPython 3.12.1，不向任何其他主机请求任何内容。

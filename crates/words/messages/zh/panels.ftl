# 页面的面板和布局。

program = 程序
output = 输出
details = 详情
map = 堆图
collector = 回收器
phone = 手机
laptop = 笔记本
projector = 投影
embed = 嵌入

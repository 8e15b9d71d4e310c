# 页面的显示方式：按钮和菜单上的单个词。

layer-names = 名称
layer-objects = 对象
layer-allocator = 分配器
layer-collector = 回收器
theme-automatic = 跟随系统
theme-light = 浅色
theme-dark = 深色
theme-contrast = 高对比度
speed-slow = 慢速
speed-medium = 中速
speed-fast = 快速

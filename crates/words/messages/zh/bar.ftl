# 顶栏。

example = 示例
example-title = 选择一个示例程序（按 F6 来到这里；Ctrl K 也能找到）
own-program = 你自己的程序
lessons = 课程
lessons-title = 课程列表（L）
layer = 层
layer-title = { $layer }层（{ $key }）
model = 64 位模型
model-title = 本页的所有数字都属于这个版本
predict = 预测
predict-title = 提问：在事情发生之前先预测（!）
link = 链接
link-title = 复制指向这个程序和这一时刻的链接（5）
take-away = 导出
take-away-title = 导出图片、动画、分镜或整个页面（Ctrl S）
transcript = 文字稿
transcript-title = 用文字叙述的整段录制（J）
commands = 命令
commands-title = 全部命令（Ctrl K）
help = 按键与符号
help-title = 按键与符号（?）

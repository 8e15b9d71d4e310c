# 没有按键的命令。

open-example = 打开示例：{ $title }
begin-lesson = 开始课程：{ $title }
panels-for = 面板布局：{ $name }
fold-panel = 折叠或展开面板：{ $name }
colours = 配色：{ $name }
speed = 播放速度：{ $name }
panels-for-window = 面板布局：按窗口大小自动选择
reset-panels = 重置面板：全部大小和折叠状态
examples = 按主题列出示例
tour = 六步导览本页
run = 运行程序

# 页面外观的菜单；在小屏幕上还有顶栏放不下的内容。

view = 视图
view-title = 配色、面板等（"）
colours = 配色
colours-title = 选择配色
panels-for = 面板布局
panels-for-title = 选择面板布局（{ $key }）
this-window = 此窗口
row-title = { $name }：{ $more }
row-title-key = { $name }：{ $more }（{ $key }）
reset = 重置面板
reset-more = 全部大小和折叠状态
link = 复制链接
link-more = 指向这个程序和这一时刻
transcript = 文字稿
transcript-more = 用文字叙述的整段录制
take-away = 导出
take-away-more = 图片、动画或整个页面
commands = 命令
commands-more = 能做的一切
tour = 导览
tour-more = 六步看完本页

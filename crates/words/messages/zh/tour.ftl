# 导览：六步看完本页。

program = 你的程序
program-words = 在这里输入或粘贴 Python 代码。你一停手它就自动运行，运行的每个时刻都会录制下来。
stepping = 逐步查看
# “下一步”是 controls.ftl 中按钮上的词。
stepping-words = `下一步` 转到下一行，方向键前后都行，滑块可以到任何地方。后退不会丢失任何内容。
sentence = 一句话
sentence-words = 这里说明上一步做了什么。它提到的内容，在别处看得到的地方都标成橙色。
stage = 名称和对象
stage-words = 左边是名称，右边是它们引用的对象。黑色徽标数的是引用：到 0 时对象消亡。点击方框可以查看它的字节。
layers = 四个层
layers-words = 名称、对象、分配器、回收器：每一层都展示机器的更多细节。先从前两层开始。
rest = 其他一切
rest-words = `Ctrl K` 打开全部命令，`?` 列出所有按键，文字稿用文字讲述整个运行过程。

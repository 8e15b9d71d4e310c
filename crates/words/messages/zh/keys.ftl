# 术语表（依照 Python 官方文档的中文翻译，整个语言中保持一致）
#
# object 对象 · reference 引用 · reference count 引用计数，计数 · name 名称 · variable 变量 · to name, to point at 指向
# to bind 绑定 · to hold 持有 · to let go 放开 · to reach 到达；reachable 可达，unreachable 不可达
# heap 堆 · heap map 堆图 · block 块 · pool 池 · arena arena（文档中不译）· size class 大小类 · free list 空闲链表
# header 头部 · to carve 切分 · rounding 取整 · allocator 分配器 · to hand out 分出 · to give back 归还
# frame 帧 · call 调用 · value stack 值栈 · instruction 指令 · native code 原生代码
# step 步 · stop 停点 · recording 录制 · moment 时刻 · checkpoint 检查点 · breakpoint 断点
# collector 回收器 · collection 回收 · full collection 完全回收 · generation 代（第 0 代）· threshold 阈值 · phase 阶段
# candidate 候选 · scratch count 草稿计数 · set aside 搁置 · rescued 救回 · condemned 判为垃圾· to survive 幸存
# promoted 晋升 · resurrected 复活 · tracked, watched by the collector 跟踪 · cycle, ring 循环，循环引用 · garbage 垃圾
# finalizer 终结器 · weak reference 弱引用 · callback 回调 · immortal 永生 · interned 驻留
# to be made 创建 · to die 消亡 · to live 活着，存活 · freed 释放 · birth 诞生
# cell cell（不译）· slot 槽位 · closure 闭包 · container 容器 · text (str) 字符串
# stage 舞台 · box 方框 · badge 徽标 · arrow 箭头 · layer 层 · inspector 检查器 · ledger 账本 · lifeline 生命线 · timeline 时间线
# bookmark 书签 · alternative 假设分支 · exercise 练习 · question 问题 · to predict 预测 · lesson 课程 · card 卡片
# lecture mode 授课模式 · speaker notes 讲者备注 · transcript 文字稿 · take away 导出 · storyboard 分镜 · trace 轨迹
# costs 开销 · panel 面板 · to fold 折叠 · tour 导览 · engine 引擎 · link 链接

# 按键的作用，在按键列表和命令中。
step-on = 到下一行，或回收的下一阶段
step-back = 后退一步
step-over = 步过调用
step-back-over = 向后步过调用
step-out = 步出函数
step-back-out = 退回到调用该函数的那一行
instruction-on = 前进一条指令；在回收中：前进一个对象或引用
instruction-back = 后退一条指令；在回收中：后退一个对象或引用
first-stop = 第一个停点
last-stop = 最后一个停点
play = 播放或暂停
continue = 继续到下一个断点；没有断点则到结束
continue-back = 退回到上一个断点
next-on-line = 这一行下一次运行；加按 Shift 则为上一次，以下各键也一样
next-made = 下一个被创建的对象
next-death = 下一次有对象消亡
next-collection = 下一次回收
next-exception = 下一次引发异常
next-output = 下一次输出
next-of-name = 监视的名称的下一次变化
next-of-count = 所选对象计数的下一次变化
death-of-selected = 所选对象的消亡
next-of-bytes = 所选对象字节的下一次变化
next-phase = 回收的下一阶段
play-collection = 从此处播放到回收结束，或暂停；不在回收中时：下一次回收
move-back = 在回收中：后退一个对象或引用
layers = 名称、对象、分配器、回收器
lessons = 课程列表
cards = 在课程中：下一张、上一张卡片
tidy = 整理舞台
size = 把舞台画得更大、更小
fit = 显示整个舞台
find = 按名称、类型、值、编号或地址查找对象
as-objects = 数字和文本就地显示，或画成对象本来的样子
fold = 折叠或展开所选方框
pin = 把所选方框固定在原处，或不再固定
hide = 隐藏所选对象；Shift Delete 重新显示全部
undo = 撤销对舞台的操作
colouring = 堆图：下一种着色
all-blocks = 堆图：所有池的所有块，或各池并打开其中一个
large-map = 堆图：铺满窗口，或回到原处
bytes = 逐字节显示所选对象或块
hide-name = 隐藏最近指过的名称
redo = 重做撤销的操作
follow = 舞台跟随每一步，或保持不动
select-nothing = 取消选中；在程序中：之后按 Tab 离开程序
fields = 所选对象的字段
ledger = 它的账本：计数的每次变化，以及它的一生
why-alive = 它为什么活着，怎样才会被释放
costs = 各行的开销
alternative-collect = 假设分支：在此运行一次完全回收
alternative-disable = 假设分支：在此关闭回收器
leave-alternative = 离开假设分支
stop = 停止录制
input = 到程序等待的那一行输入
run-now = 在程序中：立即运行
breakpoint = 在程序中：设置或移除断点
condition = 在程序中：断点的条件；也可在行的左侧右击
arrangement = 下一种面板布局：笔记本、投影、嵌入、手机
view-menu = 配色和面板的菜单
go-to-menu = “转到”菜单：可前往的地方
fold-program = 折叠或展开程序栏
fold-details = 折叠或展开详情
next-panel = 到下一个、上一个面板
copy-link = 复制指向这个程序和这一时刻的链接
bookmark = 在此处设置书签，或移除此处的书签
bookmark-before = 上一个书签
bookmark-next = 下一个书签
lifeline = 保留所选对象的生命线，或不再保留
bookmark-list = 书签和生命线的列表
lecture = 授课模式，或返回：大字、翻页笔按键、聚光灯
notes = 讲者备注窗口
transcript = 阅读文字稿：用文字叙述的整段录制
take-away = 导出：图片、动画、分镜、可离线使用的页面、在你自己的 Python 上核对
exercise = 练习：画出名称的指向、填计数、标出会消亡的，然后运行这一行
questions = 提问：在事情发生之前先预测，或不再提问
all-commands = 全部命令
this-list = 这个列表

hall-on = 前进：到下一个书签，或一步
hall-back = 后退
hall-step = 一步
hall-story = 前进是指书签，或每一步
hall-ask = 向教室提问接下来会发生什么，或不再提问
hall-black = 变黑，再恢复
hall-spot = 聚光灯：指针、对象、关闭
hall-dot = 用红点代替指针
hall-code = 显示程序，或不显示

# 示例程序：标题、看点和主题。

names = 名称
counts = 计数
memory = 内存
collector = 回收器
aliasing = 两个名称，一个列表
aliasing-tells = 赋值不会复制对象。
default = 只创建一次的默认值
default-tells = 默认列表为什么“有记性”。
closure = 闭包和它的 cell
closure-tells = 内层函数把名称放在哪里。
counting = 计数的增与减
counting-tells = 谁引用一个对象，它何时消亡。
exception = 被留住的异常
exception-tells = 它让整个调用的名称都活着。
generator = 等待中的生成器
generator-tells = 睡在对象里的帧。
growth = 列表增长
growth-tells = 空间是提前申请好的。
slots = 带槽位的对象
slots-tells = 比带字典的对象更小。
two-nodes = 循环中的两个节点
two-nodes-tells = 先失联，再被逐阶段找到。
automatic = 回收器自行启动
automatic-tells = 计数器达到了阈值。

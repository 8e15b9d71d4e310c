# 所选对象的详情：它的账本（引用计数的每次变化）、它的一生，以及它为什么活着。

tabs = 显示它的什么
fields = 字段
fields-about = 它在内存中的字段（B）
ledger = 账本
ledger-about = 引用计数的每次变化，以及它的一生（7）
why = 为何活着？
why-about = 谁让它活着，怎样才会被释放（Y）
why-title = 它为什么活着
reading = 正在从录制中读取它的一生。

at-line = 第 { $line } 行
at-the-end = 结束时
go-to-step = 转到第 { $step } 步
go-to-step-in = 转到第 { $step } 步，在 { $function } 中

# { $place }、{ $born }、{ $died }：按钮“第 3 行”或“结束时”。
born = { $place }诞生，由 { $by } 创建
born-and-held = { $place }诞生，由 { $by } 创建，最先的持有者：{ $holder }
older = 早于程序
generation = { $generation ->
    [0] { $place }加入最年轻代
   *[other] { $place }移到第 { $generation } 代
}
died-last-reference = { $place }消亡：失去最后一个引用（{ $cause }）
died = { $place }消亡：{ $cause }
still-lives = 活到录制结束
read-up-to = 已读到第 { $step } 步

ask-tenants = 还有谁住过这个地址？
ask-tenants-about = 哪些对象先后住过这个地址
tenants = 谁住过这个地址
objects-at = { $address } 上的 { $count } 个对象
tenants-before = 之前 { $count } 个
tenants-after = 之后 { $count } 个
tenant-died = { $object }，{ $born }诞生，{ $died }消亡
tenant-lives = { $object }，{ $born }诞生
tenant-old-died = { $object }，早于程序，{ $died }消亡
tenant-old = { $object }，早于程序
select = 选中这个对象

temporary = { $count } 个只存在于一条指令期间的引用
temporary-fold = 折叠一条指令增加又收回的引用
temporary-show = 显示一条指令增加又收回的引用
where-head = 位置
change-head = 变化
count-head = 计数
why-head = 原因
entries-before = 之前 { $count } 条
entries-after = 之后 { $count } 条

looking = 正在寻找通向它的路径。
what-frees = 怎样才会释放它？
ways = 通向它的最短路径
it = 它
sole = 双下划线：没有这一个引用，就到达不了它。
by-name = 名称 `{ $name }`
by-name-of = `{ $function }` 的名称 `{ $name }`
by-part = { $object } 的 `{ $part }`
what-if = 如果没有？
what-if-about = 没有这个引用，谁会消亡？
what-if-of = { $reference }：没有它，谁会消亡？
drop = 去掉它
drop-about = 在假设分支中去掉这个引用继续运行；录制保持不变
drop-of = { $reference }：去掉它继续运行

at-once = 立刻：{ $objects }
at-once-and-more = 立刻：{ $objects } 和另外 { $more } 个
with-collector = 靠回收器：{ $objects }
with-collector-and-more = 靠回收器：{ $objects } 和另外 { $more } 个

# “它为什么还活着？”，以及去掉一个引用后谁会消亡。

nothing-recorded = 还没有录制任何内容。
does-not-live = { $object } 在这一步不存在。
immortal = { $what } 是永生对象：无论谁引用它，它都不会被释放。
native-code = 正在运行的原生代码持有 { $what }。
only-a-cycle = 程序能到达的一切都不引用 { $what }。只有循环引用还拉着它，它会一直活到回收器到来。
because-of = { $what } 还活着，靠的是这个引用（{ $place }）。没有它，谁也到达不了 { $what }。
not-only = { $what } 还活着，靠的有这个引用（{ $place }），但不只靠它：没有哪个引用是不可缺少的。
is-alive = { $what } 还活着。

# “{ $place }：没有这个引用，……”，{ $place } 如“名称 a”“list #3 [0]”。
would-stay-immortal = { $place }：没有这个引用，{ $what } 也会活下去，它是永生对象。
would-live-on = { $place }：没有这个引用，{ $what } 也会活下去，还有 { $others } 个引用支撑着它。
would-die = { $place }：没有这个引用，{ $once } 个对象会立刻消亡（{ $bytes } 字节）。
would-be-lost = { $place }：没有这个引用，{ $later } 个对象（{ $bytes } 字节）就再也到达不了；它们会被循环引用拉住，直到回收器到来。
would-die-both = { $place }：没有这个引用，{ $once } 个对象会立刻消亡，{ $later } 个会在下一次完全回收时消亡（共 { $bytes } 字节）。

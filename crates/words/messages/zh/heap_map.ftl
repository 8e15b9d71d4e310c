# 堆图：内存的 arena、其中的池，以及池中一个个的块。

heading = 堆图
blocks-and-bytes = { $blocks } 块，{ $bytes } 字节

## 可以选择的内容

colour-by = 着色依据
colour-by-title = 图中颜色表示什么（;）
colouring-type = 类型
colouring-size = 大小类
colouring-age = 年龄
colouring-generation = 代
colouring-occupancy = 占用率
all-blocks = 所有块
all-blocks-title = 一次显示所有池的所有块，或显示各池并打开其中一个（@）
large = 放大
smaller = 缩回
large-title = 铺满窗口，或回到原处（%）
bytes-shown = 字节
bytes-shown-title = 逐字节显示所选内容（'）

## 图例：颜色的含义

legend = 颜色：{ $colouring }
group = { $group }：{ $count } 块
free = 空闲
free-title = 已归还；连线和数字表示空闲链表的顺序
never-used = 从未使用
never-used-title = 这里还从未切出过块
header = 头部
header-title = 池的头部：48 字节
tail = 尾部
tail-title = 池的末尾：放不下一个块
other-types = 其他类型
tables = 表和缓冲区
of-size = { $bytes } 字节
older-than-program = 早于程序
oldest-quarter = 程序中最老的四分之一
older-quarter = 较老的四分之一
younger-quarter = 较新的四分之一
youngest-quarter = 最新的四分之一
generation-0 = 第 0 代，最年轻
generation-1 = 第 1 代
generation-2 = 第 2 代，最老
not-tracked = 回收器不跟踪
less-than-quarter = 占用不到四分之一
quarter = 四分之一以上
half = 一半以上
three-quarters = 四分之三以上
full = 已满

## 数字：内存去了哪里

figures = 内存去了哪里
bytes = { $bytes } 字节
empty-of = { $empty } / { $pools }
percent = { $share }%
about-aloud = 。{ $about }
in-use = 使用中
in-use-about = 存放着对象或对象的表的块。
of-pools = 池的利用率
of-pools-about = 在所有已切分的池中，使用中的块占了这么多内存；其余的是空闲块、头部和尾部。
given-back = 已归还
given-back-about = 各池空闲链表中的块：只有同一大小类的请求才能使用。这就是碎片。
never-carved = 从未切分
never-carved-about = 池末尾还从未切出过块的空间。
largest-hole = 最大空洞
largest-hole-about = 一个池内最长的一串相邻空闲块。它只能按该池的大小类一块一块地使用。
empty-pools = 空池
empty-pools-about = 没有使用中的块的池：任何大小类都可以拿去用。
untouched-pools = 未动用的池
untouched-pools-about = arena 中还没有用到的池。
rounding = 取整
rounding-about = 请求会向上取整到 16 字节的倍数：这是对象的块中因此浪费的字节。
tails = 尾部
tails-about = 各池末尾不够再切一块的字节。
headers = 头部
headers-about = 每个池都以 48 字节的头部开始，记录池中放的是什么，以及它的空闲链表。
outside-pools = 池外
outside-pools-about = 超过 512 字节的请求交给 C 库的分配器：长列表的项、大的表。

## 图

map-of-all = 所有块的图
map-of-pools = arena、池和块的图
how-to-use = 指向一个块，或用方向键移动；Enter 打开，+、− 和滚轮改变大小。
arena = arena { $arena }
carved = 已切分 { $used } / { $size } 个池
pool = arena { $arena } 的池 { $pool }
pool-fact = 每块 { $bytes } 字节，使用中 { $used } / { $blocks }
pool-fact-short = 使用中 { $used } / { $blocks }
too-large = 池放不下
too-large-fact = 使用中 { $blocks } 块
header-in-pool = 头部 48 字节
bytes-in-pool = { $bytes } 字节
block-short = 块 { $block }
block-short-with = 块 { $block }：{ $object }

## 所指或所选的内容，图下方的一句话

told-unused-pool = arena { $arena } 的池 { $pool } 从未使用过。
told-pool = arena { $arena } 的池 { $pool }，位于 { $address }：每块 { $bytes } 字节，{ $blocks } 块中有 { $used } 块在使用。
told-header = arena { $arena } 的池 { $pool } 的头部，位于 { $address }：48 字节。
told-tail = arena { $arena } 的池 { $pool } 的最后 { $bytes } 字节：不够再切一块。
told-block = arena { $arena } 的池 { $pool } 的块 { $block }，位于 { $address }：{ $content }
object = { $generation ->
    [none] { $object }，{ $bytes } 字节。
   *[other] { $object }，{ $bytes } 字节，第 { $generation } 代。
}
object-fits = { $generation ->
    [none] { $object }，{ $bytes } 字节，正好是请求的大小。
   *[other] { $object }，{ $bytes } 字节，正好是请求的大小，第 { $generation } 代。
}
object-rounded = { $generation ->
    [none] { $object }，请求 { $asked } 字节，向上取整到 { $bytes }。
   *[other] { $object }，请求 { $asked } 字节，向上取整到 { $bytes }，第 { $generation } 代。
}
buffer = 表或缓冲区，{ $bytes } 字节。
free-next = 空闲，{ $bytes } 字节，下一个分出的就是它。
free-in-list = 空闲，{ $bytes } 字节，在空闲链表中排第 { $place } 位。
free-block = 空闲，{ $bytes } 字节。
never-used-block = 从未使用，{ $bytes } 字节。
told-outside = 池外，位于 { $address }：{ $object }，{ $bytes } 字节。
told-outside-buffer = 池外，位于 { $address }：表或缓冲区，{ $bytes } 字节。
told-outside-free = 池外，位于 { $address }：空闲，{ $bytes } 字节。

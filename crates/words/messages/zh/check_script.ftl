# 供学生在自己的 Python 上运行的脚本：把程序运行到某一行，并与 Heapglass 显示的内容对照。

before-line = 把 { $file } 运行到一个时刻（第 { $line } 行第 { $time } 次执行之前），并将那里的情况与 Heapglass 对照。
after-all = 把 { $file } 运行到一个时刻（最后一行之后），并将那里的情况与 Heapglass 对照。
versions = Heapglass 显示的是 CPython 3.12.1；如果你的 Python 是别的版本，会说明产生差异的原因。
facts = 位置（0 是最外层的帧）、内容、查询方式，以及 Heapglass 显示的值。

begin = Python { $version }；Heapglass 显示的是 3.12.1
references = 对 { $thing } 的引用数
immortal = 永生
differs = Heapglass { $shown }，此处 { $here }：{ $why }
all-agree = 一致：全部 { $count } 项
some-differ = 不一致：{ $count } 项中有 { $wrong } 项
ended-before = 不一致：程序在那一时刻之前就结束了（{ $problem }）

why-same-version = 相同版本应当一致：是否有调试器或其他工具在运行？
why-dict = 字典的表布局不同：3.10 及以前每个键占 24 字节；从 3.14 起所有字典都被跟踪
why-int-size = 3.11 及以前零占 24 字节；从 3.12 起它有一个数位，占 28 字节
why-str-size = 3.11 及以前 str 多 8 字节，用于一种现已取消的形式
why-list-size = 列表为后续的项预留多少空间，在 3.9 和 3.14 中改变过
why-type-size = 类的大小几乎每个版本都在增长
why-struct-size = 在这个版本中，背后的结构体有不同的字段
why-size = 对象前面的内容（字典、弱引用）在 3.11、3.12 和 3.13 中移动过
why-function-count = 从 3.11 起，帧会持有它所运行的函数；以前不会
why-old-count = 3.12 以前没有永生对象；3.10 及以前，调用把参数保留在调用者的栈上
why-count = 3.13 永久保留的驻留字符串更少；从 3.14 起，读取名称可以不计数
why-threshold = 3.12 及以前为 700，从 3.13 起为 2000；3.14.0 到 3.14.4 只有两代
why-tracked = 元组和字典何时离开回收器的链表，在 3.14 中改变过
why-is = 哪些常量是同一个对象由编译器决定，这一点改变过
why-else = 这个版本在此处不同

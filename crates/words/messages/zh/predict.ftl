# 一行运行之前（或回收继续之前）的问题、答案和解释。

nothing = 什么也没有
numbered-line = 第 { $number } 行：`{ $line }`

alias-ask = `{ $line }` 即将运行。之后 `{ $name }` 显示什么？
alias-names = `{ $through }` 和 `{ $other }` 是同一个对象 { $what } 的两个名称。通过一个名称做的修改，通过另一个也看得到。
alias-no-copy = 除非 `{ $other }` 有自己的对象，才会这样。没有哪次赋值复制过东西：两个箭头都指到 { $what }。
alias-empty = 什么也没有：`{ $other }` 现在是空的
alias-not-replaced = 对象是被修改，不是被替换：它还是 { $what }，`{ $other }` 仍然指向它。
alias-places = 这些位置引用的都是同一个对象 { $what }。修改一次，每个位置都变了。
alias-places-apart = 除非每个位置有自己的对象，才会这样。它们引用的都是 { $what }：重复复制的是引用，不是对象。
alias-itself = 这一行修改的就是 { $what } 本身，不是它的副本。

printed-ask = `{ $line }` 即将运行。它输出什么？
printed-if = 要是这样想，才会输出那个：{ $idea }

fate-dies = 它立刻消亡
fate-lives = 它活下去，程序能到达它
fate-lost = 它活下去，但程序里没有路通向它
fate-ask = `{ $name }` 指向 { $what }。`{ $line }` 即将运行。{ $what } 会怎样？
something-else = 别的东西
fate-why-dies = 它的计数降到 0：一个引用也不剩。计数一到 0，CPython 就立刻释放对象。
fate-why-lives = `{ $name }` 放开了它，计数从 { $count } 变为 { $now }：还有 { $holder } 引用它。
fate-why-lost = `{ $name }` 放开了它，但计数只降到 { $now }：还有 { $holder } 引用它，而那个对象同样谁也到达不了。这样的循环要等回收器来处理。
fate-was-the-last = `{ $name }` 是最后一个引用它的。现在没有路通向它了。
fate-no-collector = 回收器只管循环引用。靠计数就能释放的，不用它，立刻就释放。
fate-only-the-name = 放开的只是这个名称。只要还剩一个引用，对象就活着，而 { $holder } 还引用它。
fate-still-leads = 仍然有路通向它：{ $holder }。
fate-counting-is-blind = 计数看不见循环：它的计数是 { $now }，不是 0，因为 { $holder } 引用它。
fate-nothing-leads = 虽然 { $holder } 引用它，但从程序中的名称出发，没有路通向那里。

deaths-ask = `{ $line }` 即将运行。舞台上有多少个方框会消亡？
deaths-why = 一个对象消亡时，它引用的每个对象都少一个引用。谁的计数因此变为 0，谁就在同一刻消亡。
deaths-at-once = 失去最后一个引用的是 { $what }，计数机制立刻释放它。
deaths-inside = 里面的对象也失去了最后一个引用：它与持有它的对象一起消亡。
deaths-elsewhere = 其中有一个还被别处引用，它会活下去。

count-ask = `{ $name }` 指向 { $what }，它的计数是 { $count }。`{ $line }` 即将运行。之后计数是多少？
count-rises = 它的引用多了 { $more } 个，所以计数从 { $old } 变为 { $new }。
count-falls = 它的引用少了 { $less } 个，所以计数从 { $old } 变为 { $new }。
count-nothing-copied = 什么也没有复制：新增的是一个引用，而每个引用都要计数。
count-every-place = 每个位置都算，同一个容器里的多个位置也分别算。
count-of-the-call = 那是 `sys.getrefcount` 会输出的数：调用运行期间，它自己的参数也是一个引用。徽标显示的计数不含它。
count-taken-off = 引用一离开，计数就立刻减去。
count-left = 还剩 { $left } 个引用：只要还有谁引用它，对象就活着。

identity-ask = `{ $line }` 即将运行。之后 `{ $target } is { $other }` 是什么？
identity-until-changed = `True`，直到其中一个被修改
identity-no-half-way = 没有这种中间状态：从一开始，要么是一个对象，要么是两个。
identity-one = 两个名称都指向 { $what }。
identity-nothing-copied = 这里什么也没有复制：赋值让名称指向已有的对象。
identity-two = `{ $target }` 指向 { $what }，这是一个新对象，不管内容是否相同；`{ $other }` 指向 { $then }。
identity-makes-new = `{ $made }` 创建一个新对象；`{ $other }` 仍然指向 { $then }。
identity-ask-equal = `{ $line }` 即将运行；`{ $other }` 已经是 `{ $value }`。之后 `{ $target } is { $other }` 是什么？
identity-small-ints = 从 −5 到 256，CPython 为每个 int 只保留一个对象。
identity-small-ints-shared = 小整数在 Python 启动时就创建好了，只此一份，大家共用。
identity-found = 这里 CPython 找到了已有的对象：一个相等的常量，或一个只保留一份的字符串。
identity-constants = 并非每个值都是独立的对象：同一程序中相等的常量只存一份。
identity-made-apart = 两者相等，但是分别创建的：是两个对象。
identity-asks-one = `==` 比较值，结果会是真。`is` 问的是不是同一个对象，而这里有两个。

address-ask = { $what } 刚刚消亡。`{ $line }` 即将运行，会创建一个 { $type }。它会在哪里？
address-same = 在刚才那个的位置：`id` 相同
address-why-same = 最后释放的最先分出。不同时活着的两个对象可以有相同的地址。
address-fresh = 在一个从未有对象用过的地址
address-why-not-fresh = `id` 就是地址，只在同时活着的对象之间唯一。释放的内存会再次使用。
address-behind = 在最近创建的对象后面
address-why-not-behind = 内存不是朝一个方向分出的：最后释放的最先分出。
address-ask-bound = `{ $name }` 指向 { $what }。`{ $line }` 即将运行。`id({ $name })` 会和之前相同吗？
address-other = 不同：换一个地址；旧地址变为空闲
address-why-other = 创建新对象时 { $what } 还在，所以新对象需要自己的位置。之后 `{ $name }` 才放开旧对象，旧位置才空出来。
address-same-name = 相同：还是同一个名称
address-why-not-same-name = 地址是对象的，不是名称的：`{ $name }` 之后指向另一个对象。
address-never-again = 不同：换一个地址；旧地址永远不再使用
address-why-not-never-again = 释放的内存会再次分出，也许就分给下一个这么大的对象。

collection-ask = 回收已开始；它检查舞台上的 { $all } 个方框。它会释放多少个？
collection-why-none = 它们每一个都能从名称、正在运行的调用或解释器到达：回收器不会拿走仍在使用的东西。
collection-why = 回收器减去被检查对象之间的所有引用。减完后一个也不剩、又不能从还有剩的对象到达的，就是垃圾。
collection-not-all = 它检查全部，但只释放没有路通向的那些。
collection-some = 其中一些只是互相引用：从程序能到达的地方，没有路通向它们。
collection-each = 循环不是作为一个整体释放的：其中每个对象都分别被找到并释放。
collection-reachable = 程序仍然能到达它们全部。

generation-ask = 第 { $generation } 代的回收已开始，而 { $what } 正在使用。之后它在第几代？
generation-why-oldest = 最老代之上没有别的代：在完全回收中幸存的对象就在第 2 代。
generation-why = 在第 { $generation } 代的回收中幸存的对象上升一代。
generation-stays-oldest = 最老代之上没有别的代：在完全回收中幸存的对象就在第 2 代。这样它就不会很快又被检查。
generation-stays = 在第 { $generation } 代的回收中幸存的对象上升一代。这样它就不会很快又被检查。
generation-only-new = 第 0 代中只有新对象。
generation-one-at-a-time = 一次只上升一代：它还得在下一代的回收中幸存。
generation-full = 完全回收把所有幸存的对象都移到最老代。

next-ask = 第 { $number } 行即将运行：`{ $line }`。接下来运行哪一行？
next-if = 要是这样想，才会接着运行那一行：{ $idea }
next-generator = 调用 `{ $name }` 只是创建一个生成器。有人要第一项时，它的函数体才开始运行。
next-definition = `def` 创建一个函数对象并给它一个名称。函数体在调用时才运行。
next-loop-over-wrong = 没有剩下可遍历的项：循环结束了。
next-loop-over = 循环结束了：它的迭代器没有更多的项。
next-true = 条件为真。
next-false = 条件为假。
next-exception = 这里引发了异常。块中剩下的部分被跳过，Python 去寻找处理它的代码。

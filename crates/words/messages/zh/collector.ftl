# 回收器的面板：三代及其计数器和成员，以及正在进行的回收所检查的对象。

generations = 分代
lanes = 按代排列的对象
generation = 第 { $number } 代
youngest = 最年轻代
middle = 中间代
oldest = 最老代
permanent-name = 永久代
permanent = 永久
permanent-fact = 已冻结，从不检查
aside-name = 搁置
aside = 搁置
aside-fact = 暂时不可达
condemned = 判为垃圾
condemned-fact = 确定不可达
untracked = 未跟踪
untracked-fact = 不可能处在循环中
empty = 空
more = 另有 { $count } 个
of-interpreter = + 解释器的 { $count } 个
of-interpreter-title = 它们是什么
of-kind = { $count } 个 { $kind }
other-kinds = 另外 { $count } 个，由 CPython 启动时留下，这里只计数
select = 选中 { $title }

## 计数器数的是什么：提示

counts-youngest = 自上次回收以来，分配的容器数减去释放的容器数；超过阈值就开始一次回收
counts-middle = 自第 1 代上次被回收以来，第 0 代的回收次数
counts-oldest = 自第 2 代上次被回收以来，第 1 代的回收次数

## 由计数器得出的结论，写在旁边，要短

never = 永不：阈值为 0
never-as-youngest = 永不：第 0 代的阈值为 0
is-due = 已满：该回收了
is-full = 已满：下次分配容器时回收
is-nearly-full = 已满：下一个容器会引发回收
goes-along = 已满：下次回收会带上它
too-few-joined = 已满，但加入的太少
quarter-rule = 且已加入 { $joined } 个，需要 { $needed } 个：{ $total } 的四分之一
quarter-rule-title = 只有当此后加入最老代的容器（long_lived_pending）达到它上次回收后留下的容器（long_lived_total）的四分之一时，才会回收最老代

## 分代下面的事实，以及两个开始假设分支的按钮

is-off = 已由 gc.disable() 关闭：只有 gc.collect() 会回收
so-far = 至今回收 { $collections } 次，找到 { $objects } 个对象
garbage = gc.garbage 持有 { $count } 个对象
collect-here = 在此回收
collect-here-title = 在假设分支中立即运行一次完全回收（9）
disable-here = 在此关闭
disable-here-title = 在假设分支中从此处起 gc.disable()（8）

## 走过一次回收的按钮

walk = 逐步查看这次回收
pause = 暂停
pause-title = 让回收停在当前位置（>）
play = 播放回收
play-title = 从此处播放到回收结束（>）
play-next = 播放下次回收
play-next-title = 转到下一次回收并播放（>）
back = 后退
back-title = 后退一个对象或引用（<）
on-title = 下一个对象或引用；最后一个之后是下一阶段（.）

## 候选对象：正在进行的回收所检查的对象

candidates = 候选对象
candidates-name = 这次回收检查的对象
of-youngest = 最年轻代
of-younger-two = 较年轻的两代
of-all = 所有代
column-object = 对象
column-count = 计数
column-scratch = 草稿
column-verdict = 判定
select-title = 选中这个对象
other-candidates = 另有解释器的 { $count } 个
other-candidates-title = 它们是哪些
others-are-treated-alike = 对它们的处理相同：解释器的模块、类和函数，以及 CPython 启动时留下的对象。
others-moves = 这一阶段对它们做了 { $count } 个动作。
others-without-box = 属于程序、没有画出的：{ $titles }。
others-without-box-first = 属于程序、没有画出的：{ $titles }……
titles = { $front }、{ $last }

## 回收器目前对对象的判定，要尽量短

verdict-candidate = 检查中
verdict-held = 外部持有
verdict-set-aside = 搁置
verdict-reached = 可达
verdict-rescued = 已救回
verdict-survives = 幸存
verdict-unreachable = 不可达
verdict-untracked = 不再跟踪
verdict-promoted = 已晋升
verdict-condemned = 判为垃圾
verdict-finalized = 终结器已运行
verdict-resurrected = 已复活
verdict-cleared = 已清除
verdict-saved = 存入 gc.garbage
verdict-dead = 已消亡

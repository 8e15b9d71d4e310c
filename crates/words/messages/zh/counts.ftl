# 对象的引用计数为何改变：账本的各行，不是完整的句子。

maker = { $kind ->
    [interpreter] 解释器
    [native] 原生代码
   *[instruction] { $instruction }
}
made-by = { $kind ->
    [interpreter] 由解释器创建
    [native] 由原生代码创建
   *[instruction] 由 { $instruction } 创建
}
held-while = { $kind ->
    [interpreter] 解释器工作期间持有
    [native] 原生代码工作期间持有
   *[instruction] { $instruction } 工作期间持有
}
another-reference = 多一个引用
reference-less = 少一个引用

bound = { $kind ->
    [global] 绑定到名称 { $name }
    [local] 绑定到局部名称 { $name }
   *[local-of] 绑定到 { $function } 的局部名称 { $name }
}
put-on-stack-of = 放上 { $function } 的值栈
put-on-stack = 放上值栈
stored-in = 存入 { $place }
kept-by = 由{ $holder }保留
held-by-native = 由正在运行的原生代码持有

passed = { $kind ->
    [global] 作为参数传入：现在是名称 { $name }
    [local] 作为参数传入：现在是局部名称 { $name }
   *[local-of] 作为参数传入：现在是 { $function } 的局部名称 { $name }
}
stack-bound = { $kind ->
    [global] 从值栈取下：绑定到名称 { $name }
    [local] 从值栈取下：绑定到局部名称 { $name }
   *[local-of] 从值栈取下：绑定到 { $function } 的局部名称 { $name }
}
handed-over-to = 交给 { $function } 的值栈
handed-over = 交给值栈
stack-stored = 从值栈取下：存入 { $place }
stack-kept = 从值栈取下：由{ $holder }保留
stack-native = 从值栈取下：由正在运行的原生代码持有
moved = 移动：{ $place } → { $to }

taken-from-stack-of = 从 { $function } 的值栈取走
taken-from-stack = 从值栈取走
let-go-by-native = 被原生代码放开
let-go-by = 被{ $holder }放开
call-ended = { $kind ->
    [global] 调用结束，名称 { $name } 随之消失
    [local] 调用结束，局部名称 { $name } 随之消失
   *[local-of] 调用结束，{ $function } 的局部名称 { $name } 随之消失
}
deleted = { $kind ->
    [global] 名称 { $name } 被删除
    [local] 局部名称 { $name } 被删除
   *[local-of] { $function } 的局部名称 { $name } 被删除
}
bound-elsewhere = { $kind ->
    [global] 名称 { $name } 改绑到别处
    [local] 局部名称 { $name } 改绑到别处
   *[local-of] { $function } 的局部名称 { $name } 改绑到别处
}
let-go = { $kind ->
    [global] 名称 { $name } 放开了它
    [local] 局部名称 { $name } 放开了它
   *[local-of] { $function } 的局部名称 { $name } 放开了它
}
holder-died = 持有者消亡：{ $place }
taken-out-of = 从 { $place } 取出

shut-down = 程序已结束：解释器放开了一切
collected = 回收器发现只有循环引用还持有它

nothing-recorded = 还没有录制任何内容。
too-long = 账本到 { $entries } 条为止。
no-such-object = 录制的内容中没有这个对象。
immortal = 它是永生对象：计数永远不变。

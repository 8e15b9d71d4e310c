# 逐个走过回收的一个阶段：每个对象或引用一句话。

place = { $noun ->
    [reference] 引用 { $at } / { $last }
    [object] 对象 { $at } / { $last }
   *[move] 动作 { $at } / { $last }
}
next-reference = 下一个引用
next-object = 下一个对象
next-move = 下一个动作
next-phase = 下一阶段

begins-with-references = { $phase }阶段开始：要处理 { $count } 个引用。
begins-with-objects = { $phase }阶段开始：要处理 { $count } 个对象。
begins-with-moves = { $phase }阶段开始：要处理 { $count } 个动作。
within = { $phase }，{ $place }：{ $what }

## 对象发生了什么，接在冒号之后

gathered = 检查 { $title }；它原来在第 { $generation } 代。
copied = 复制 { $title } 的计数，于是它的草稿计数为 { $scratch }。
subtracted = { $kind ->
    [name] 从名称 `{ $from }` 到 { $title }：{ $before } − 1 = { $scratch }。
   *[other] 从 { $from } 到 { $title }：{ $before } − 1 = { $scratch }。
}
held = { $title } 还剩 { $scratch }，说明外部还持有它：保留。
held-again = { $title } 还剩 { $scratch }：外部又有人持有它，因此它活下去。
set-aside = { $title } 剩 0：暂且搁置。
set-aside-again = { $title } 剩 0：没有人把它带回来。
reached = { $kind ->
    [name] 名称 `{ $from }` 被保留，它引用 { $title }，所以后者也保留。
   *[other] { $from } 被保留，它引用 { $title }，所以后者也保留。
}
rescued = { $kind ->
    [name] 名称 `{ $from }` 被保留，它引用 { $title }：后者被救回。
   *[other] { $from } 被保留，它引用 { $title }：后者被救回。
}
rescued-again = { $kind ->
    [name] 名称 `{ $from }` 活下去，它引用 { $title }，所以后者也活下去。
   *[other] { $from } 活下去，它引用 { $title }，所以后者也活下去。
}
untracked = { $title } 不可能处在循环中：回收器不再跟踪它。
stays = { $title } 幸存，留在第 { $generation } 代。
promoted = { $title } 幸存，进入第 { $generation } 代。
weakref-cleared = { $kind ->
    [name] 名称 `{ $from }` 不再引用 { $title }。
   *[other] { $from } 不再引用 { $title }。
}
callback-called = 调用 { $title } 的回调。
finalized = 运行 { $title } 的终结器。
cleared = { $title } 放下它持有的一切。
saved = { $title } 按 DEBUG_SAVEALL 的要求进入 `gc.garbage`。
died = { $title } 消亡。

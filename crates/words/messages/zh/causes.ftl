# 改变对象计数的原因：接在“+1：”“−1：”之后，或接在“它……”之后。

came = +1：{ $holder }
went = −1：{ $holder }
came-elsewhere = +{ $count }：解释器，或表达式仍需要的值
went-elsewhere = −{ $count }：解释器，或已用完它的表达式
named = { $change ->
    [came] 被名称 `{ $name }` 指向
   *[went] 不再被名称 `{ $name }` 指向
}
named-in = { $change ->
    [came] 被 { $function } 的名称 `{ $name }` 指向
   *[went] 不再被 { $function } 的名称 `{ $name }` 指向
}
stacked = { $change ->
    [came] 进入值栈
   *[went] 不再位于值栈上
}
stacked-in = { $change ->
    [came] 进入 { $function } 的值栈
   *[went] 不再位于 { $function } 的值栈上
}
held-at = { $change ->
    [came] 被 { $object } 的 `{ $place }` 持有
   *[went] 不再被 { $object } 的 `{ $place }` 持有
}
held = { $change ->
    [came] 被 { $object } 持有
   *[went] 不再被 { $object } 持有
}
key = { $change ->
    [came] 成为 { $object } 的键
   *[went] 不再是 { $object } 的键
}

# 改变对象计数的原因。`last` 接在“它失去了最后一个引用，”之后。

came-elsewhere = +{ $count }：解释器，或表达式仍需要的值
went-elsewhere = −{ $count }：解释器，或已用完它的表达式
named = { $change ->
    [came] +1：被名称 `{ $name }` 指向
    [went] −1：不再被名称 `{ $name }` 指向
   *[last] 不再被名称 `{ $name }` 指向
}
named-in = { $change ->
    [came] +1：被 { $function } 的名称 `{ $name }` 指向
    [went] −1：不再被 { $function } 的名称 `{ $name }` 指向
   *[last] 不再被 { $function } 的名称 `{ $name }` 指向
}
stacked = { $change ->
    [came] +1：进入值栈
    [went] −1：不再位于值栈上
   *[last] 不再位于值栈上
}
stacked-in = { $change ->
    [came] +1：进入 { $function } 的值栈
    [went] −1：不再位于 { $function } 的值栈上
   *[last] 不再位于 { $function } 的值栈上
}
held-at = { $change ->
    [came] +1：被 { $object } 的 `{ $place }` 持有
    [went] −1：不再被 { $object } 的 `{ $place }` 持有
   *[last] 不再被 { $object } 的 `{ $place }` 持有
}
held = { $change ->
    [came] +1：被 { $object } 持有
    [went] −1：不再被 { $object } 持有
   *[last] 不再被 { $object } 持有
}
key = { $change ->
    [came] +1：成为 { $object } 的键
    [went] −1：不再是 { $object } 的键
   *[last] 不再是 { $object } 的键
}

# 前两句以汉字开头：页面会把首字母变成大写。

dropped = { $kind ->
    [name] 名称 { $label } 改为绑定到 None。
    [item] { $object } 的 [{ $label }] 改为持有 None。
    [part] { $object } 的 { $label } 改为持有 None。
   *[only] { $object } 改为持有 None。
}
collector-off-already = 在这一步，回收器已经是关闭的。
collector-off = 回收器已关闭：gc.disable()。
collected = 运行了一次完全回收：找到 { $found } 个谁也到达不了的对象。
nothing-recorded = 还没有录制任何内容。

item = { $object } 的 [{ $label }]
part = { $object } 的 { $label }

does-not-live = 对象 { $object } 在这一步不存在。
call-has-ended = 拥有名称 { $name } 的那次调用在这一步已经结束。
no-such-name = 在这一步没有名称 { $name }。
no-such-part = 在这一步，{ $object } 没有这个部分。
empty-part = 在这一步，{ $object } 的 { $label } 处什么也没有。
weak = 这是弱引用：它不会让任何对象活下去。
in-a-cell = 这个名称放在由多个函数共享的 cell 中。请改为去掉该 cell 持有的引用。
instance-dict = 实例在存活期间一直保留它的 __dict__。请改为去掉其中的内容。
row-gone = 这一行已经不在了。
tuple-items = 元组终生保留它的项：没有程序能取走其中一项。
set-members = 集合把成员放在哈希表中，没有什么能代替其中一个成员。
fixed = 这个对象在存活期间一直保留该引用：没有程序能把它拿走。
none-already = { $kind ->
    [name] 名称 { $label } 已经绑定到 None。
    [item] { $object } 的 [{ $label }] 已经是 None。
    [part] { $object } 的 { $label } 已经是 None。
   *[only] { $object } 已经持有 None。
}
cannot-be-changed = { $kind ->
    [name] 名称 { $label } 无法更改。
    [item] { $object } 的 [{ $label }] 无法更改。
    [part] { $object } 的 { $label } 无法更改。
   *[only] { $object } 无法更改。
}
program-ended = 程序在这一步已经结束：没有未来可以改变了。
native-at-work = 这一步正由原生代码工作（一次回收，或一个会回调的函数）。请到它之前或之后的某一行。

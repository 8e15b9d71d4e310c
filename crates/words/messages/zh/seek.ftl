# 在录制中前往某处：找到了什么，或为什么没有。一句话。

nothing-recorded = 还没有录制。
unreadable = 无法读取录制的这一部分。

# 在句首时页面会把首字母变成大写，所以以汉字开头。
value = 值为 { $value } 的 { $type }

collection-has-begun = 回收已开始：它的第一阶段已结束。
made = { $object } 被创建。
died = { $others ->
    [0] { $object } 消亡。
   *[other] { $object } 消亡，另有 { $others } 个对象随之消亡。
}
made-with-others = { $others ->
    [0] { $object } 被创建。
   *[other] { $object } 被创建，同时还创建了 { $others } 个对象。
}
raised = 引发 { $exception }：{ $message }
raised-without-text = 引发 { $exception }。
written = 输出：{ $text }
line-end-written = 输出一个换行。

block-changes = { $address } 处的 { $size } 字节中有 { $changed } 字节改变，从第 { $first } 字节起。
object-changes = { $object } 在 { $address } 处的 { $size } 字节中有 { $changed } 字节改变，从第 { $first } 字节起。
pool-header = 这里是池的头部，不是块。
no-block = 这个地址上没有块。
immortal = { $object } 是永生对象：计数永远不变，也永不消亡。
count-goes = { $object } 的计数从 { $before } 变为 { $now }。
count-goes-to-zero = { $object } 的计数从 { $before } 变为 0：它消亡。
made-with-count = { $object } 被创建：计数为 { $count }。
now-names = `{ $name }` 现在指向 { $object }。
names-nothing = `{ $name }` 不再指向任何对象。
call-not-active = `{ $name }` 所属的调用在这里并未进行。
name-stays = 在录制的内容中，`{ $name }` 之后不再改变。
name-stayed = `{ $name }` 在此之前没有改变过。
name-stays-in-call = 在 { $function }() 的这次调用中，`{ $name }` 之后不再改变。
name-stayed-in-call = 在 { $function }() 的这次调用中，`{ $name }` 在此之前没有改变过。

no-such-step = 没有第 { $step } 步：录制到第 { $last } 步结束。
step-not-recorded = 第 { $step } 步还没有录制：目前录制到第 { $last } 步。
not-so-far = 录制没有到那么远。
at-the-end = 这里是录制的结尾。
no-further = 录制目前只到这里（第 { $last } 步）。
at-the-beginning = 程序从这里开始。
nothing-further-out = 不是由程序的调用来到这里的：外面没有更外层。
does-not-run-times = { $times ->
    [1] 在录制的内容中，第 { $line } 行没有运行。
   *[other] 在录制的内容中，第 { $line } 行没有运行到 { $times } 次。
}

no-line-further-out = { $place ->
    [after] 此后没有更外层的行。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），此后没有更外层的行。
}
no-breakpoint = { $place ->
    [before] 没有断点，此前也没有。
    [after] 没有断点，此后也没有。
   *[so-far] 没有断点，在目前录制的内容中（到第 { $last } 步）此后也没有。
}
line-does-not-run = { $place ->
    [before] 第 { $line } 行此前没有运行过。
    [after] 第 { $line } 行此后不再运行。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），第 { $line } 行此后不再运行。
}
line-never-with = { $place ->
    [before] 第 { $line } 行此前没有在 `{ $condition }` 为真时运行过。
    [after] 第 { $line } 行此后没有在 `{ $condition }` 为真时运行。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），第 { $line } 行此后没有在 `{ $condition }` 为真时运行。
}
no-breakpoint-reached = { $place ->
    [before] 此前没有到达过任何断点。
    [after] 此后没有到达任何断点。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），此后没有到达任何断点。
}
no-collection-runs = { $place ->
    [before] 此前没有运行过回收。
    [after] 此后没有运行回收。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），此后没有运行回收。
}
no-collection-begins = { $place ->
    [before] 此前没有回收开始。
    [after] 此后没有回收开始。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），此后没有回收开始。
}
nothing-made = { $place ->
    [before] 此前没有创建过对象。
    [after] 此后没有创建对象。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），此后没有创建对象。
}
nothing-dies = { $place ->
    [before] 此前没有对象消亡。
    [after] 此后没有对象消亡。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），此后没有对象消亡。
}
does-not-die = { $place ->
    [before] { $object } 此前没有消亡。
    [after] { $object } 此后没有消亡。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），{ $object } 此后没有消亡。
}
nothing-raised = { $place ->
    [before] 此前没有引发过异常。
    [after] 此后没有引发异常。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），此后没有引发异常。
}
nothing-written = { $place ->
    [before] 此前没有输出过内容。
    [after] 此后没有输出内容。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），此后没有输出内容。
}
name-does-not-change = { $place ->
    [before] `{ $name }` 此前没有改变过。
    [after] `{ $name }` 此后没有改变。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），`{ $name }` 此后没有改变。
}
count-does-not-change = { $place ->
    [before] { $object } 的计数此前没有改变过。
    [after] { $object } 的计数此后没有改变。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），{ $object } 的计数此后没有改变。
}
block-does-not-change = { $place ->
    [before] 这个块此前没有任何改变。
    [after] 这个块此后没有任何改变。
   *[so-far] 在目前录制的内容中（到第 { $last } 步），这个块此后没有任何改变。
}

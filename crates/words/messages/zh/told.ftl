# 文字稿：用文字叙述的整段录制，每步几句话。

raised-in-line = 第 { $line } 行引发 { $exception }。
raised = 引发 { $exception }。
unnamed = 名称 `{ $name }` 从 { $function } 中删除。
names = `{ $name }` 指向 { $value }。
names-in = { $function } 中的 `{ $name }` 指向 { $value }。
names-nothing = `{ $name }` 没有指向任何对象。
names-nothing-in = { $function } 中的 `{ $name }` 没有指向任何对象。
made = { $object } 被创建；{ $references } 个引用，{ $bytes } 字节。
made-with-value = { $object } 被创建：{ $value }；{ $references } 个引用，{ $bytes } 字节。
made-with-parts = { $object } 被创建，内有 { $held }；{ $references } 个引用，{ $bytes } 字节。
made-with-many-parts = { $object } 被创建，内有 { $held }，另有 { $more } 项；{ $references } 个引用，{ $bytes } 字节。
immortal-made = { $object } 被创建；永生，{ $bytes } 字节。
immortal-made-with-value = { $object } 被创建：{ $value }；永生，{ $bytes } 字节。
immortal-made-with-parts = { $object } 被创建，内有 { $held }；永生，{ $bytes } 字节。
immortal-made-with-many-parts = { $object } 被创建，内有 { $held }，另有 { $more } 项；永生，{ $bytes } 字节。
held-at = `{ $place }` 处的 { $value }
nothing-at = `{ $place }` 处的空位
nothing = 空位
list = { $front }、{ $next }
count-goes = { $object } 的计数从 { $before } 变为 { $now }。
count-goes-because = { $object } 的计数从 { $before } 变为 { $now }。{ $causes }。
causes = { $front }；{ $next }
lost = 没有路通向 { $object } 了，但它还活着。
gone-at-the-end = { $object } 消失，{ $bytes } 字节变为空闲：程序已结束，解释器放开了一切。
gone-by-collection = { $object } 消失，{ $bytes } 字节变为空闲：这次回收清除了它，因为持有它的对象都没有路通向。
gone-unheld = { $object } 消失，{ $bytes } 字节变为空闲：它失去了最后一个引用，{ $places }。
gone-let-go = { $object } 消失，{ $bytes } 字节变为空闲：它失去了最后一个引用，解释器或表达式已用完它。
places = { $front }，也{ $next }
examined = { $verdict ->
    [candidate] { $object }：计数 { $count }，草稿计数 { $scratch }，候选。
    [reachable] { $object }：计数 { $count }，草稿计数 { $scratch }，可达。
    [unreachable] { $object }：计数 { $count }，草稿计数 { $scratch }，不可达。
    [condemned] { $object }：计数 { $count }，草稿计数 { $scratch }，判为垃圾。
   *[none] { $object }：计数 { $count }，草稿计数 { $scratch }。
}

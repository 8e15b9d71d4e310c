# 循环垃圾回收器一次回收的各阶段。

name = { $phase ->
    [Gather] 汇集
    [Copy] 复制
    [Subtract] 减去
    [Rescue] 救回
    [Promote] 晋升
    [Weakrefs] 弱引用
    [Finalize] 终结
    [Recheck] 复查
    [Clear] 清除
   *[Done] 完成
}
gathers-youngest = { $reason ->
    [threshold] 检查第 0 代，因为它的计数器超过了阈值。
    [manual] 检查第 0 代，因为程序要求这样做。
   *[shutdown] 检查第 0 代，因为解释器正在关闭。
}
gathers = { $reason ->
    [threshold] 检查第 { $generation } 代和所有更年轻的代，因为它的计数器超过了阈值。
    [manual] 检查第 { $generation } 代和所有更年轻的代，因为程序要求这样做。
   *[shutdown] 检查第 { $generation } 代和所有更年轻的代，因为解释器正在关闭。
}
copies = 把每个候选对象的引用计数复制成草稿计数。
subtracts = 候选对象之间的每个引用，都从草稿计数中减去。
rescues = { $left ->
    [0] 外部仍然持有的对象，连同它们到达的一切，都保留：一个也没剩下。
   *[other] 外部仍然持有的对象，连同它们到达的一切，都保留：剩下 { $left } 个。
}
stay-in-oldest = 幸存的对象留在最老代。
join-generation = 幸存的对象进入第 { $generation } 代。
no-weakrefs = 现在该清除指向垃圾对象的弱引用：程序中一个也没有。
clears-weakrefs = 清除了 { $cleared } 个指向垃圾对象的弱引用；没有调用回调。
calls-callbacks = 清除了 { $cleared } 个指向垃圾对象的弱引用，调用了 { $called } 个回调。
finalizes = { $ran ->
    [0] 现在该运行垃圾对象的终结器：一个也没有。
   *[other] 运行了垃圾对象的 { $ran } 个终结器。
}
nothing-condemned = 没有对象被判为垃圾，所以也谈不上有谁被带回来。
nobody-back = 没有对象被带回来：{ $condemned } 个对象仍判为垃圾。
brought-back = { $back } 个对象回来了，活着，因为外部又有人持有它们；{ $condemned } 个对象仍判为垃圾。
saves = 按 DEBUG_SAVEALL 的要求，{ $saved } 个对象存入 `gc.garbage`，而不是被释放。
clears = { $collected ->
    [0] 没有垃圾：什么也没有回收。
   *[other] 垃圾对象放下了它们持有的一切：回收了 { $collected } 个对象。
}
over = 回收结束。

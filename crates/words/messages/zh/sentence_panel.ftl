# 舞台下方：上一步做了什么的一句话，以及循环垃圾回收器一次回收的各阶段。

nothing-recorded = 还没有录制任何内容。
how-to-step = 程序运行后，用下面的按钮或方向键逐步查看。
about-to-start = 程序即将开始。
next = 下一条：{ $instruction }
next-about = 接下来要运行的指令
not-drawn = 有 { $count } 个对象没有画出。
phases = 回收的各阶段
phase = { $phase ->
    [Gather] { $number }. { $name }：把更年轻的各代并入正在回收的这一代
    [Copy] { $number }. { $name }：把每个计数复制成草稿计数
    [Subtract] { $number }. { $name }：把候选对象之间的引用从草稿计数中减去
    [Rescue] { $number }. { $name }：外部持有的对象，连同它们到达的一切，都保留
    [Promote] { $number }. { $name }：幸存的对象进入更老的一代
    [Weakrefs] { $number }. { $name }：让指向垃圾对象的弱引用失效，并调用回调
    [Finalize] { $number }. { $name }：运行垃圾对象的终结器
    [Recheck] { $number }. { $name }：被终结器带回来的对象活下去
   *[Clear] { $number }. { $name }：垃圾对象放下持有的一切，然后消亡
}

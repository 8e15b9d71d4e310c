# 检查器：所选对象、它的事实，以及它在内存中的字段。

inspector = 检查器
nothing-selected = 在舞台上选中一个对象，就能看到它在内存中的字段。
bytes = 字节
bytes-about = 逐字节显示它的块（'）
close = 关闭
close-about = 取消选中（Esc）
not-here = 这个对象在这一步不存在。

count-and-size = { $count } 个引用，{ $size } 字节
immortal-and-size = 永生，{ $size } 字节
made-in-line = 在第 { $line } 行创建
generation = 回收器的第 { $generation } 代
block = arena { $arena } 的池 { $pool } 的块 { $block }
lost = 程序已无法到达它
reused = 以前有别的对象住过这个地址
verdict = { $verdict ->
    [candidate] 回收器的判定：候选
    [reachable] 回收器的判定：可达
    [unreachable] 回收器的判定：不可达
    [rescued] 回收器的判定：已救回
   *[condemned] 回收器的判定：判为垃圾
}
fold = 展开或折叠方框
fold-about = 在舞台上显示或隐藏它的各行

fields = 内存中的字段
fields-of = { $object } 在内存中的字段
offset-head = 偏移
field-head = 字段
bytes-head = 字节
meaning-head = 含义
before-object = 对象之前
at-address = 位于 { $address }，所在块 { $size } 字节
select = 选中这个对象

# 舞台上对象的方框，以及朗读的内容。方框里地方很小。

about = { $object }，{ $size } 字节，位于 { $address }
and-fact = { $before }，{ $fact }
references = { $count } 个引用
immortal = 永生
at-position = 在位置 { $position }
unreachable = 不可达
part = { $label }：{ $value }
and-more = 另有 { $count } 个
scratch-count = 草稿计数 { $count }
pinned = 已固定：它留在这里（K）
unfold = 展开它的方框（选中时按 X）
show-more = 显示更多

more = …… 另有 { $count } 个
spare = { $count ->
    [1] 备用
   *[other] 备用 { $count }
}
room = 还有 { $count } 个空位

nothing = 什么也没有

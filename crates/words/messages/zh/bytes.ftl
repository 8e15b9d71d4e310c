# 逐字节显示的一段内存，以及组成它的字段。

bytes = 字节
back = 返回
back-about = 回到之前显示的字节
close = 关闭
close-about = 不再显示字节（'）
table = 字节与字段
no-memory = 在这一步，这个地址上没有内存。
place = { $place }：位于 { $address }，{ $size } 字节
window = 显示第 { $first } 到 { $last } 字节。
before = 前面
before-about = 这些之前的字节
behind = 后面
behind-about = 这些之后的字节
fields-of = { $piece } 的字段
byte-head = 字节
field-head = 字段与类型
value-head = 值与含义
follow = 转到 { $address } 处的字节

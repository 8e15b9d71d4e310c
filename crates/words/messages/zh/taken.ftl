# 导出的图片、分镜和图中的文字，画在方框里，要尽量短。

place = { $file }，第 { $line } 行，停点 { $stop }。Heapglass，CPython 3.12.1（64 位）
place-at-the-end = { $file }，结束，停点 { $stop }。Heapglass，CPython 3.12.1（64 位）

frame = { $function } 的帧，第 { $line } 行
object = { $object } { $value }，{ $count } 个引用
immortal-object = { $object } { $value }，永生
one-more = { $item }，{ $name }：{ $value }
item = { $item }。

frame-line = 第 { $line } 行
no-names = 还没有名称
value-stack = 值栈
in-this-line = 这一行要用
in-a-cell = 在 cell 中
verdict = { $verdict ->
    [reachable] 可达
    [unreachable] 不可达
    [condemned] 判为垃圾
    [rescued] 已救回
   *[other] { $verdict }
}

board = { $file }：分镜
print = 打印本页（Ctrl P）即可作为讲义。
made-with = 所有数字都属于 CPython 3.12.1（64 位模型）。由 Heapglass 制作。

graph-frame = { $function }，第 { $line } 行
graph-stack = 栈 { $depth }
graph-count = 计数 { $count }，{ $size } 字节
graph-immortal = 永生，{ $size } 字节
graph-key = 键
graph-more = …… 另有 { $more } 个
graph-unreachable = 不可达

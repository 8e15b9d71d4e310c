# 最下方的时间线：用曲线显示整段录制，拖动即可前往。

name = 时间线
how-to-use = 拖动即可前往（左、右方向键、Page Up、Page Down、Home、End）；滚轮、+ 和 − 缩放，0 显示全部
value = { $place }。{ $readout }
readout = 存活对象 { $objects } 个，{ $pools } 个池中 { $bytes } 字节，调用深度 { $calls }，回收 { $collections } 次

## 图例，要尽量短

legend-objects = 存活对象
legend-bytes = 使用中的字节
legend-calls = 调用
legend-collections = 回收
legend-output = 输出
legend-exceptions = 异常

## 按钮

range = 第 { $first } 到 { $last } 步
whole = 整段录制
whole-title = 时间线重新显示整段录制（在时间线上按 0）
zoom-out = 缩小时间线
zoom-out-title = 时间线显示更多步（在时间线上按 −，或用滚轮）
zoom-in = 放大时间线
zoom-in-title = 时间线显示这一步附近较少的步（在时间线上按 +，或用滚轮）
remove-lifelines = 移除生命线
remove-lifelines-title = 移除所有保留的生命线

## 正在看假设分支

alternative-from = 从第 { $step } 步开始的假设分支。
alternative-keeps = 录制保持原样。
alternative-leave = 离开这个假设分支
alternative-leave-title = 回到录制（Q）

## 指针下的内容

pointed-steps = 第 { $first } 到 { $last } 步
pointed-step = 第 { $step } 步
pointed-level = { $steps }：{ $objects } 个对象，{ $bytes } 字节
pointed-collections = { $count } 次回收
pointed-output = 输出 { $count } 字节
pointed-exceptions = { $count } 个异常
pointed-list = { $front }，{ $last }
happened-collection = { $line ->
    [0] 第 { $generation } 代的回收，找到 { $found } 个不可达对象
   *[other] 第 { $line } 行：第 { $generation } 代的回收，找到 { $found } 个不可达对象
}
happened-output = { $line ->
    [0] 输出 { $more }
   *[other] 第 { $line } 行：输出 { $more }
}
happened-empty-output = { $line ->
    [0] 输出一个空行
   *[other] 第 { $line } 行：输出一个空行
}
happened-exception = { $line ->
    [0] { $exception }
   *[other] 第 { $line } 行：{ $exception }
}
happened-more = 另有 { $count } 件

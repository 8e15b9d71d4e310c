# 断点条件：每次运行到该行之前求值的 Python 表达式。

holds = `{ $condition }` 为真。
no-expression = 条件 `{ $condition }` 不是表达式：{ $message }。
names-a-value = 条件 `{ $condition }` 会改变程序：它给名称赋了值。要做比较，请写 ==。
too-much-work = 条件 `{ $condition }` 耗时太长：其中的内置函数似乎没完没了。
too-many-steps = 条件 `{ $condition }` 耗时太长：运行 { $steps } 步后已停止。
cannot-be-worked-out = 条件 `{ $condition }` 无法求值：{ $reason }。
would-end-the-program = 条件 `{ $condition }` 会结束程序。
raises = 条件 `{ $condition }` 引发了 { $exception }（第 { $line } 行，第 { $step } 步）。

writes = 条件 `{ $condition }` 会改变程序：它会输出内容。
reads-input = 条件 `{ $condition }` 会改变程序：它会读取输入。
changes-interpreter = 条件 `{ $condition }` 会改变程序：它会改变解释器的工作方式。
sets-trace-function = 条件 `{ $condition }` 会改变程序：它会设置跟踪函数。
changes-contents = 条件 `{ $condition }` 会改变程序：改变某个对象的内容。
changes-object = 条件 `{ $condition }` 会改变程序：改变 { $object }。

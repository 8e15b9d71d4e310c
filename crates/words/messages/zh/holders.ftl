# 谁持有对一个对象的引用：句子中的位置，也可单独出现。

global-name = 名称 { $name }
local-name-of = 函数 { $function } 的局部名称 { $name }
local-name = 局部名称 { $name }
value-stack-of = 函数 { $function } 的值栈
value-stack = 值栈
of-call = { $field ->
    [frame-object] 调用 { $function }（它的帧对象）
    [names] 调用 { $function }（它的名称）
    [function] 调用 { $function }（它的函数）
   *[code] 调用 { $function }（它的代码）
}
of-module-frame = { $field ->
    [frame-object] 模块的帧（它的帧对象）
    [names] 模块的帧（它的名称）
    [function] 模块的帧（它的函数）
   *[code] 模块的帧（它的代码）
}
native-code = 正在运行的原生代码
maker = 创建它的代码
running-call = 正在运行的 { $function } 调用
running-module = 正在运行的模块
exit-callback = atexit 的回调
interpreter = 解释器
builtins = 解释器的 builtins
sys-dict = 解释器的 sys 字典
exception-raised = 正在引发的异常
exception-handled = 正在处理的异常
thread-state = 线程状态
decimal-module = 模块 _decimal
lookup-cache = 查找缓存

as-key = { $object }（作为键）
as-member = { $object }（作为成员）
its-class = { $object }（它的类）
its-names = { $object }（它的名称和栈）
its-contents = { $object }（它的内容）
a-slot = { $object } 的槽位
shared-name = { $object } 的共享名称 { $number }

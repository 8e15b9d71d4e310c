# 关于名称和内存的误解，用持有这种误解的人的口吻说；也接在“要是这样想，才会……：”之后。

assignment-copies = 赋值会复制对象。
arguments-are-copied = 函数得到的是实参的副本。
copies-are-deep = 复制会连同里面的一切一起复制。
copies-are-shared = 副本就是同一个对象，直到其中一个被修改。
repetition-copies = 重复一个列表会把里面的对象也重复一遍。
is-compares-values = `is` 比较的是值。
equal-means-apart = 每个数字和字符串都是各自独立的对象。
each-call-has-its-default = 每次调用都会重新创建默认值。
each-instance-has-its-own = 对于类属性，每个实例都有自己的对象。
sum-changes-in-place = `a = a + b` 会修改 `a` 所指的对象。
in-place-makes-new = `a += b` 总会创建一个新对象。
functions-keep-values = 函数会保留它被创建时变量的值。
methods-return-the-object = 修改对象的方法会返回该对象。
text-changes-in-place = 字符串的方法会修改字符串本身。
assignments-reach-out = 在函数里赋值会改变全局名称。
generators-run-at-once = 调用生成器函数会运行它的函数体。
generators-start-again = 生成器可以再遍历一次。
definitions-run = `def` 会运行函数体。
del-destroys = `del` 会销毁对象。
death-comes-later = 对象要过一阵子才被垃圾回收器释放。
counting-frees-cycles = 谁也到达不了的东西会立刻被释放。
collector-takes-the-living = 回收器可能拿走仍在使用的东西。
collector-frees-everything = 回收器会释放它检查的一切。
collector-counts-cycles = 回收器数的是循环的个数。
contents-stay = 里面的东西会留下来。
references-do-not-count = 多一个或少一个引用不影响计数。
holders-count-once = 一个对象不管引用几次，都只算一次。
calls-hold-nothing = 调用的参数不算引用。
ids-belong-to-names = 地址属于名称。
ids-are-unique = 一个地址永远不会再次使用。
survivors-stay = 在回收中幸存的对象留在原来的代。
survivors-are-old = 在回收中幸存的对象就进入最老代。
errors-are-ignored = 出错之后，程序会接着运行下一行。
condition-is-otherwise = 条件的真假正好相反。

# 与上面同名误解相对的事实。

truth-assignment-copies = 赋值是给同一个对象再起一个名称。
truth-arguments-are-copied = 形参是调用者所给对象的另一个名称。
truth-copies-are-deep = 容器的副本引用的是里面那些同样的对象。
truth-repetition-copies = 重复的只是引用，它们引用的是同一个对象。
truth-is-compares-values = `is` 问的是两边是不是同一个对象。
truth-each-call-has-its-default = 默认值只在 `def` 运行时创建一次，所有调用共享它。
truth-each-instance-has-its-own = 类的属性是一个对象，所有实例看到的都是它。
truth-sum-changes-in-place = `+` 创建一个新对象，而赋值只移动这一个名称。
truth-in-place-makes-new = 对于列表，`+=` 就地修改对象，所有引用它的地方都会看到。
truth-functions-keep-values = 函数在被调用时才查找变量。
truth-methods-return-the-object = 就地修改对象的方法返回 `None`。
truth-text-changes-in-place = 字符串永远不会改变：方法返回的是新字符串。
truth-assignments-reach-out = 在函数里赋值的名称是这次调用的局部名称。
truth-generators-run-at-once = 生成器的函数体是一段一段运行的：要一项，跑一段。
truth-generators-start-again = 生成器结束了就不会再开始。
truth-del-destroys = `del` 去掉的是名称；只要还有引用，对象就活着。
truth-calls-hold-nothing = 调用运行期间，它的参数也是一个引用。
truth-collector-counts-cycles = `gc.collect()` 返回的是它找到的对象个数。
truth-counting-frees-cycles = 循环中没有哪个计数会降到 0：这要留给回收器。
truth-otherwise = 录制显示了实际情况。

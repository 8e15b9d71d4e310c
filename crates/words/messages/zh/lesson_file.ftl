# 课程文件中的错误，说给编写它的教师。

no-front-matter = 课程以一行三个连字符开头，然后是 `title: …` 和其他字段。
no-end-of-front-matter = 文件头没有结束：请在它的字段之后加一行三个连字符。
no-block = 课程缺少代码块 ```{ $block }。
second-block = 这是第二个代码块 ```{ $block }；一门课程只能有一个。
no-end-of-block = 代码块 ```{ $block } 没有结束：请在它后面加一行 ```。
no-field-here = `{ $text }` 不是字段：请在一行内写出它的名字、冒号和文本。
no-field = { $block ->
    [front] 文件头缺少字段 `{ $field }`。
   *[other] { $block } 块缺少字段 `{ $field }`。
}
unknown-field = { $block ->
    [front] 文件头没有字段 `{ $field }`；它有：{ $known }。
   *[other] { $block } 块没有字段 `{ $field }`；它有：{ $known }。
}
cannot-be-drawn = `{ $what }` 不能画：只能是 arrows 或 counts。
not-once = `{ $text }` 在程序中不是恰好出现一次。
unknown-block = 课程中没有代码块 ```{ $block }；可用的有 py、output、state、predict、draw、mark、vary 和 yours。
no-because = 错误答案后面要写 ` | `，再写它背后的想法错在哪里。
is-right = `{ $answer }` 是正确答案。
no-wrong-answer = 问题至少需要一个错误答案：`wrong: … | because …`。
no-line = 程序中没有一行是 `{ $text }`。
several-lines = 程序中有不止一行是 `{ $text }`：请让它们有所区别。
no-layer = 没有 `{ $word }` 层：只有 names、objects、allocator 和 collector。
no-row = static/lessons/index.json 的第 { $line } 行与其他行不同：每行要有 `file`、`title` 和 `goal`，两行之间有逗号。

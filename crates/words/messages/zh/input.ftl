# 程序输出的下方：它等待的一行、已给它的各行、它旁边的文件。

given = 已给的输入：{ $lines }
given-about = 显示或隐藏已给程序的各行（F6 到附近）
line-of-input = 输入的第 { $line } 行
line-of-input-about = 已读取的一行；修改它会重新运行程序
forget = 清除所有输入
forget-about = 不带任何输入重新运行

files = 文件
files-own = 文件：{ $own }
files-written = 文件：{ $own }，程序写出 { $written }
files-about = 显示或隐藏程序旁边的文件（F6 到附近）
add = 添加文件
add-about = 再给程序一个文件
written = { $file }，程序写出的内容
name-of-file = 文件名
name-of-file-about = 程序用这个名字打开它
remove = 移除
remove-of = 移除 { $file }
remove-about = 移除这个文件
text-of = { $file } 的文本
text-about = 文件的内容

waits = 程序在等待一行输入：
answer-about = 回答（I）
enter = 输入
enter-about = 把这一行交给程序（Enter）
end-of-input = 结束输入
end-of-input-about = 程序会得到 EOFError

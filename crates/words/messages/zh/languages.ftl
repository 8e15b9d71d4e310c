# 页面语言的选择。

label = 语言
title = 选择页面的语言
choose = 语言：{ $name }
unknown = 这里没有语言“{ $code }”。
broken = 无法读取{ $name }的文本：{ $why }。
of-another-version = { $name }的文本属于页面的另一个版本。请重新加载页面。
not-fetched = 未能获取{ $name }的文本。网络是否连通？
in-link = 链接中写着 { $said }，而 language 应是以下之一：{ $codes }。
stays-english = 页面以英文显示。

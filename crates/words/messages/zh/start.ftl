# 首次访问：按主题列出的示例，以及导览的按钮。

heading = 你想看什么？
show-around = 带我看看
show-around-title = 六步导览本页
own = 自己写程序
own-title = 输入你自己的程序（Esc）
open = 打开 { $file }

## 导览

tour = 导览
tour-place = { $at } / { $last }
end = 结束导览
end-title = 结束导览（Esc）
back = 上一步
back-title = 回到上一步
next = 下一步
next-title = 到下一步
done = 完成

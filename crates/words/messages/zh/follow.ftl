# 用链接打开页面，以及生成链接。

no-program = 无法得到链接中的程序：{ $why }
copied = 已复制指向这一时刻的链接（{ $count } 个字符）。它也在地址栏中。
not-copied = 链接已在地址栏中（{ $count } 个字符）；浏览器不允许页面复制它。
beyond-the-end = 链接指向停点 { $stop }，而录制到停点 { $last } 就结束了。

# 运行程序的引擎。

no-worker = 这个浏览器不允许页面启动 worker。
search-given-up = 搜索已放弃。
server-said = 服务器返回 { $status }。
damaged = 它已损坏，或没有完整复制。
one-alternative = 请先离开当前的假设分支：录制旁边一次只能看一个。

# 页面脚本说的话：加载时、无法加载时，以及内容离开页面时。只有变量，没有选择。

title = Heapglass：CPython 如何使用内存
loading = 正在加载
loading-engine = 正在加载 Python 引擎
loading-engine-percent = 正在加载 Python 引擎：{ $percent }%
again = 重试
again-title = 重新加载页面
engine-not-fetched = 未能获取它。网络是否连通？
engine-refused = 未能获取它（{ $status }）。
new-version = Heapglass 有新版本。关闭所有 Heapglass 标签页后就会启用。
part-lost = 未能获取页面的一部分。网络是否连通？重新加载页面以继续。
page-lost = 未能获取页面。网络是否连通？
engine-part-lost = 它需要的一部分未能获取。网络是否连通？

saved = 已保存为 { $file }。
copied = 已复制。
opened = 已在单独的标签页中打开。
no-tab = 浏览器不允许页面打开标签页。请改为保存 HTML。
saved-image = 已保存为 { $file }，{ $width } × { $height } 像素。
image-too-large = 这个浏览器画不了这么大的图像。请用 SVG。
image-not-drawn = 这个浏览器画不出这张图片。请用 SVG。
no-films = 这个浏览器不能录制影片。请用 SVG。
film-too-long = 影片最多 { $most } 个停点，因为它是边播放边录制的。请选择较短的范围，或用 SVG。
file-not-fetched = 未能获取页面的一部分（{ $file }：{ $status }）。网络是否连通？
saved-page = 已保存为 { $file }，{ $megabytes } MB。在任何地方打开它：无需网络即可步进。
offline-from-disk = 这个文件本来就不需要网络。
offline-framed = 嵌在别的页面里的页面不能保留内容。请先在单独的标签页中打开 Heapglass。
offline-unable = 这个浏览器只为安全地址（https）保留页面，或根本不保留。“可步进的页面”在哪里都能用。
offline-refused = 浏览器拒绝了（{ $why }）
offline-incomplete = 有一个文件未能获取，或中途来了新版本。什么也没有保留；请重试。
offline-kept = 已保留。从现在起，页面无需网络即可打开，从书签或作为已安装的应用打开也一样。
offline-forgotten = 已清除：页面重新从网络获取。
offline-nothing = 没有保留过内容。

file-no-script = Heapglass 在这个文件里运行 Python 引擎：它需要 JavaScript 和 WebAssembly。
file-no-notes = 讲者备注显示在单独的窗口里，单文件页面做不到。要带备注授课，请从 Heapglass 的网站打开它。
file-damaged = 无法解开这个文件：{ $problem }。它需要 2023 年或更新的浏览器。

# 讲者备注窗口
notes-title = 讲者备注 – Heapglass
notes-time = 开始以来的时间
notes-pause = 暂停
notes-pause-title = 让计时停下，或继续
notes-go-on = 继续
notes-reset = 归零
notes-reset-title = 把计时设为 0:00
notes-none-yet = 还没有到书签
notes-behind = 在书签之后：{ $name }
notes-empty = （没有备注）
notes-no-next = 没有了。
notes-no-line = 没有剩下的行。
notes-now = 现在
notes-on-page = 页面上
notes-next-line = 下一行
notes-next-bookmark = 下一个书签
notes-back = 后退
notes-back-title = 后退（Page Up、左方向键）
notes-on = 前进
notes-on-title = 前进（Page Down、右方向键）
notes-black = 黑屏
notes-black-title = 让页面变黑，或重新显示（. 或 B）
notes-keys = 授课模式的按键在这里也有效。
notes-alone = 没有页面向这个窗口传送内容：请在 Heapglass 中按 | 键打开它。

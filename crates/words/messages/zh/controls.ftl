# 控制栏：单步、播放的按钮和滑块。

name = 步进
step = 下一步
next-phase = 下一阶段
button-title = { $name }（{ $key }）
first-stop = 第一个停点
step-back = 上一步
step-over = 步过
step-out = 步出
last-stop = 最后一个停点
play = 播放
pause = 暂停
speed = 速度
speed-title = 播放速度
slider = 停点
slider-title = 转到某个停点（左、右方向键）
recording = 录制中，已有 { $stops } 个停点

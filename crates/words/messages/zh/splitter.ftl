# 面板的边框：拖动，或用键移动。折叠的面板留下它作为把手。

name = 面板“{ $panel }”的大小
folded = 已折叠
pixels = { $size } 像素
percent = 百分之 { $size }
folded-title = { $panel }：已折叠；点击展开（Enter）
folded-title-key = { $panel }：已折叠；点击展开（Enter 或 { $key }）
title = { $panel }：拖动，或用方向键；双击恢复通常大小（Enter 折叠）
title-key = { $panel }：拖动，或用方向键；双击恢复通常大小（Enter 或 { $key } 折叠）

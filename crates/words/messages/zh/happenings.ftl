# 接在“回收”一词之后。
collection = 第 { $generation } 代，找到 { $freed } 个不可达对象

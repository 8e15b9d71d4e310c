# 生命线：时间线下方的横条，从对象的诞生到消亡。

heading = 生命线

## 对象因何消亡：在横条末端

alive = 仍然活着
last-reference = 计数降到零
collected = 在循环中被回收
shutdown = 解释器结束

## 用文字说对象的一生

row = { $title }：{ $life }
died = { $born ->
    [old] { $died ->
        [0] 早于程序，结束时消亡：{ $fate }
       *[other] 早于程序，第 { $died } 行消亡：{ $fate }
    }
    [0] { $died ->
        [0] 结束时诞生，结束时消亡：{ $fate }
       *[other] 结束时诞生，第 { $died } 行消亡：{ $fate }
    }
   *[other] { $died ->
        [0] 第 { $born } 行诞生，结束时消亡：{ $fate }
       *[other] 第 { $born } 行诞生，第 { $died } 行消亡：{ $fate }
    }
}
lasting = { $born ->
    [old] 早于程序，仍然活着
    [0] 结束时诞生，仍然活着
   *[other] 第 { $born } 行诞生，仍然活着
}
being-read = { $born ->
    [old] 早于程序，正在读取
    [0] 结束时诞生，正在读取
   *[other] 第 { $born } 行诞生，正在读取
}
reading = 正在读取它的一生

## 在假设分支中：对象在录制里的结局

recorded-title = 在录制中：{ $fate }
recorded = 在录制中：{ $fate }

## 横条上的按钮

birth = 转到 { $title } 的诞生
select = 选中 { $title }
select-title = 选中它：{ $life }
end = 转到 { $title } 的结局
end-title = 转到它的结局：{ $life }
remove = 移除 { $title } 的生命线
keep = 保留
keep-title = 保留这条生命线，与其他对象的放在一起（Shift L）

## 无法保留时的提示

nothing-selected = 请先选中一个对象，然后才能保留它的生命线。
too-many = 已保留 { $most } 条生命线；请先移除一条。

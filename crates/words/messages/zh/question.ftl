# 一步之前的问题、答案，以及走完这一步后的解释。

question = 问题
answers = 答案
answer-about = 选这个答案（{ $key }）
is-right = ，正确
is-yours = ，你的答案
skip = 跳过
skip-about = 不问这个；继续步进也一样
go-on = 继续
go-on-about = 继续
searching = 正在寻找可问的问题：已看过录制的 { $percent }%。
nothing-to-ask = 这段录制没有可问的问题。
right = 正确。
not-so = 不对。
score = 答对 { $right } / { $all }
missed-about = 答错的题
missed = { $question }{ $answer }。
missed-idea = { $question }{ $answer }。并非如此：{ $idea }
back-about = 回到这道题的位置
mistake = 本页的一道题在第 { $line } 行有错误。{ $mistake }

# 链接中有看不懂的部分时的提示。

later-version = 这个链接属于本页的更新版本（{ $version }）：其中一部分可能缺失。
other-python = 链接要求 Python { $version }；本页显示的是 Python 3.12。
unknown = 链接中写着 { $name }，本页不认识它。
program-at = 链接中写着 { $said }，而 codeurl 应是本页主机上某个文件的路径。
example = 链接中写着 { $said }，而 example 应是示例的名字，如 aliasing。
lesson = 链接中写着 { $said }，而 lesson 应是课程的名字。
card = 链接中写着 { $said }，而 card 应是课程后面的卡片编号，从 1 起。
stop = 链接中写着 { $said }，而 stop 应是停点的编号，或 last。
line = 链接中写着 { $said }，而 line 应是行号，或行号加第几次运行，如 5:3。
object = 链接中写着 { $said }，而 object 应是对象的编号。
layer = 链接中写着 { $said }，而 layer 应是 names、objects、allocator 或 collector。
theme = 链接中写着 { $said }，而 theme 应是 light、dark 或 contrast。
map = 链接中写着 { $said }，而 map 应是 type、size、age、generation 或 occupancy。
speed = 链接中写着 { $said }，而 speed 应是 slow、medium 或 fast。
panels = 链接中写着 { $said }，而 panels 应是 laptop、projector、embed 或 phone。
folded = 链接中写着 { $said }，而 folded 应是 program、output、details、map 和 collector 中的若干个，用逗号分隔。
breakpoints = 链接中写着 { $said }，而 break 应是若干行号，用逗号分隔。
yes-or-no = 链接中写着 { $said }，而 { $name } 应是 1 或 0。
bookmark = 链接中写着 { $said }，而 mark 应是停点加名字，如 12:列表增长。
values = 链接中写着 { $said }，而 values 应是 objects 或 inplace。
parts = 链接中写着 { $said }，而 parts 应是 { $words } 中的若干个，用逗号分隔。
questions = 链接中写着 { $said }，而 questions 应是 1、0 或 own。
range = 链接中写着 { $said }，而 range 应是两个停点，如 4-20。
hide = 链接中写着 { $said }，而 hide 应是行号，如 1-3,9。
host = 链接中写着 { $said }，而 host 应是外层页面的源，如 https://example.org。

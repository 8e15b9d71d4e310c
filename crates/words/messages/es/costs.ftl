# Lo que ha costado cada línea del programa: una tabla junto a su texto.

costs = Costes de las líneas
title = Lo que cuestan las líneas
all-counted = toda la grabación
counted-to = hasta el paso { $step }
counting = Contando.
close = Cerrar
close-about = Cerrar (U)
lines = Líneas
line-head = Línea
runs-head = Veces
runs-about = Cuántas veces empezó
instructions-head = Instr.
instructions-about = Instrucciones, incluidas las del código de biblioteca al que llamó
objects-head = Cread., lib.
objects-about = Objetos creados, y objetos que murieron mientras se ejecutaba
growth-head = Aumento
growth-about = Bytes entregados menos bytes devueltos, tal como los redondea el asignador
go-to = Ir a la próxima vez que se ejecuta
bytes = { $out } bytes entregados, { $back } devueltos
thousands = { $number } k
millions = { $number } M

# Escribir la condición de un punto de interrupción: debajo del programa.

name = Punto de interrupción
stop-if = Parar antes de la línea { $line } si
placeholder = siempre, o una expresión como n > 3
set = Poner
set-title = Poner así el punto de interrupción (Enter)
remove = Quitar
remove-title = Quitar el punto de interrupción (F9)
close = Cerrar
close-title = Dejarlo como estaba (Escape)

# Unas pocas palabras discretas en la caja de un objeto, junto a su nombre.

class = clase
not-started = sin empezar
line = línea { $line }
running = en ejecución
finished = terminado
interned = internado
to-nothing = ya sin objeto

# Etiquetas de celdas que no tienen nombre en Python. Una palabra corta cada una.

cell-to = a
cell-over = sobre
cell-iterators = iteradores
cell-iterator = iterador
cell-stack = pila { $number }

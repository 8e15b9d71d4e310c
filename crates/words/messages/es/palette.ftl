# La lista de todos los comandos, que se encuentran escribiendo unas letras.

name = Comandos
field = Comando
field-title = Escribe unas letras; Down y Up eligen, Enter lo hace
placeholder = ¿Qué quieres hacer?

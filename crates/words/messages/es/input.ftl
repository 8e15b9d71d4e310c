# Debajo de la salida del programa: la línea que espera, las líneas que recibió, los archivos que tiene al lado.

given = Entrada dada: { $lines }
given-about = Mostrar u ocultar las líneas que recibió el programa (F6 llega cerca)
line-of-input = Línea { $line } de la entrada
line-of-input-about = Una línea que se leyó; al cambiarla, el programa se ejecuta de nuevo
forget = Olvidar toda la entrada
forget-about = Ejecutar de nuevo sin ninguna línea de entrada

files = Archivos
files-own = Archivos: { $own }
files-written = Archivos: { $own }, escritos: { $written }
files-about = Mostrar u ocultar los archivos que acompañan al programa (F6 llega cerca)
add = Añadir un archivo
add-about = Dar otro archivo al programa
written = { $file } tal como lo escribió el programa
name-of-file = Nombre del archivo
name-of-file-about = El nombre con el que lo abre el programa
remove = Quitar
remove-of = Quitar { $file }
remove-about = Quitar este archivo
text-of = Texto de { $file }
text-about = Lo que contiene el archivo

waits = El programa espera una línea:
answer-about = Respuesta (I)
enter = Enviar
enter-about = Dar esta línea al programa (Enter)
end-of-input = Fin de la entrada
end-of-input-about = El programa recibe un EOFError

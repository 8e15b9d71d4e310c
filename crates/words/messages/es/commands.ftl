# Comandos sin tecla, como aparecen en la lista de todos los comandos.

open-example = Abrir el ejemplo: { $title }
begin-lesson = Empezar la lección: { $title }
panels-for = Paneles para: { $name }
fold-panel = Plegar o desplegar el panel: { $name }
colours = Colores: { $name }
speed = Velocidad de reproducción: { $name }
panels-for-window = Paneles para esta ventana, elegidos según su tamaño
reset-panels = Restablecer los paneles: todos los tamaños, todos los paneles plegados
examples = Ejemplos por tema
tour = Recorrido por la página en seis pasos
run = Ejecutar el programa

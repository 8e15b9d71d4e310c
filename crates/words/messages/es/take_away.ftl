# El diálogo Exportar: imágenes y archivos hechos de la grabación, para guardarlos.

title = Exportar
close-title = Cerrar (Escape)
close = Cerrar
choices = Qué exportar

picture = Imagen
picture-words = La escena tal como está ahora, en SVG o PNG.
film = Animación
film-words = Varias paradas en un SVG que se reproduce solo, o como película WebM.
storyboard = Guion gráfico
storyboard-words = Una página para imprimir: línea, imagen y frase de cada parada.
page = Página que sigue dando pasos
page-words = Un archivo HTML con todo Heapglass, este programa y este momento. No necesita red.
offline = Usar sin red
offline-words = El navegador guarda esta página para que se abra aquí sin red. No guarda nada si no se lo pides.
check = Comprobar en tu Python
check-words = Un script que ejecuta este programa hasta esta línea e imprime los mismos datos junto a los que se muestran aquí.
graph = Grafo para Graphviz
graph-words = Los objetos y las referencias de este estado en el lenguaje de Graphviz (DOT).
trace = Traza como datos
trace-words = Cada paso de la ejecución en JSON, como lo escribe el comando heapglass trace.

from-stop = De la parada
to-stop = a la parada
stop-title = Escribe el número de una parada
range = { $stops ->
    [one] { $stops } parada
    [many] { $stops } de paradas
   *[other] { $stops } paradas
}
only-marked = { $stops ->
    [one] Solo { $stops } parada con marcador
    [many] Solo { $stops } de paradas con marcador
   *[other] Solo { $stops } paradas con marcador
}
only-marked-title = Solo las paradas que tienen un marcador
paper = Colores para papel
paper-title = Oscuro sobre blanco, sean cuales sean los colores de la página
stop-of = Parada { $stop } de { $last }
progress = Avance
percent = { $percent } %
being-made = Creándose
preview = Vista previa
size = { $kilobytes } kB

make = Crear
make-title = Crearlo
cancel = Cancelar
cancel-title = Dejarlo sin crear
save-svg = Guardar SVG
save-still-title = Un dibujo que se ve nítido a cualquier tamaño
save-film-title = Un dibujo que se reproduce solo
save-png = Guardar PNG
save-png-title = Una imagen de píxeles, el doble de grande que en pantalla
copy-svg = Copiar SVG
copy-svg-title = Copiar el texto del dibujo
save-webm = Guardar WebM
save-webm-title = Una película, grabada mientras se reproduce
open = Abrir para imprimir
open-title = Abre la página en una pestaña aparte
save-html = Guardar HTML
save-board-title = Una página sin scripts
save-page-title = Un archivo, de unos tres megabytes, que funciona sin red
keep = Guardarla aquí
keep-title = Unos seis megabytes del almacenamiento del navegador
forget = Olvidarla
forget-title = Devolver el almacenamiento
copy-script = Copiar script
copy-script-title = Copiarlo, para pegarlo en un archivo tuyo
save-script = Guardar script
save-script-title = Un archivo de Python
save-dot = Guardar DOT
save-dot-title = Para dot -Tsvg y similares
copy-dot = Copiar DOT
copy-dot-title = Copiar el texto
save-json = Guardar JSON
save-json-title = Un documento con todos los pasos

no-recording = No hay ninguna grabación que exportar. Ejecuta antes un programa.
failed = No ha funcionado: { $why }
no-stops = No hay ninguna parada entre las elegidas.
too-many = Son { $stops } paradas; como máximo se pueden exportar { $most } a la vez. Elige un intervalo más corto.
too-large = Sale demasiado grande. Elige un intervalo más corto, u oculta lo que no haga falta.
run-again = Entretanto el programa se ha vuelto a ejecutar.
no-trace-of-input = No se puede crear la traza de un programa que lee de la entrada: el esquema no tiene lugar para lo que lee.
trace-too-large = La traza tiene { $megabytes } megabytes: demasiados para un navegador. El comando heapglass trace la escribe en un archivo.
no-check-here = Las herramientas del propio Python solo se detienen antes de una línea. Ve a una línea, o a donde ya se han ejecutado todas, y pídelo otra vez.

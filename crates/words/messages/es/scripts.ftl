# Lo que dicen los scripts de la página: mientras se carga, cuando no puede, y al salir de ella. Aquí no hay opciones, solo variables.
# Lo que empieza en minúscula va tras «El motor se interrumpió:» o «No ha funcionado:».

title = Heapglass: lo que CPython hace con la memoria
loading = Cargando
loading-engine = Cargando el motor de Python
loading-engine-percent = Cargando el motor de Python: { $percent } %
again = Reintentar
again-title = Volver a cargar la página
engine-not-fetched = no se pudo obtener. ¿Hay conexión de red?
engine-refused = no se pudo obtener ({ $status }).
new-version = Hay una versión nueva de Heapglass. Se usará cuando se hayan cerrado todas las pestañas con Heapglass.
part-lost = No se pudo obtener una parte de la página. ¿Hay conexión de red? Vuelve a cargar la página para seguir.
page-lost = No se pudo obtener la página. ¿Hay conexión de red?
engine-part-lost = necesita una parte que no se pudo obtener. ¿Hay conexión de red?

saved = Guardado como { $file }.
copied = Copiado.
opened = Abierto en una pestaña aparte.
no-tab = el navegador no dejó que la página abriera una pestaña. Guárdalo como HTML.
saved-image = Guardado como { $file }, { $width } por { $height } píxeles.
image-too-large = este navegador no pudo dibujar una imagen tan grande. Usa el SVG.
image-not-drawn = este navegador no pudo dibujar la imagen. Usa el SVG.
no-films = este navegador no graba películas. Usa el SVG.
film-too-long = una película tiene como máximo { $most } paradas, porque se graba mientras se reproduce. Elige un intervalo más corto, o usa el SVG.
file-not-fetched = no se pudo obtener una parte de la página ({ $file }: { $status }). ¿Hay conexión de red?
saved-page = Guardado como { $file }, { $megabytes } megabytes. Ábrelo en cualquier parte: da pasos sin red.
offline-from-disk = este archivo ya no necesita red.
offline-framed = una página dentro de otra no guarda nada. Abre antes Heapglass en una pestaña aparte.
offline-unable = este navegador solo guarda páginas de direcciones seguras (https), o no guarda ninguna. La página que sigue dando pasos funciona en todas partes.
offline-refused = el navegador se negó ({ $why })
offline-incomplete = no se pudo obtener un archivo, o entretanto llegó una versión nueva. No se guardó nada; inténtalo de nuevo.
offline-kept = Guardada. A partir de ahora la página se abre sin red, también desde un marcador o como aplicación instalada.
offline-forgotten = Olvidada: la página vuelve a venir de la red.
offline-nothing = No había nada guardado.

file-no-script = Heapglass ejecuta un motor de Python dentro de este archivo: necesita JavaScript y WebAssembly.
file-no-notes = Las notas del orador están en una ventana aparte, que una página en un solo archivo no puede tener. Para una clase con notas, abre Heapglass desde su sitio.
file-damaged = No se pudo desempaquetar este archivo: { $problem }. Necesita un navegador de 2023 o posterior.

# La ventana de notas del orador
notes-title = Notas del orador – Heapglass
notes-time = Tiempo desde el comienzo
notes-pause = Pausa
notes-pause-title = Parar el reloj, o dejarlo seguir
notes-go-on = Continuar
notes-reset = Reiniciar
notes-reset-title = Poner el reloj en 0:00
notes-none-yet = Todavía ningún marcador
notes-behind = Después de: { $name }
notes-empty = (sin nota)
notes-no-next = No hay ninguno.
notes-no-line = No queda ninguna línea.
notes-now = Ahora
notes-on-page = En la página
notes-next-line = Línea siguiente
notes-next-bookmark = Marcador siguiente
notes-back = Atrás
notes-back-title = Atrás (Page Up, Left)
notes-on = Adelante
notes-on-title = Adelante (Page Down, Right)
notes-black = Negro
notes-black-title = La página se pone en negro, o vuelve a mostrarse (. o B)
notes-keys = Las teclas del modo clase también funcionan aquí.
notes-alone = Ninguna página le cuenta nada a esta ventana: ábrela con la tecla | en Heapglass.

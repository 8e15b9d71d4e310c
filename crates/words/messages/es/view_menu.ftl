# El menú del aspecto de la página; en pantallas pequeñas también de lo que no cabe en la barra.

view = Vista
view-title = Colores, paneles y más (")
colours = Colores
colours-title = Elegir los colores
panels-for = Paneles para
panels-for-title = Elegir la disposición de los paneles ({ $key })
this-window = esta ventana
row-title = { $name }: { $more }
row-title-key = { $name }: { $more } ({ $key })
reset = Restablecer paneles
reset-more = todos los tamaños, todos los paneles plegados
link = Copiar un enlace
link-more = a este programa y este momento
transcript = Transcripción
transcript-more = toda la grabación en palabras
take-away = Exportar
take-away-more = una imagen, una animación, la propia página
commands = Comandos
commands-more = todo lo que se puede hacer
tour = Recorrido
tour-more = la página en seis pasos

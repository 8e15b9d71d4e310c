# La barra superior. Los botones, lo más cortos posible.

example = Ejemplo
example-title = Elegir un programa de ejemplo (F6 viene aquí; Ctrl K también los encuentra)
own-program = Tu propio programa
lessons = Lecciones
lessons-title = La lista de lecciones (L)
layer = Capa
layer-title = Capa { $layer } ({ $key })
model = modelo de 64 bits
model-title = Todos los números de esta página son de esta versión
predict = Predecir
predict-title = Preguntas: predecir lo que viene antes de que ocurra (!)
link = Enlace
link-title = Copiar un enlace a este programa y este momento (5)
take-away = Exportar
take-away-title = Exportar una imagen, una animación, un guion gráfico, la propia página (Ctrl S)
transcript = Transcripción
transcript-title = Toda la grabación en palabras (J)
commands = Comandos
commands-title = Todos los comandos (Ctrl K)
help = Teclas y signos
help-title = Teclas y signos (?)

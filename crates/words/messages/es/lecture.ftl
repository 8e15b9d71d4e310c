# Modo clase: la página en un aula, y la ventana de notas de quien habla. La historia son los marcadores, o cada paso.

title = Heapglass, modo clase
place = Lugar
bookmarks = Marcadores
ask = Preguntar
ask-title = Antes de avanzar: ¿qué pasa ahora? (W)
leave = Salir
leave-title = Salir del modo clase (\)
show = Volver a mostrar la página
show-title = Volver a mostrar la página (. o B)

by-steps = Adelante avanza paso a paso.
by-bookmarks = Adelante va al siguiente marcador, o un paso si no hay ninguno.
asking = Antes de un marcador, y antes de un paso que merece una pregunta: ¿qué pasa ahora?
not-asking = La historia sigue sin preguntas.
notes-refused = El navegador no dejó que la página abriera una ventana: permite las ventanas emergentes para esta página y vuelve a pulsar |.
question = ¿Qué pasa ahora?

is-black = El aula no ve nada: la página está en negro.
is-asked = Se pregunta al aula: { $question }
is-asked-and-answered = Se pregunta al aula: { $question } Respuesta: { $answer }
no-bookmarks = no hay marcadores
bookmark = marcador { $at } de { $bookmarks }

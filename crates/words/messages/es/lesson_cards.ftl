# Una lección: fichas con texto, preguntas y ejercicios encima del programa, y la lista de lecciones.

lesson = Lección
leave = Salir
leave-about = Salir de la lección y volver al programa de antes
back = Atrás
back-about = Ficha anterior (Shift N)
next = Siguiente
next-about = Ficha siguiente (N)
card-of = { $card } de { $cards }
answer-about = Responder esto; el paso se da y se explica
nothing = nada
answers = Respuestas
right = Correcto.
not-so = No es así.
exercise-above = Responde encima de la escena y luego comprueba.
change = Cambia { $old } por { $new } y predice lo que ocurre.
make-change = Hacer este cambio
make-change-about = Cambiar así el programa y ejecutarlo
change-back = Deshacer el cambio
change-back-about = Volver al programa propio de la lección
ask-yours = Pregúntale a tu propio Python 3.12. Esta línea
prints = imprime { $output }.

lessons = Lecciones
close = Cerrar
close-about = Cerrar (Escape)
loading = Cargando la lista.
begin = Empezar la lección: { $title }
no-list = No se pudo cargar la lista de lecciones: { $why }
not-loaded = No se pudo cargar la lección: { $why }
mistake = La lección tiene un error en la línea { $line }. { $mistake }

# Con lo que empieza una primera visita: ejemplos por tema, y los botones del recorrido.

heading = ¿Qué quieres ver?
show-around = Muéstrame la página
show-around-title = Un recorrido por la página en seis pasos
own = Escribir el mío
own-title = Escribir un programa propio (Escape)
open = Abrir { $file }

## El recorrido.

tour = Recorrido
tour-place = { $at } de { $last }
end = Terminar
end-title = Terminar el recorrido (Escape)
back = Atrás
back-title = El paso anterior
next = Siguiente
next-title = El paso siguiente
done = Listo

# Un ejercicio en una línea que está a punto de ejecutarse: el estudiante dice qué hará, y luego la línea se ejecuta.

exercise = Ejercicio
draw-arrows = Dibujar flechas
draw-arrows-about = ¿Adónde apuntará cada nombre? Arrastra un nombre hasta una caja, o elige.
set-counts = Poner contadores
set-counts-about = ¿Cuál será el contador de cada caja?
mark-deaths = Marcar muertes
mark-deaths-about = ¿Qué cajas mueren? Haz clic en ellas, o elige; «ninguna» también es una respuesta.
about-to-run = Está a punto de ejecutarse la línea { $line }: `{ $code }`. { $task }
has-run = Se ha ejecutado la línea { $line }: { $right } de { $all } bien.
right = bien:
not-so = no es así:
close = Cerrar
close-about = Salir del ejercicio
check = Comprobar
check-about = Ejecutar la línea y comparar
no-line = Aquí no hay ninguna línea a punto de ejecutarse: ve hasta una para hacer un ejercicio.

new-object = un objeto nuevo
small-value = un valor pequeño
nothing = nada
name-about = Arrastra hasta una caja, o púlsalo y haz clic en una caja
points-at = { $name } apunta a
points-at-about = Elige a qué apunta una vez ejecutada la línea
count-of = Contador de { $object }
count-about = Cuántas referencias tiene una vez ejecutada la línea
dies = { $object } muere
dies-about = Márcalo si muere al ejecutarse la línea

has-died = { $object } muere.
has-lived-on = { $object } sigue vivo.
nobody-dies = No muere nadie.
arrow-to = `{ $name }` apunta a { $object }.
arrow-to-new = `{ $name }` apunta a un objeto nuevo, { $object }.
arrow-to-value = `{ $name }` es un valor pequeño, que se muestra en su fila.
arrow-to-nothing = `{ $name }` no está vinculado.
your-answer = { $truth } Tu respuesta: { $said }.
your-answer-out-of-sight = { $truth } Tu respuesta: { $said }, que la escena no muestra.
arrow-is-said = Se dice que { $name } apunta a { $object }
arrow-was-wrong = Se dijo que { $name } apunta a { $object }: no es así
count-is = { $object }: { $count }.
count-is-dead = { $object }: 0, está muerto.

# Condiciones de los puntos de interrupción: expresiones de Python que se evalúan cada vez, antes de ejecutar una línea.

holds = Se cumple `{ $condition }`.
no-expression = La condición `{ $condition }` no es una expresión: { $message }.
names-a-value = La condición `{ $condition }` cambiaría el programa: da nombre a un valor. Para comparar, escribe ==.
too-much-work = La condición `{ $condition }` tarda demasiado: contiene funciones incorporadas que trabajan sin un final a la vista.
too-many-steps = La condición `{ $condition }` tarda demasiado: se detuvo tras { $steps } pasos.
cannot-be-worked-out = La condición `{ $condition }` no se puede evaluar: { $reason }.
would-end-the-program = La condición `{ $condition }` terminaría el programa.
raises = La condición `{ $condition }` lanza { $exception } (línea { $line }, paso { $step }).

writes = La condición `{ $condition }` cambiaría el programa: escribe.
reads-input = La condición `{ $condition }` cambiaría el programa: lee de la entrada.
changes-interpreter = La condición `{ $condition }` cambiaría el programa: altera el funcionamiento del intérprete.
sets-trace-function = La condición `{ $condition }` cambiaría el programa: establece una función de traza.
changes-contents = La condición `{ $condition }` cambiaría el programa: el contenido de un objeto.
changes-object = La condición `{ $condition }` cambiaría el programa: { $object }.

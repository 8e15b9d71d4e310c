# Ir a otro lugar de la grabación: lo que se encontró, o por qué no hay nada. Una frase junto a los controles, que también se lee en voz
# alta. Un objeto se llama por su tipo y su número («list #5») o por su valor («el int 5»): no va tras «de» ni «a».

nothing-recorded = Todavía no hay grabación.
unreadable = Esta parte de la grabación no se puede leer.

value = el { $type } { $value }

collection-has-begun = Ha empezado una recolección: ha terminado su primera fase.
made = Se crea { $object }.
died = { $others ->
    [0] { $object } muere.
    [one] { $object } muere, y con él otro objeto.
    [many] { $object } muere, y con él otros { $others } de objetos.
   *[other] { $object } muere, y con él otros { $others } objetos.
}
made-with-others = { $others ->
    [0] Se crea { $object }.
    [one] Se crea { $object }, y con él otro objeto.
    [many] Se crea { $object }, y con él otros { $others } de objetos.
   *[other] Se crea { $object }, y con él otros { $others } objetos.
}
raised = Se lanza { $exception }: { $message }
raised-without-text = Se lanza { $exception }.
written = Escrito: { $text }
line-end-written = Se escribe un fin de línea.

block-changes = Cambian { $changed } de los { $size } bytes en { $address }, a partir del byte { $first }.
object-changes = Cambian { $changed } de los { $size } bytes en { $address }, a partir del byte { $first }; ahí está { $object }.
pool-header = Ahí está la cabecera de un pool, no un bloque.
no-block = En esta dirección no hay ningún bloque.
immortal = { $object } es inmortal: su contador no cambia nunca, y no muere nunca.
count-goes = { $object }: su contador pasa de { $before } a { $now }.
count-goes-to-zero = El contador de { $object } pasa de { $before } a 0: muere.
made-with-count = Se crea { $object }: su contador es { $count }.
now-names = `{ $name }` nombra ahora { $object }.
names-nothing = `{ $name }` ya no nombra nada.
call-not-active = La llamada a la que pertenecía `{ $name }` no está activa aquí.
name-stays = `{ $name }` ya no cambia más en lo grabado.
name-stayed = `{ $name }` no ha cambiado antes.
name-stays-in-call = `{ $name }` ya no cambia más en esta llamada de { $function }().
name-stayed-in-call = `{ $name }` no ha cambiado antes en esta llamada de { $function }().

no-such-step = No existe el paso { $step }: la grabación termina en el paso { $last }.
step-not-recorded = El paso { $step } todavía no está grabado: la grabación ha llegado al paso { $last }.
not-so-far = La grabación no llega tan lejos.
at-the-end = Este es el final de la grabación.
no-further = La grabación todavía no ha llegado más lejos (paso { $last }).
at-the-beginning = Aquí empieza el programa.
nothing-further-out = Ninguna llamada del programa llevó aquí: más afuera no hay nada.
does-not-run-times = { $times ->
    [1] La línea { $line } no se ejecuta en lo grabado.
   *[other] La línea { $line } no se ejecuta { $times } veces en lo grabado.
}

# No se encontró nada. $place: before, antes del lugar donde empezó la búsqueda; after, después, hasta el final del programa; so-far,
# después, mientras el programa todavía se graba.

no-line-further-out = { $place ->
    [after] Después de esto no hay ninguna línea más afuera.
   *[so-far] Después de esto no hay ninguna línea más afuera en lo grabado hasta ahora (hasta el paso { $last }).
}
no-breakpoint = { $place ->
    [before] No hay ningún punto de interrupción, tampoco antes de esto.
    [after] No hay ningún punto de interrupción, tampoco después de esto.
   *[so-far] No hay ningún punto de interrupción, tampoco después de esto en lo grabado hasta ahora (hasta el paso { $last }).
}
line-does-not-run = { $place ->
    [before] La línea { $line } no se ejecuta antes de esto.
    [after] La línea { $line } no se ejecuta después de esto.
   *[so-far] La línea { $line } no se ejecuta después de esto en lo grabado hasta ahora (hasta el paso { $last }).
}
line-never-with = { $place ->
    [before] La línea { $line } no se ejecuta antes de esto cumpliéndose `{ $condition }`.
    [after] La línea { $line } no se ejecuta después de esto cumpliéndose `{ $condition }`.
   *[so-far] La línea { $line } no se ejecuta después de esto cumpliéndose `{ $condition }` en lo grabado hasta ahora (hasta el paso { $last }).
}
no-breakpoint-reached = { $place ->
    [before] Antes de esto no se alcanza ninguno de los puntos de interrupción.
    [after] Después de esto no se alcanza ninguno de los puntos de interrupción.
   *[so-far] Después de esto no se alcanza ninguno de los puntos de interrupción en lo grabado hasta ahora (hasta el paso { $last }).
}
no-collection-runs = { $place ->
    [before] Antes de esto no hay ninguna recolección.
    [after] Después de esto no hay ninguna recolección.
   *[so-far] Después de esto no hay ninguna recolección en lo grabado hasta ahora (hasta el paso { $last }).
}
no-collection-begins = { $place ->
    [before] Antes de esto no empieza ninguna recolección.
    [after] Después de esto no empieza ninguna recolección.
   *[so-far] Después de esto no empieza ninguna recolección en lo grabado hasta ahora (hasta el paso { $last }).
}
nothing-made = { $place ->
    [before] Antes de esto no se crea ningún objeto.
    [after] Después de esto no se crea ningún objeto.
   *[so-far] Después de esto no se crea ningún objeto en lo grabado hasta ahora (hasta el paso { $last }).
}
nothing-dies = { $place ->
    [before] Antes de esto no muere ningún objeto.
    [after] Después de esto no muere ningún objeto.
   *[so-far] Después de esto no muere ningún objeto en lo grabado hasta ahora (hasta el paso { $last }).
}
does-not-die = { $place ->
    [before] { $object } no muere antes de esto.
    [after] { $object } no muere después de esto.
   *[so-far] { $object } no muere después de esto en lo grabado hasta ahora (hasta el paso { $last }).
}
nothing-raised = { $place ->
    [before] Antes de esto no se lanza ninguna excepción.
    [after] Después de esto no se lanza ninguna excepción.
   *[so-far] Después de esto no se lanza ninguna excepción en lo grabado hasta ahora (hasta el paso { $last }).
}
nothing-written = { $place ->
    [before] Antes de esto no se escribe nada.
    [after] Después de esto no se escribe nada.
   *[so-far] Después de esto no se escribe nada en lo grabado hasta ahora (hasta el paso { $last }).
}
name-does-not-change = { $place ->
    [before] `{ $name }` no cambia antes de esto.
    [after] `{ $name }` no cambia después de esto.
   *[so-far] `{ $name }` no cambia después de esto en lo grabado hasta ahora (hasta el paso { $last }).
}
count-does-not-change = { $place ->
    [before] El contador de { $object } no cambia antes de esto.
    [after] El contador de { $object } no cambia después de esto.
   *[so-far] El contador de { $object } no cambia después de esto en lo grabado hasta ahora (hasta el paso { $last }).
}
block-does-not-change = { $place ->
    [before] Antes de esto no cambia nada en este bloque.
    [after] Después de esto no cambia nada en este bloque.
   *[so-far] Después de esto no cambia nada en este bloque en lo grabado hasta ahora (hasta el paso { $last }).
}

# Recorrer una fase de una recolección: una frase por cada objeto o referencia.

place = { $noun ->
    [reference] referencia { $at } de { $last }
    [object] objeto { $at } de { $last }
   *[move] cambio { $at } de { $last }
}
next-reference = Siguiente referencia
next-object = Siguiente objeto
next-move = Siguiente cambio
next-phase = Siguiente fase

begins-with-references = { $count ->
    [one] Empieza { $phase }: { $count } referencia por recorrer.
    [many] Empieza { $phase }: { $count } de referencias por recorrer.
   *[other] Empieza { $phase }: { $count } referencias por recorrer.
}
begins-with-objects = { $count ->
    [one] Empieza { $phase }: { $count } objeto por recorrer.
    [many] Empieza { $phase }: { $count } de objetos por recorrer.
   *[other] Empieza { $phase }: { $count } objetos por recorrer.
}
begins-with-moves = { $count ->
    [one] Empieza { $phase }: { $count } cambio por recorrer.
    [many] Empieza { $phase }: { $count } de cambios por recorrer.
   *[other] Empieza { $phase }: { $count } cambios por recorrer.
}
within = { $phase }, { $place }: { $what }

## Lo que le ocurre a un objeto, tras dos puntos.

gathered = se examina { $title }; estaba en la generación { $generation }.
copied = se copia el contador de { $title }; su contador provisional es { $scratch }.
subtracted = { $kind ->
    [name] del nombre `{ $from }` a { $title }: { $before } − 1 = { $scratch }.
   *[other] de { $from } a { $title }: { $before } − 1 = { $scratch }.
}
held = a { $title } le quedan { $scratch }: algo de fuera lo retiene y se conserva.
held-again = a { $title } le quedan { $scratch }: alguien de fuera vuelve a retenerlo, así que sigue viviendo.
set-aside = a { $title } le quedan 0: se aparta por ahora.
set-aside-again = a { $title } le quedan 0: nadie lo ha recuperado.
reached = { $kind ->
    [name] el nombre `{ $from }` se conserva y hace referencia a { $title }, que también se conserva.
   *[other] { $from } se conserva y hace referencia a { $title }, que también se conserva.
}
rescued = { $kind ->
    [name] el nombre `{ $from }` se conserva y hace referencia a { $title }, que queda rescatado.
   *[other] { $from } se conserva y hace referencia a { $title }, que queda rescatado.
}
rescued-again = { $kind ->
    [name] el nombre `{ $from }` sigue viviendo y hace referencia a { $title }, que también sigue viviendo.
   *[other] { $from } sigue viviendo y hace referencia a { $title }, que también sigue viviendo.
}
untracked = { $title } no puede formar parte de ningún ciclo: el recolector deja de rastrearlo.
stays = { $title } sobrevive y se queda en la generación { $generation }.
promoted = { $title } sobrevive y pasa a la generación { $generation }.
weakref-cleared = { $kind ->
    [name] el nombre `{ $from }` ya no hace referencia a { $title }.
   *[other] { $from } ya no hace referencia a { $title }.
}
callback-called = se llama a la retrollamada de { $title }.
finalized = se ejecuta el finalizador de { $title }.
cleared = { $title } suelta lo que retiene.
saved = { $title } va a `gc.garbage`, como pide DEBUG_SAVEALL.
died = { $title } muere.

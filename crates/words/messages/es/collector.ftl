# Los paneles del recolector: las tres generaciones con sus contadores y miembros, y los objetos que mira la recolección en curso.

## Generaciones.

generations = Generaciones
lanes = Objetos por generación
generation = Generación { $number }
youngest = Joven
middle = Media
oldest = Vieja
permanent-name = Generación permanente
permanent = Permanente
permanent-fact = congelados, nunca se examinan
aside-name = Apartados
aside = Apartados
aside-fact = inalcanzables por ahora
condemned = Condenados
condemned-fact = resultaron inalcanzables
untracked = Sin rastrear
untracked-fact = no pueden formar ciclos
empty = vacía
more = y { $count } más
of-interpreter = + { $count } del intérprete
of-interpreter-title = Cuáles son
of-kind = { $count } { $kind }
other-kinds = { $count } más, que quedaron del arranque de CPython y que aquí solo se cuentan
select = Seleccionar { $title }

## Qué cuentan los contadores.

counts-youngest = Contenedores asignados menos contenedores liberados desde la última recolección; por encima de su umbral empieza una recolección
counts-middle = Recolecciones de la generación 0 desde que se recolectó la generación 1
counts-oldest = Recolecciones de la generación 1 desde que se recolectó la generación 2

## Qué se sigue de un contador: corto.

never = nunca: el umbral es 0
never-as-youngest = nunca: el umbral de la generación 0 es 0
is-due = lleno: toca una recolección
is-full = lleno: recolección al asignar el próximo contenedor
is-nearly-full = lleno: el próximo contenedor inicia una recolección
goes-along = lleno: la próxima recolección también la incluye
too-few-joined = lleno, pero se le han unido demasiado pocos
quarter-rule = y unidos: { $joined }, necesarios: { $needed } (un cuarto de { $total })
quarter-rule-title = La generación más vieja solo se recolecta si los contenedores que se le han unido desde entonces (long_lived_pending) son al menos la cuarta parte de los que dejó su última recolección (long_lived_total)

## Datos debajo de los carriles, y dos botones que empiezan una alternativa.

is-off = desactivado con gc.disable(): solo recolecta gc.collect()
so-far = { $collections ->
    [one] { $collections } recolección
    [many] { $collections } de recolecciones
   *[other] { $collections } recolecciones
} hasta ahora, { $objects ->
    [one] { $objects } objeto hallado
    [many] { $objects } de objetos hallados
   *[other] { $objects } objetos hallados
}
garbage = { $count ->
    [one] gc.garbage contiene { $count } objeto
    [many] gc.garbage contiene { $count } de objetos
   *[other] gc.garbage contiene { $count } objetos
}
collect-here = Recolectar aquí
collect-here-title = Hacer ahora una recolección completa, en una alternativa (9)
disable-here = Desactivar aquí
disable-here-title = gc.disable() a partir de aquí, en una alternativa (8)

## Botones que recorren una recolección.

walk = Recorrer la recolección
pause = Pausa
pause-title = Pausar la recolección donde está (>)
play = Reproducir
play-title = Reproducir la recolección desde aquí hasta su final (>)
play-next = Reproducir la siguiente
play-next-title = Ir a la siguiente recolección y reproducirla (>)
back = Atrás
back-title = Un objeto o una referencia atrás (<)
on-title = El siguiente objeto o la siguiente referencia; tras el último, la siguiente fase (.)

## Candidatos: los objetos que mira la recolección en curso.

candidates = Candidatos
candidates-name = Objetos que mira esta recolección
of-youngest = de la generación más joven
of-younger-two = de las dos generaciones más jóvenes
of-all = de todas las generaciones
column-object = objeto
column-count = contador
column-scratch = prov.
column-verdict = veredicto
select-title = Seleccionar este objeto
other-candidates = y { $count } del intérprete
other-candidates-title = Cuáles son
others-are-treated-alike = Se los trata igual: módulos, clases y funciones del intérprete, y lo que quedó del arranque de CPython.
others-moves = { $count ->
    [one] Esta fase hizo { $count } cosa con ellos.
    [many] Esta fase hizo { $count } de cosas con ellos.
   *[other] Esta fase hizo { $count } cosas con ellos.
}
others-without-box = Del programa, sin caja: { $titles }.
others-without-box-first = Del programa, sin caja: { $titles }, …
titles = { $front }, { $last }

## Qué piensa el recolector de un objeto hasta ahora. Lo más corto posible.

verdict-candidate = examinado
verdict-held = retenido desde fuera
verdict-set-aside = apartado
verdict-reached = alcanzado
verdict-rescued = rescatado
verdict-survives = sobrevive
verdict-unreachable = inalcanzable
verdict-untracked = ya no se rastrea
verdict-promoted = promovido
verdict-condemned = condenado
verdict-finalized = finalizador ejecutado
verdict-resurrected = resucitado
verdict-cleared = vaciado
verdict-saved = guardado en gc.garbage
verdict-dead = muerto

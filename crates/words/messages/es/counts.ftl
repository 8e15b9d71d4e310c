# Por qué cambia el contador de referencias de un objeto: las filas de su historial (paso, línea, +1 o −1, y esto); no son frases enteras.
# $place y $holder van sin «de» ni «a», que se contraerían con «el».

maker = { $kind ->
    [interpreter] el intérprete
    [native] código nativo
   *[instruction] { $instruction }
}
made-by = { $kind ->
    [interpreter] lo crea el intérprete
    [native] lo crea código nativo
   *[instruction] lo crea { $instruction }
}
held-while = { $kind ->
    [interpreter] retenido mientras trabajaba el intérprete
    [native] retenido mientras trabajaba código nativo
   *[instruction] retenido mientras trabajaba { $instruction }
}
another-reference = una referencia más
reference-less = una referencia menos

bound = { $kind ->
    [global] vinculado al nombre { $name }
    [local] vinculado al nombre local { $name }
   *[local-of] vinculado al nombre local { $name } de { $function }
}
put-on-stack-of = puesto en la pila de valores de { $function }
put-on-stack = puesto en la pila de valores
stored-in = guardado en { $place }
kept-by = lo conserva { $holder }
held-by-native = lo retiene código nativo en ejecución

passed = { $kind ->
    [global] pasado como argumento: ahora el nombre { $name }
    [local] pasado como argumento: ahora el nombre local { $name }
   *[local-of] pasado como argumento: ahora el nombre local { $name } de { $function }
}
stack-bound = { $kind ->
    [global] de la pila de valores: vinculado al nombre { $name }
    [local] de la pila de valores: vinculado al nombre local { $name }
   *[local-of] de la pila de valores: vinculado al nombre local { $name } de { $function }
}
handed-over-to = entregado a la pila de valores de { $function }
handed-over = entregado a la pila de valores
stack-stored = de la pila de valores: guardado en { $place }
stack-kept = de la pila de valores: lo conserva { $holder }
stack-native = de la pila de valores: lo retiene código nativo en ejecución
moved = pasa desde { $place } hasta { $to }

taken-from-stack-of = sacado de la pila de valores de { $function }
taken-from-stack = sacado de la pila de valores
let-go-by-native = lo suelta código nativo
let-go-by = lo suelta { $holder }
call-ended = { $kind ->
    [global] terminó la llamada, y con ella el nombre { $name }
    [local] terminó la llamada, y con ella el nombre local { $name }
   *[local-of] terminó la llamada, y con ella el nombre local { $name } de { $function }
}
deleted = { $kind ->
    [global] se eliminó el nombre { $name }
    [local] se eliminó el nombre local { $name }
   *[local-of] se eliminó el nombre local { $name } de { $function }
}
bound-elsewhere = { $kind ->
    [global] el nombre { $name } se vinculó a otra cosa
    [local] el nombre local { $name } se vinculó a otra cosa
   *[local-of] el nombre local { $name } de { $function } se vinculó a otra cosa
}
let-go = { $kind ->
    [global] el nombre { $name } lo soltó
    [local] el nombre local { $name } lo soltó
   *[local-of] el nombre local { $name } de { $function } lo soltó
}
holder-died = murió quien lo retenía: { $place }
taken-out-of = ya no está en { $place }

shut-down = el programa había terminado: el intérprete soltó todo
collected = el recolector descubrió que solo lo retenía ya un ciclo de objetos

nothing-recorded = Todavía no hay nada grabado.
too-long = El historial se corta tras { $entries } entradas.
no-such-object = Ese objeto no existe en lo grabado.
immortal = Es inmortal: su contador no cambia nunca.

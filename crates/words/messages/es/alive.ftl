# «¿Por qué sigue vivo?», y qué moriría sin una referencia. $what y $place van sin preposición que se contraiga («de el nombre a»).

nothing-recorded = Todavía no hay nada grabado.
does-not-live = { $object } no vive en este paso.
immortal = { $what } es inmortal: no se libera nunca, tenga las referencias que tenga.
native-code = Código nativo en ejecución retiene { $what }.
only-a-cycle = Nada que el programa pueda alcanzar hace referencia a { $what }. Solo lo retiene un ciclo; vivirá hasta que llegue el recolector.
because-of = { $what } sigue con vida porque lo retiene { $place }. Sin esa referencia nadie podría alcanzarlo.
not-only = { $what } sigue con vida porque lo retiene { $place }, pero no solo por eso: ninguna referencia lo mantiene por sí sola.
is-alive = { $what } vive.

would-stay-immortal = Sin { $place }, { $what } seguiría viviendo: es inmortal.
would-live-on = { $others ->
    [one] Sin { $place }, { $what } seguiría viviendo: lo mantiene otra referencia.
    [many] Sin { $place }, { $what } seguiría viviendo: lo mantienen otras { $others } de referencias.
   *[other] Sin { $place }, { $what } seguiría viviendo: lo mantienen otras { $others } referencias.
}
would-die = { $once ->
    [one] Sin { $place } moriría en el acto { $once } objeto ({ $bytes } bytes).
    [many] Sin { $place } morirían en el acto { $once } de objetos ({ $bytes } bytes).
   *[other] Sin { $place } morirían en el acto { $once } objetos ({ $bytes } bytes).
}
would-be-lost = { $later ->
    [one] Sin { $place } ya no se podría alcanzar { $later } objeto ({ $bytes } bytes); un ciclo lo retendría hasta que llegue el recolector.
    [many] Sin { $place } ya no se podrían alcanzar { $later } de objetos ({ $bytes } bytes); un ciclo los retendría hasta que llegue el recolector.
   *[other] Sin { $place } ya no se podrían alcanzar { $later } objetos ({ $bytes } bytes); un ciclo los retendría hasta que llegue el recolector.
}
would-die-both = { $once ->
    [one] Sin { $place } moriría en el acto { $once } objeto
    [many] Sin { $place } morirían en el acto { $once } de objetos
   *[other] Sin { $place } morirían en el acto { $once } objetos
} y, con la próxima recolección completa, { $later ->
    [one] { $later } objeto más
    [many] otros { $later } de objetos
   *[other] otros { $later } objetos
} ({ $bytes } bytes en total).

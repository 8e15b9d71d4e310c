# Cómo va la grabación: una línea debajo del programa.

loading = Cargando el motor
compiling = Compilando
recording = { $steps ->
    [one] Grabando: { $steps } paso hasta ahora
    [many] Grabando: { $steps } de pasos hasta ahora
   *[other] Grabando: { $steps } pasos hasta ahora
}
waiting = { $steps ->
    [one] Esperando entrada; { $steps } paso grabado hasta ahora
    [many] Esperando entrada; { $steps } de pasos grabados hasta ahora
   *[other] Esperando entrada; { $steps } pasos grabados hasta ahora
}
stopping = Deteniendo
stopped = { $steps ->
    [one] Detenido tras { $steps } paso; se puede mirar lo grabado
    [many] Detenido tras { $steps } de pasos; se puede mirar lo grabado
   *[other] Detenido tras { $steps } pasos; se puede mirar lo grabado
}
not-run = Todavía sin ejecutar
broke-off = El motor se interrumpió: { $message } Tu programa se conserva; reintenta para seguir.
recorded = { $steps ->
    [one] { $steps } paso grabado
    [many] { $steps } de pasos grabados
   *[other] { $steps } pasos grabados
}
recorded-with-problem = { $steps ->
    [one] { $problem } ({ $steps } paso grabado)
    [many] { $problem } ({ $steps } de pasos grabados)
   *[other] { $problem } ({ $steps } pasos grabados)
}
problem-in-line = Línea { $line }: { $message }
stale-mistake = Esta imagen es del último programa que se ejecutó: ahora el texto tiene un error.
stale-engine = Esta imagen es la última que llegó. Tu programa sigue ahí.

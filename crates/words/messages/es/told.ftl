# La transcripción: toda la grabación en palabras, unas pocas frases por cada paso. Primero va la frase que muestra la página.

raised-in-line = Se lanza { $exception } en la línea { $line }.
raised = Se lanza { $exception }.
unnamed = El nombre `{ $name }` se elimina de { $function }.
names = `{ $name }` nombra { $value }.
names-in = `{ $name }` en { $function } nombra { $value }.
names-nothing = `{ $name }` no nombra nada.
names-nothing-in = `{ $name }` en { $function } no nombra nada.
made = { $references ->
    [one] Se crea { $object }; { $references } referencia, { $bytes } bytes.
    [many] Se crea { $object }; { $references } de referencias, { $bytes } bytes.
   *[other] Se crea { $object }; { $references } referencias, { $bytes } bytes.
}
made-with-value = { $references ->
    [one] Se crea { $object }: { $value }; { $references } referencia, { $bytes } bytes.
    [many] Se crea { $object }: { $value }; { $references } de referencias, { $bytes } bytes.
   *[other] Se crea { $object }: { $value }; { $references } referencias, { $bytes } bytes.
}
made-with-parts = { $references ->
    [one] Se crea { $object }, que contiene { $held }; { $references } referencia, { $bytes } bytes.
    [many] Se crea { $object }, que contiene { $held }; { $references } de referencias, { $bytes } bytes.
   *[other] Se crea { $object }, que contiene { $held }; { $references } referencias, { $bytes } bytes.
}
made-with-many-parts = { $references ->
    [one] Se crea { $object }, que contiene { $held } y { $more } más; { $references } referencia, { $bytes } bytes.
    [many] Se crea { $object }, que contiene { $held } y { $more } más; { $references } de referencias, { $bytes } bytes.
   *[other] Se crea { $object }, que contiene { $held } y { $more } más; { $references } referencias, { $bytes } bytes.
}
immortal-made = Se crea { $object }; inmortal, { $bytes } bytes.
immortal-made-with-value = Se crea { $object }: { $value }; inmortal, { $bytes } bytes.
immortal-made-with-parts = Se crea { $object }, que contiene { $held }; inmortal, { $bytes } bytes.
immortal-made-with-many-parts = Se crea { $object }, que contiene { $held } y { $more } más; inmortal, { $bytes } bytes.
held-at = { $value } en `{ $place }`
nothing-at = nada en `{ $place }`
nothing = nada
list = { $front }, { $next }
count-goes = El contador de { $object } pasa de { $before } a { $now }.
count-goes-because = El contador de { $object } pasa de { $before } a { $now }. { $causes }.
causes = { $front }; { $next }
lost = Ya nada lleva a { $object }, y sin embargo vive.
gone-at-the-end = { $object } ya no está, y quedan libres { $bytes } bytes: el programa ha terminado, y el intérprete suelta todo.
gone-by-collection = { $object } ya no está, y quedan libres { $bytes } bytes: lo vació la recolección, pues solo lo retenían objetos a los que nada lleva.
gone-unheld = { $object } ya no está, y quedan libres { $bytes } bytes: se fue su última referencia ({ $places }).
gone-let-go = { $object } ya no está, y quedan libres { $bytes } bytes: se fue su última referencia; el intérprete, o una expresión, ya no lo necesita.
places = { $front } y { $next }
examined = { $verdict ->
    [candidate] { $object }: contador { $count }, contador provisional { $scratch }, candidato.
    [reachable] { $object }: contador { $count }, contador provisional { $scratch }, alcanzable.
    [unreachable] { $object }: contador { $count }, contador provisional { $scratch }, inalcanzable.
    [condemned] { $object }: contador { $count }, contador provisional { $scratch }, condenado.
   *[none] { $object }: contador { $count }, contador provisional { $scratch }.
}

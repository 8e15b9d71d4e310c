# Los detalles del objeto seleccionado: su historial (cada cambio de su contador de referencias), su vida, y por qué sigue vivo.
# $place, $born y $died son botones («línea 3», «el final»): van tras dos puntos, sin preposición.

tabs = Qué mostrar de él
fields = Campos
fields-about = Sus campos en la memoria (B)
ledger = Historial
ledger-about = Cada cambio de su contador de referencias, y su vida (7)
why = ¿Por qué vive?
why-about = Quién lo mantiene vivo, y qué lo liberaría (Y)
why-title = Por qué sigue vivo
reading = Leyendo su vida en la grabación.

at-line = línea { $line }
at-the-end = el final
go-to-step = Ir al paso { $step }
go-to-step-in = Ir al paso { $step } en { $function }

born = Nacimiento: { $place }, por { $by }
born-and-held = Nacimiento: { $place }, por { $by }; lo retuvo primero { $holder }
older = Anterior al programa
generation = { $generation ->
    [0] Entrada en la generación más joven: { $place }
   *[other] Paso a la generación { $generation }: { $place }
}
died-last-reference = Muerte: { $place }; se fue su última referencia ({ $cause })
died = Muerte: { $place }; { $cause }
still-lives = Vive tanto como la grabación
read-up-to = Leído hasta el paso { $step }

ask-tenants = ¿Quién más tuvo esta dirección?
ask-tenants-about = Qué objetos tuvieron esta dirección, uno tras otro
tenants = Quién tuvo esta dirección
objects-at = { $count ->
    [one] { $count } objeto en { $address }
    [many] { $count } de objetos en { $address }
   *[other] { $count } objetos en { $address }
}
tenants-before = { $count } antes
tenants-after = { $count } después
tenant-died = { $object }, nacimiento: { $born }, muerte: { $died }
tenant-lives = { $object }, nacimiento: { $born }
tenant-old-died = { $object }, anterior al programa, muerte: { $died }
tenant-old = { $object }, anterior al programa
select = Seleccionar este objeto

temporary = { $count ->
    [one] { $count } referencia pasajera
    [many] { $count } de referencias pasajeras
   *[other] { $count } referencias pasajeras
}
temporary-fold = Plegar lo que una sola instrucción añade y retira
temporary-show = Mostrar lo que una sola instrucción añade y retira
where-head = Dónde
change-head = Cambio
count-head = Contador
why-head = Por qué
entries-before = { $count ->
    [one] { $count } entrada antes
    [many] { $count } de entradas antes
   *[other] { $count } entradas antes
}
entries-after = { $count ->
    [one] { $count } entrada después
    [many] { $count } de entradas después
   *[other] { $count } entradas después
}

looking = Buscando caminos que lleven a él.
what-frees = ¿Qué lo liberaría?
ways = Los caminos más cortos hasta él
it = él
sole = Con doble subrayado: sin esta única referencia no se podría alcanzar.
by-name = el nombre `{ $name }`
by-name-of = el nombre `{ $name }` de `{ $function }`
by-part = `{ $part }` de { $object }
what-if = ¿Y sin ella?
what-if-about = ¿Qué moriría sin esta referencia?
what-if-of = ¿Qué moriría sin { $reference }?
drop = Soltar
drop-about = Seguir sin esta referencia, en una alternativa; la grabación se conserva
drop-of = Seguir sin { $reference }

at-once = En el acto: { $objects }
at-once-and-more = En el acto: { $objects } y { $more } más
with-collector = Con el recolector: { $objects }
with-collector-and-more = Con el recolector: { $objects } y { $more } más

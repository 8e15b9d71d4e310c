# El mapa del montón: arenas de memoria, sus pools y los bloques de estos, uno por uno. Una arena contiene pools; un pool, bloques de
# un mismo tamaño.

heading = Mapa del montón
blocks-and-bytes = { $blocks ->
    [one] { $blocks } bloque, { $bytes } bytes
    [many] { $blocks } de bloques, { $bytes } bytes
   *[other] { $blocks } bloques, { $bytes } bytes
}

## Lo que se puede elegir. Los signos entre paréntesis son teclas.

colour-by = Color
colour-by-title = Qué indican los colores del mapa (;)
colouring-type = tipo
colouring-size = tamaño
colouring-age = edad
colouring-generation = generación
colouring-occupancy = ocupación
all-blocks = Cada bloque
all-blocks-title = Todos los bloques de todos los pools a la vez, o los pools y uno de ellos abierto (@)
large = Grande
smaller = Pequeño
large-title = Tan grande como la ventana, o en su sitio (%)
bytes-shown = Bytes
bytes-shown-title = Lo elegido, byte a byte (')

## La leyenda: qué significan los colores.

legend = Colores: { $colouring }
group = { $count ->
    [one] { $group }: { $count } bloque
    [many] { $group }: { $count } de bloques
   *[other] { $group }: { $count } bloques
}
free = libre
free-title = Devuelto; la línea y los números son el orden de la lista de libres
never-used = nunca usado
never-used-title = De aquí nunca se ha cortado un bloque
header = cabecera
header-title = La cabecera de un pool: 48 bytes
tail = resto
tail-title = El final de un pool: demasiado corto para un bloque
other-types = otros tipos
tables = tablas y búferes
of-size = { $bytes } bytes
older-than-program = anterior al programa
oldest-quarter = cuarto más viejo de los del programa
older-quarter = cuarto viejo
younger-quarter = cuarto joven
youngest-quarter = cuarto más joven
generation-0 = generación 0, la más joven
generation-1 = generación 1
generation-2 = generación 2, la más vieja
not-tracked = no los rastrea el recolector
less-than-quarter = menos de un cuarto en uso
quarter = un cuarto o más
half = la mitad o más
three-quarters = tres cuartos o más
full = lleno

## Cifras: adónde va la memoria. Un nombre, un valor y una frase que lo explica.

figures = Adónde va la memoria
bytes = { $bytes } bytes
empty-of = { $empty } de { $pools }
percent = { $share } %
about-aloud = . { $about }
in-use = en uso
in-use-about = Bloques que contienen un objeto o una tabla de un objeto.
of-pools = de los pools
of-pools-about = Esta parte de la memoria de todos los pools cortados está en bloques en uso; el resto espera en bloques libres, cabeceras y restos.
given-back = devuelto
given-back-about = Bloques libres en las listas de sus pools: solo pueden usarlos peticiones de la misma clase de tamaño. Esto es la fragmentación.
never-carved = sin cortar
never-carved-about = Espacio al final de los pools del que nunca se ha cortado un bloque.
largest-hole = mayor hueco
largest-hole-about = La serie más larga de bloques libres contiguos dentro de un pool. Solo se puede usar en trozos de la clase de tamaño de ese pool.
empty-pools = pools vacíos
empty-pools-about = Pools sin ningún bloque en uso: cualquier clase de tamaño puede tomarlos.
untouched-pools = pools sin tocar
untouched-pools-about = Pools de las arenas que todavía no han hecho falta.
rounding = redondeo
rounding-about = Las peticiones se redondean hacia arriba a múltiplos de 16 bytes: esto es lo que se pierde dentro de los bloques de objetos.
tails = restos
tails-about = Bytes al final de los pools, demasiado pocos para otro bloque.
headers = cabeceras
headers-about = Cada pool empieza con una cabecera de 48 bytes: lo que contiene, y su lista de libres.
outside-pools = fuera de los pools
outside-pools-about = Las peticiones de más de 512 bytes van al asignador de la biblioteca de C: los elementos de listas largas, las tablas grandes.

## El dibujo.

map-of-all = Mapa de todos los bloques
map-of-pools = Mapa de arenas, pools y bloques
how-to-use = Señala un bloque, o muévete con las flechas; Enter abre; +, − y la rueda cambian el tamaño.
arena = Arena { $arena }
carved = { $used } de { $size } pools cortados
pool = Pool { $pool } de la arena { $arena }
pool-fact = bloques de { $bytes } bytes, { $used } de { $blocks } en uso
pool-fact-short = { $used } de { $blocks } en uso
too-large = Demasiado grandes para un pool
too-large-fact = { $blocks } en uso
header-in-pool = cab. 48 bytes
bytes-in-pool = { $bytes } bytes
block-short = bloque { $block }
block-short-with = bloque { $block }: { $object }

## Lo que se señala o se elige, en una frase debajo del dibujo.

told-unused-pool = El pool { $pool } de la arena { $arena } nunca se ha usado.
told-pool = Pool { $pool } de la arena { $arena }, en { $address }: bloques de { $bytes } bytes, { $used } de { $blocks } en uso.
told-header = Cabecera del pool { $pool } de la arena { $arena }, en { $address }: 48 bytes.
told-tail = Los últimos { $bytes } bytes del pool { $pool } de la arena { $arena }: demasiado pocos para otro bloque.
told-block = Bloque { $block } del pool { $pool } de la arena { $arena }, en { $address }: { $content }
object = { $generation ->
    [none] { $object }, { $bytes } bytes.
   *[other] { $object }, { $bytes } bytes, generación { $generation }.
}
object-fits = { $generation ->
    [none] { $object }, { $bytes } bytes, justo los que se pidieron.
   *[other] { $object }, { $bytes } bytes, justo los que se pidieron, generación { $generation }.
}
object-rounded = { $generation ->
    [none] { $object }, se pidieron { $asked } bytes, redondeados a { $bytes }.
   *[other] { $object }, se pidieron { $asked } bytes, redondeados a { $bytes }, generación { $generation }.
}
buffer = una tabla o un búfer, { $bytes } bytes.
free-next = libre, { $bytes } bytes, el próximo en entregarse.
free-in-list = libre, { $bytes } bytes, número { $place } de la lista de libres.
free-block = libre, { $bytes } bytes.
never-used-block = nunca usado, { $bytes } bytes.
told-outside = Fuera de los pools, en { $address }: { $object }, { $bytes } bytes.
told-outside-buffer = Fuera de los pools, en { $address }: una tabla o un búfer, { $bytes } bytes.
told-outside-free = Fuera de los pools, en { $address }: libre, { $bytes } bytes.

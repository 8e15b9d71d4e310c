# Un trozo de memoria byte a byte: qué es, dónde está, y qué contienen sus campos.

unused-pool = Pool { $pool }, nunca usado
pool-header = Cabecera del pool { $pool }
pool-end = El final del pool { $pool }, demasiado corto para un bloque
free-block-next = Bloque libre, el próximo en entregarse
free-block = { $others ->
    [one] Bloque libre, se entrega después de otro
    [many] Bloque libre, se entrega después de otros { $others }
   *[other] Bloque libre, se entrega después de otros { $others }
}
unused-block = Un bloque que nunca se ha usado
free-chunk = Libre, fuera de los pools
interpreter = Memoria del intérprete
ownerless-block = Un bloque sin objeto
items = Los elementos de { $object }
values = Los valores de { $object }
table = La tabla de { $object }
other-block = Un bloque de { $object } ({ $field })
in-pool = pool { $pool } de la arena { $arena }
in-arena = arena { $arena }
block-place = bloque { $block } del pool { $pool } de la arena { $arena }
large-block = un bloque demasiado grande para los pools
static-memory = memoria estática del intérprete
outside = fuera de pools y bloques
field-dict = dict o valores gestionados
field-values = valores o dict
field-weakrefs = weakrefs gestionadas
field-next-free = siguiente bloque libre
field-characters = caracteres
array-of-values = un arreglo de valores
marked-pointer = → { $address }, marcas { $marks }
immortal = inmortal
null = nulo
pointer = un puntero
indices = qué entrada nombra cada lugar de la tabla
word = palabra

# Preguntas antes de que se ejecute una línea (o siga una recolección): la pregunta, las respuestas entre las que elegir y, bajo la
# elegida, por qué es correcta o no. Lo que va entre acentos graves es Python y se queda así.

nothing = nada
numbered-line = línea { $number }: `{ $line }`

# Dos nombres de un mismo objeto; la línea lo cambia a través de uno de ellos.
alias-ask = Está a punto de ejecutarse `{ $line }`. ¿Qué muestra entonces `{ $name }`?
alias-names = `{ $through }` y `{ $other }` son dos nombres de un mismo objeto, { $what }. Un cambio hecho a través de un nombre se ve a través del otro.
alias-no-copy = Sería así si `{ $other }` tuviera un objeto propio. Ninguna asignación ha copiado nada: las dos flechas terminan en { $what }.
alias-empty = nada: `{ $other }` está ahora vacío
alias-not-replaced = El objeto se cambia, no se sustituye: sigue siendo { $what }, y `{ $other }` sigue apuntando a él.
alias-places = Todos estos lugares hacen referencia a un mismo objeto, { $what }. Cambiado una vez, queda cambiado para todos ellos.
alias-places-apart = Sería así si cada lugar tuviera un objeto propio. Todos hacen referencia a { $what }: repetir copia referencias, no objetos.
alias-itself = La línea cambia el propio { $what }, no una copia.

printed-ask = Está a punto de ejecutarse `{ $line }`. ¿Qué imprime?
printed-if = Eso se imprimiría si fuera así: { $idea }

# Qué pasa con un objeto cuyo nombre se va.
fate-dies = Muere en el acto
fate-lives = Sigue viviendo, y el programa puede alcanzarlo
fate-lost = Sigue viviendo, aunque nada del programa lleva a él
fate-ask = `{ $name }` nombra { $what }. Está a punto de ejecutarse `{ $line }`. ¿Qué pasa con { $what }?
something-else = otra cosa
fate-why-dies = Su contador cae a 0: no queda ninguna referencia. CPython libera un objeto en el instante en que su contador es 0.
fate-why-lives = `{ $name }` lo suelta, y su contador pasa de { $count } a { $now }: { $holder } todavía hace referencia a él.
fate-why-lost = `{ $name }` lo suelta, pero su contador solo baja a { $now }: { $holder } todavía hace referencia a él, y a ese tampoco puede alcanzarlo nadie. Un ciclo así espera al recolector.
fate-was-the-last = `{ $name }` era el último que hacía referencia a él. Ya nada lleva a él.
fate-no-collector = El recolector es solo para los ciclos. Lo que se puede liberar contando se libera en el acto, sin él.
fate-only-the-name = Solo lo suelta el nombre. El objeto vive mientras quede una referencia, y { $holder } hace referencia a él.
fate-still-leads = Todavía se puede llegar a él: { $holder } lleva hasta ahí.
fate-counting-is-blind = Contar no permite ver un ciclo: su contador es { $now }, no 0, porque { $holder } hace referencia a él.
fate-nothing-leads = Aunque { $holder } hace referencia a él, nada que el programa pueda nombrar lleva hasta ahí.

# Cuántos objetos mueren juntos.
deaths-ask = Está a punto de ejecutarse `{ $line }`. ¿Cuántas de las cajas de la escena mueren?
deaths-why = Cuando un objeto muere, todo aquello a lo que hacía referencia pierde una referencia. Quien queda con el contador en 0 muere en ese mismo instante.
deaths-at-once = El conteo libera { $what } en el acto, porque pierde su última referencia.
deaths-inside = Lo que había dentro también ha perdido su última referencia: muere con quien lo retenía.
deaths-elsewhere = A uno de ellos todavía se hace referencia desde otro sitio, y sigue viviendo.

# El nuevo contador de referencias de un objeto.
count-ask = `{ $name }` nombra { $what }; su contador es { $count }. Está a punto de ejecutarse `{ $line }`. ¿Cuál es entonces el contador?
count-rises = Referencias a él: { $more } más. Así que su contador pasa de { $old } a { $new }.
count-falls = Referencias a él: { $less } menos. Así que su contador pasa de { $old } a { $new }.
count-nothing-copied = No se copia nada: lo nuevo es una referencia, y cada referencia cuenta.
count-every-place = Cada lugar cuenta, también si hay varios en un mismo contenedor.
count-of-the-call = Eso es lo que imprimiría `sys.getrefcount`: su propio argumento es una referencia mientras dura la llamada. La insignia muestra el contador sin ella.
count-taken-off = Una referencia que se va se descuenta en el acto.
count-left = { $left ->
    [one] Queda { $left } referencia: el objeto vive mientras algo haga referencia a él.
    [many] Quedan { $left } de referencias: el objeto vive mientras algo haga referencia a él.
   *[other] Quedan { $left } referencias: el objeto vive mientras algo haga referencia a él.
}

# Si dos nombres nombran un mismo objeto.
identity-ask = Está a punto de ejecutarse `{ $line }`. ¿Cuánto vale entonces `{ $target } is { $other }`?
identity-until-changed = `True`, hasta que se cambie uno de los dos
identity-no-half-way = No hay término medio: desde el principio hay un objeto o hay dos.
identity-one = Los dos nombres apuntan a { $what }.
identity-nothing-copied = Aquí no se copia nada: una asignación hace que el nombre apunte al objeto que ya está.
identity-two = `{ $target }` nombra { $what }, un objeto nuevo, con el mismo contenido o con otro; `{ $other }` nombra { $then }.
identity-makes-new = `{ $made }` crea un objeto nuevo; `{ $other }` sigue nombrando { $then }.
identity-ask-equal = Está a punto de ejecutarse `{ $line }`; `{ $other }` ya es `{ $value }`. ¿Cuánto vale entonces `{ $target } is { $other }`?
identity-small-ints = CPython guarda un solo objeto para cada int de −5 a 256.
identity-small-ints-shared = Los int pequeños se crean una vez, al arrancar Python, y todos los usan.
identity-found = Aquí CPython encontró el objeto que ya estaba: una constante igual, o una cadena que guarda una sola vez.
identity-constants = No todo valor es un objeto propio: las constantes iguales de un programa se guardan una sola vez.
identity-made-apart = Los dos son iguales, pero se crearon por separado: dos objetos.
identity-asks-one = `==` compara valores y sería verdadero. `is` pregunta si hay un solo objeto, y hay dos.

# Qué dirección recibe un objeto nuevo.
address-ask = { $what } acaba de morir. Está a punto de ejecutarse `{ $line }`, que crea un objeto { $type }. ¿Dónde estará?
address-same = Donde estaba el otro: tiene el mismo `id`
address-why-same = Lo último que se liberó es lo primero que se entrega. Dos objetos que no viven al mismo tiempo pueden tener la misma dirección.
address-fresh = En una dirección que ningún objeto había tenido
address-why-not-fresh = Un `id` es una dirección, y solo es único entre objetos que viven al mismo tiempo. La memoria liberada se vuelve a usar.
address-behind = Detrás del último objeto creado
address-why-not-behind = La memoria no se entrega en una sola dirección: lo último que se liberó es lo primero que se entrega.
address-ask-bound = `{ $name }` nombra { $what }. Está a punto de ejecutarse `{ $line }`. ¿Será `id({ $name })` el mismo que antes?
address-other = No: otra dirección; la vieja queda libre
address-why-other = El objeto nuevo se crea mientras { $what } todavía está, así que necesita un lugar propio. Solo después `{ $name }` suelta el viejo, y su lugar queda libre.
address-same-name = Sí: el nombre sigue siendo el mismo
address-why-not-same-name = La dirección es la del objeto, no la del nombre: `{ $name }` apunta entonces a otro objeto.
address-never-again = No: otra dirección; la vieja no se vuelve a usar nunca
address-why-not-never-again = La memoria liberada se vuelve a entregar, quizá al próximo objeto de ese tamaño.

# Qué encuentra una recolección.
collection-ask = Ha empezado una recolección; examina { $all } de las cajas de la escena. ¿Cuántas liberará?
collection-why-none = A cada una se puede llegar desde un nombre, una llamada en curso o el intérprete: el recolector no toca nada que esté en uso.
collection-why = El recolector resta todas las referencias que vienen de los propios objetos examinados. Quien no conserva ninguna, ni es alcanzado desde otro que sí la conserva, es basura.
collection-not-all = Las mira todas, pero libera solo aquellas a las que nada lleva.
collection-some = Algunas solo hacen referencia unas a otras: nada que el programa pueda alcanzar lleva hasta ellas.
collection-each = Un ciclo no se libera como una sola cosa: se encuentra y se libera cada uno de sus objetos.
collection-reachable = El programa todavía puede alcanzarlas todas.

# En qué generación del recolector está después un objeto.
generation-ask = Ha empezado una recolección de la generación { $generation }, y { $what } está en uso. ¿En qué generación está después?
generation-why-oldest = Por encima de la generación más vieja no hay ninguna: quien sobrevive a una recolección completa está en la generación 2.
generation-why = Quien sobrevive a una recolección de la generación { $generation } sube una.
generation-stays-oldest = Por encima de la generación más vieja no hay ninguna: quien sobrevive a una recolección completa está en la generación 2. Así no se lo vuelve a examinar tan pronto.
generation-stays = Quien sobrevive a una recolección de la generación { $generation } sube una. Así no se lo vuelve a examinar tan pronto.
generation-only-new = En la generación 0 solo hay objetos nuevos.
generation-one-at-a-time = Una generación cada vez: también tiene que sobrevivir a una recolección de la siguiente.
generation-full = Una recolección completa lleva a todos los que la sobreviven a la generación más vieja.

# Qué línea se ejecuta después.
next-ask = Está a punto de ejecutarse la línea { $number }: `{ $line }`. ¿Qué línea se ejecuta después?
next-if = Esa sería la siguiente si fuera así: { $idea }
next-generator = Llamar a `{ $name }` solo crea un generador. Su cuerpo empieza cuando alguien pide el primer elemento.
next-definition = `def` crea un objeto función y le da un nombre. Su cuerpo se ejecuta cuando se la llama.
next-loop-over-wrong = No queda nada por recorrer: el bucle ha terminado.
next-loop-over = El bucle ha terminado: su iterador no tiene más elementos.
next-true = La condición es verdadera.
next-false = La condición es falsa.
next-exception = Aquí se lanza una excepción. El resto del bloque se omite, y Python busca quien la maneje.

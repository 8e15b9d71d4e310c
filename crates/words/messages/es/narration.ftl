# Lo que ha hecho un paso, en una frase: debajo de la escena, leída por lectores de pantalla, y en la transcripción.
# Un objeto se llama por su tipo y su número, como en su caja: list #7, clase Node #3. Sin artículo.

loaded = El programa está cargado. Todavía no se ha ejecutado nada.
nothing-changed = No ha cambiado nada que se pueda ver aquí.
in-phase = Recolección de la generación { $generation }, fase { $number }: { $phase }.
ended = El programa ha terminado.
ended-with-status = El programa ha terminado con código de salida { $status }.
waits = El programa espera una línea de entrada.
called = Se llama a { $function }: un marco nuevo para sus nombres.
returned = { $function } ha retornado; sus nombres ya no están.
prints = El programa imprime { $text }.
prints-to-errors = A la salida de errores va { $text }.
dies = { $object } muere: se fue su última referencia.
dies-with = { $object } muere, y con él { $others } más.
name-gone-dies = `{ $name }` ya no está, y { $object } muere: se fue su última referencia.
name-gone-dies-with = `{ $name }` ya no está: { $object } muere, y con él { $others } más.
deleted = El nombre `{ $name }` se elimina; lo que nombraba sigue viviendo.
names = `{ $name }` nombra ahora { $value }.
names-same = `{ $name }` nombra ahora lo que nombra `{ $other }`: { $value }.
names-same-counted = `{ $name }` nombra ahora { $object }, igual que `{ $other }`: su contador pasa de { $before } a { $now }.
holds-at = { $object } contiene ahora { $value } en `{ $place }`.
holds = { $object } contiene ahora { $value }.
holds-nothing-at = { $object } ya no contiene nada en `{ $place }`.
holds-nothing = { $object } ya no contiene nada.
holds-less = { $object } contiene menos que antes.
count-goes = El contador de { $object } pasa de { $before } a { $now }.
count-changed = { $object }: su contador pasa de { $before } a { $now }.
counts-changed = { $first }: su contador pasa de { $before } a { $now }; { $second }: su contador pasa de { $then } a { $today }.
object-numbered = objeto { $number }
module = el módulo

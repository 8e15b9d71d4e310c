# Ir a lo que ocurre después, u ocurrió antes: un menú, y lo que se dice cuando no es posible.

line-runs = Se ejecuta esta línea
object-made = Se crea un objeto
object-dies = Muere un objeto
collection-begins = Empieza una recolección
exception-raised = Se lanza una excepción
something-printed = Se imprime algo
name-changes = Cambia un nombre
count-changes = Cambia el contador del objeto seleccionado
selected-dies = Muere el objeto seleccionado
bytes-change = Cambian los bytes del objeto seleccionado
name-in = { $name } en { $function }

no-recording = Todavía no hay grabación.
select-first = Selecciona primero un objeto.
no-line = Aquí no se ejecuta ninguna línea.
no-name = Aquí no hay ningún nombre que vigilar.
not-alive = El objeto seleccionado no está vivo aquí.
at-the-end = Este es el final de la grabación.
at-the-start = Aquí empieza el programa.
border = La página muestra una parte de la grabación; este es su límite.

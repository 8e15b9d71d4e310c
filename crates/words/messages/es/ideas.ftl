# Ideas equivocadas sobre los nombres y la memoria, como las diría quien las tiene. Van tras una respuesta equivocada, y en la frase
# «Eso se imprimiría si fuera así: …».

assignment-copies = Una asignación copia el objeto.
arguments-are-copied = Una función recibe copias de sus argumentos.
copies-are-deep = Una copia copia también todo lo que hay dentro.
copies-are-shared = Una copia es el mismo objeto hasta que se cambia uno de los dos.
repetition-copies = Repetir una lista repite los objetos que contiene.
is-compares-values = `is` compara valores.
equal-means-apart = Cada número y cada cadena es un objeto propio.
each-call-has-its-default = Cada llamada crea de nuevo el valor por defecto.
each-instance-has-its-own = Cada instancia tiene su propio objeto en un atributo de clase.
sum-changes-in-place = `a = a + b` cambia el objeto que `a` nombra.
in-place-makes-new = `a += b` crea siempre un objeto nuevo.
functions-keep-values = Una función conserva el valor que tenía una variable cuando se creó la función.
methods-return-the-object = Un método que cambia un objeto lo devuelve.
text-changes-in-place = Un método de una cadena cambia la cadena.
assignments-reach-out = Una asignación dentro de una función cambia el nombre global.
generators-run-at-once = Llamar a una función generadora ejecuta su cuerpo.
generators-start-again = Un generador se puede recorrer otra vez.
definitions-run = `def` ejecuta el cuerpo de la función.
del-destroys = `del` destruye el objeto.
death-comes-later = Los objetos los libera algo más tarde el recolector de basura.
counting-frees-cycles = Lo que nadie puede alcanzar se libera en el acto.
collector-takes-the-living = El recolector puede llevarse lo que aún está en uso.
collector-frees-everything = El recolector libera todo lo que mira.
collector-counts-cycles = El recolector cuenta ciclos.
contents-stay = Lo que había dentro se queda.
references-do-not-count = Una referencia más o menos no cuenta.
holders-count-once = Quien hace referencia a un objeto cuenta una sola vez.
calls-hold-nothing = El argumento de una llamada no es una referencia.
ids-belong-to-names = La dirección pertenece al nombre.
ids-are-unique = Una dirección no se vuelve a usar nunca.
survivors-stay = Quien sobrevive a una recolección se queda en su generación.
survivors-are-old = Quien sobrevive a una recolección está en la generación más vieja.
errors-are-ignored = Después de un error, el programa sigue con la línea siguiente.
condition-is-otherwise = La condición da lo contrario.

# Lo que es verdad en lugar de la idea equivocada del mismo nombre.

truth-assignment-copies = Una asignación crea otro nombre para el mismo objeto.
truth-arguments-are-copied = Un parámetro es otro nombre para el objeto que dio quien llama.
truth-copies-are-deep = Una copia de un contenedor hace referencia a los mismos objetos de dentro.
truth-repetition-copies = Repetir repite las referencias, a un único y mismo objeto.
truth-is-compares-values = `is` pregunta si los dos lados son un mismo objeto.
truth-each-call-has-its-default = El valor por defecto se crea una vez, cuando se ejecuta `def`, y lo comparten todas las llamadas.
truth-each-instance-has-its-own = Un atributo de la clase es un solo objeto, que ven todas las instancias.
truth-sum-changes-in-place = `+` crea un objeto nuevo, y la asignación mueve solo este nombre.
truth-in-place-makes-new = Con una lista, `+=` cambia el objeto en su sitio, para todos los que hacen referencia a él.
truth-functions-keep-values = Una función busca la variable cuando se la llama.
truth-methods-return-the-object = Un método que cambia un objeto en su sitio devuelve `None`.
truth-text-changes-in-place = Una cadena no cambia nunca: el método devuelve una nueva.
truth-assignments-reach-out = Un nombre que se asigna en una función es local a la llamada.
truth-generators-run-at-once = El cuerpo de un generador se ejecuta a trozos, a medida que se le piden elementos.
truth-generators-start-again = Un generador que ha terminado, terminado queda.
truth-del-destroys = `del` quita un nombre; el objeto vive mientras algo haga referencia a él.
truth-calls-hold-nothing = Mientras dura la llamada, su argumento también es una referencia.
truth-collector-counts-cycles = `gc.collect()` devuelve cuántos objetos encontró.
truth-counting-frees-cycles = En un ciclo ningún contador baja a 0: de eso se encarga el recolector.
truth-otherwise = La grabación lo muestra.

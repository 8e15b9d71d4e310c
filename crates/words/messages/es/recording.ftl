# Lo que la página dice de una grabación que tiene dificultades.

did-not-stop = El motor no se detuvo cuando se le pidió.

# Observaciones en la línea de tiempo: la misma con distintas medidas de tiempo.
thinned = Esta grabación ha llegado a su límite de memoria ({ $budget } MB) y conserva menos puntos de control: uno cada { $apart } pasos; al principio, cada { $first }. Un salto vuelve a ejecutar como mucho esos pasos; los cercanos al que está en pantalla siguen siendo rápidos.
thinned-at-once = Esta grabación ha llegado a su límite de memoria ({ $budget } MB) y conserva menos puntos de control: uno cada { $apart } pasos; al principio, cada { $first }. Un salto vuelve a ejecutar como mucho esos pasos, aquí en menos de un milisegundo; los cercanos al que está en pantalla siguen siendo rápidos.
thinned-milliseconds = Esta grabación ha llegado a su límite de memoria ({ $budget } MB) y conserva menos puntos de control: uno cada { $apart } pasos; al principio, cada { $first }. Un salto vuelve a ejecutar como mucho esos pasos, aquí en unos { $time } ms; los cercanos al que está en pantalla siguen siendo rápidos.
thinned-seconds = Esta grabación ha llegado a su límite de memoria ({ $budget } MB) y conserva menos puntos de control: uno cada { $apart } pasos; al principio, cada { $first }. Un salto vuelve a ejecutar como mucho esos pasos, aquí en unos { $time } s; los cercanos al que está en pantalla siguen siendo rápidos.

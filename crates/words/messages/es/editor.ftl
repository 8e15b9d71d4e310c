# El texto del programa y los botones de encima. Las teclas van entre paréntesis.

program = Programa
costs = Costes
costs-about = Lo que cuestan las líneas: veces, instrucciones, objetos, bytes (U)
stop = Detener
stop-about = Detener la grabación (S)
run = Ejecutar
try-again = Reintentar
run-about = Ejecutar el programa (Ctrl Enter)

stops-if = se detiene si { $condition }
line-hidden = la línea { $line } está oculta: mostrarla
lines-hidden = las líneas { $first } a { $last } están ocultas: mostrarlas

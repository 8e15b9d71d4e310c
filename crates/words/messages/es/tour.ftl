# El recorrido: lo que tiene la página, en seis pasos. Cada paso es un título y unas palabras junto a la parte de la que hablan.

program = Tu programa
program-words = Escribe o pega aquí código de Python. Se ejecuta solo en cuanto haces una pausa, y se graba cada momento de la ejecución.
stepping = Recórrelo paso a paso
stepping-words = `Paso` va a la línea siguiente, las flechas del teclado van en ambos sentidos, y el deslizador va a cualquier parte. Al retroceder no se pierde nada.
sentence = Una frase
sentence-words = Aquí está lo que hizo el último paso. Aquello de lo que habla se ve en naranja en todos los demás sitios.
stage = Nombres y objetos
stage-words = A la izquierda, los nombres; a la derecha, los objetos a los que hacen referencia. La insignia negra cuenta las referencias: con 0, un objeto muere. Haz clic en una caja para mirar sus bytes.
layers = Cuatro capas
layers-words = Nombres, objetos, asignador, recolector: cada una muestra más de la máquina. Empieza con las dos primeras.
rest = Todo lo demás
rest-words = `Ctrl K` abre todos los comandos, `?` dice todas las teclas, y la transcripción cuenta toda la ejecución en palabras.

# Glosario: las palabras que esta traducción usa siempre igual (las de la traducción oficial de la documentación de Python, donde las tiene).
#
# object: objeto                        reference: referencia                 reference count: contador de referencias (corto: contador)
# name: nombre (vinculado a un objeto)  variable: variable                    heap, heap map: montón, mapa del montón
# block: bloque                         pool: pool (los pools)                arena: arena
# size class: clase de tamaño           free list: lista de libres            allocator: asignador
# frame: marco                          call: llamada                         value stack: pila de valores
# stop: parada                          step: paso                            instruction: instrucción
# recording: grabación                  timeline, strip: línea de tiempo      engine: motor
# collector: recolector                 collection: recolección               generation: generación
# threshold: umbral                     scratch count: contador provisional   candidate: candidato
# condemned: condenado                  reachable: alcanzable, inalcanzable   to rescue: rescatar
# tracked, watched: rastreado           finalizer: finalizador                callback: retrollamada
# weak reference: referencia débil      cycle, ring: ciclo                    garbage: basura
# immortal: inmortal                    interning: internar, internado        cell (closure): celda
# slot: slot                            item: elemento                        member (set): miembro
# key (dict): clave                     key (keyboard): tecla                 str: cadena
# bookmark: marcador                    lifeline: línea de vida               ledger: historial
# badge: insignia                       stage: escena                         box: caja
# to fold, unfold: plegar, desplegar    to hold: retener                      to let go: soltar
# to free: liberar                      to raise (exception): lanzar          breakpoint: punto de interrupción
# alternative: alternativa              exercise: ejercicio                   prediction: predicción
# transcript: transcripción             take away: exportar                   storyboard: guion gráfico
# lecture mode: modo clase              speaker notes: notas del orador       layer: capa

# Lo que hacen las teclas: en la lista de teclas y entre los comandos.
step-on = Avanzar a la línea siguiente, o a la fase siguiente de una recolección
step-back = Un paso atrás
step-over = Pasar por encima de una llamada
step-back-over = Retroceder por encima de una llamada
step-out = Salir de la función
step-back-out = Volver a la línea que llamó a la función
instruction-on = Avanzar una instrucción; en una recolección, un objeto o una referencia
instruction-back = Retroceder una instrucción; en una recolección, un objeto o una referencia
first-stop = Primera parada
last-stop = Última parada
play = Reproducir o pausar
continue = Continuar hasta el siguiente punto de interrupción; si no hay ninguno, hasta el final
continue-back = Volver al punto de interrupción anterior
next-on-line = La próxima vez que se ejecuta esta línea; Shift y cualquiera de estas teclas: la vez anterior
next-made = Siguiente objeto creado
next-death = Siguiente muerte de un objeto
next-collection = Siguiente recolección
next-exception = Siguiente excepción lanzada
next-output = Siguiente salida
next-of-name = Siguiente cambio del nombre vigilado
next-of-count = Siguiente cambio del contador del objeto seleccionado
death-of-selected = Muerte del objeto seleccionado
next-of-bytes = Siguiente cambio de los bytes del objeto seleccionado
next-phase = Siguiente fase de una recolección
play-collection = Reproducir la recolección desde aquí hasta su final, o pausarla; fuera de una, la siguiente recolección
move-back = En una recolección: un objeto o una referencia atrás
layers = Nombres, Objetos, Asignador, Recolector
lessons = La lista de lecciones
cards = En una lección: ficha siguiente, ficha anterior
tidy = Ordenar la escena
size = Dibujar la escena más grande, más pequeña
fit = Toda la escena a la vista
find = Buscar un objeto por nombre, tipo, valor, número o dirección
as-objects = Números y cadenas en su sitio, o como los objetos que son
fold = Plegar o desplegar la caja seleccionada
pin = Fijar la caja seleccionada donde está, o soltarla
hide = Ocultar el objeto seleccionado; Shift Delete vuelve a mostrarlos todos
undo = Deshacer lo hecho en la escena
colouring = Mapa del montón: siguiente criterio de color
all-blocks = Mapa del montón: todos los bloques de todos los pools, o los pools y uno de ellos abierto
large-map = Mapa del montón: tan grande como la ventana, o en su sitio
bytes = El objeto o bloque seleccionado, byte a byte
hide-name = Ocultar el último nombre señalado
redo = Rehacer lo deshecho
follow = Que la escena siga los pasos, o se quede quieta
select-nothing = No seleccionar nada; en el programa: después, Tab sale de él
fields = Campos del objeto seleccionado
ledger = Su historial: cada cambio de su contador, y su vida
why-alive = Por qué sigue vivo, y qué lo liberaría
costs = Lo que cuestan las líneas
alternative-collect = Alternativa: hacer aquí una recolección completa
alternative-disable = Alternativa: desactivar aquí el recolector
leave-alternative = Salir de la alternativa
stop = Detener la grabación
input = Ir a la línea de entrada que el programa espera
run-now = En el programa: ejecutarlo ya
breakpoint = En el programa: poner o quitar un punto de interrupción
condition = En el programa: cuándo detiene el punto de interrupción; también con clic derecho a la izquierda de la línea
arrangement = Siguiente disposición de los paneles: portátil, proyector, incrustado, teléfono
view-menu = El menú de colores y paneles
go-to-menu = El menú de lugares a los que ir
fold-program = Plegar o desplegar la columna del programa
fold-details = Plegar o desplegar los detalles
next-panel = Al panel siguiente, al panel anterior
copy-link = Copiar un enlace a este programa y este momento
bookmark = Poner un marcador aquí, o quitar el que hay
bookmark-before = Marcador anterior
bookmark-next = Marcador siguiente
lifeline = Conservar la línea de vida del objeto seleccionado, o quitarla
bookmark-list = La lista de marcadores y líneas de vida
lecture = Modo clase, o volver: letra grande, teclas de un mando de presentaciones, un foco
notes = La ventana de notas del orador
transcript = Leer la transcripción: toda la grabación en palabras
take-away = Exportar: imágenes, una animación, un guion gráfico, una página que funciona sin red, una comprobación para tu propio Python
exercise = Ejercicio: dibuja adónde apuntan los nombres, pon los contadores, marca lo que muere y luego ejecuta la línea
questions = Preguntas: predecir lo que viene antes de que ocurra, o dejar de hacerlo
all-commands = Todos los comandos
this-list = Esta lista

hall-on = Adelante: al siguiente marcador, o un paso
hall-back = Atrás
hall-step = Un paso
hall-story = Adelante significa marcadores, o cada paso
hall-ask = Preguntar al aula qué pasa ahora, o dejar de preguntar
hall-black = Negro, y de vuelta
hall-spot = Foco: puntero, objeto, apagado
hall-dot = Un punto rojo en lugar del puntero
hall-code = Con el programa, o sin él

# Quejas sobre un enlace a esta página, cuando no se entiende una parte. Los nombres y valores del enlace están en inglés en todos los
# idiomas.

later-version = El enlace se creó para una versión posterior ({ $version }) de esta página: puede faltar una parte.
other-python = El enlace pide Python { $version }; esta página muestra Python 3.12.
unknown = El enlace dice { $name }, algo que esta página no conoce.
program-at = El enlace dice { $said }, y codeurl es la ruta de un archivo en el servidor de esta página.
example = El enlace dice { $said }, y example es el nombre de un ejemplo, como aliasing.
lesson = El enlace dice { $said }, y lesson es el nombre de una lección.
card = El enlace dice { $said }, y card es el número de una ficha, desde 1, detrás de una lección.
stop = El enlace dice { $said }, y stop es el número de una parada, o last.
line = El enlace dice { $said }, y line es una línea, o una línea y la vez en que se ejecuta, como 5:3.
object = El enlace dice { $said }, y object es el número de un objeto.
layer = El enlace dice { $said }, y layer es names, objects, allocator o collector.
theme = El enlace dice { $said }, y theme es light, dark o contrast.
map = El enlace dice { $said }, y map es type, size, age, generation u occupancy.
speed = El enlace dice { $said }, y speed es slow, medium o fast.
panels = El enlace dice { $said }, y panels es laptop, projector, embed o phone.
folded = El enlace dice { $said }, y folded es alguno de program, output, details, map y collector, separados por comas.
breakpoints = El enlace dice { $said }, y break son líneas separadas por comas.
yes-or-no = El enlace dice { $said }, y { $name } es 1 o 0.
bookmark = El enlace dice { $said }, y mark es una parada y un nombre, como 12:La lista crece.
values = El enlace dice { $said }, y values es objects o inplace.
parts = El enlace dice { $said }, y parts es alguno de { $words }, separados por comas.
questions = El enlace dice { $said }, y questions es 1, 0 u own.
range = El enlace dice { $said }, y range son dos paradas, como 4-20.
hide = El enlace dice { $said }, y hide son líneas, como 1-3,9.
host = El enlace dice { $said }, y host es el origen de la página que la rodea, como https://example.org.

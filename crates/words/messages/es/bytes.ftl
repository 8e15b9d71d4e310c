# Un trozo de memoria byte a byte, con los campos que lo forman.

bytes = Bytes
back = Volver
back-about = A los bytes que se mostraban antes
close = Cerrar
close-about = No mostrar bytes (')
table = Bytes y campos
no-memory = En este paso no hay memoria en esta dirección.
place = { $size ->
    [one] { $place }: { $size } byte en { $address }
    [many] { $place }: { $size } de bytes en { $address }
   *[other] { $place }: { $size } bytes en { $address }
}
window = Se muestran los bytes { $first } a { $last }.
before = Anteriores
before-about = Los bytes que van antes de estos
behind = Siguientes
behind-about = Los bytes que van después de estos
fields-of = Campos de { $piece }
byte-head = Byte
field-head = Campo y tipo
value-head = Valor y significado
follow = A { $address }: sus bytes

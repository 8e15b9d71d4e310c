# El borde de un panel: se arrastra, o se mueve con teclas. Un panel plegado lo deja como asa.

name = Tamaño del panel { $panel }
folded = plegado
pixels = { $size ->
    [one] { $size } píxel
    [many] { $size } de píxeles
   *[other] { $size } píxeles
}
percent = { $size ->
    [one] { $size } por ciento
    [many] { $size } por ciento
   *[other] { $size } por ciento
}
folded-title = { $panel }: plegado; un clic lo despliega (Enter)
folded-title-key = { $panel }: plegado; un clic lo despliega (Enter o { $key })
title = { $panel }: arrastrar, o flechas; doble clic para el tamaño habitual (Enter pliega)
title-key = { $panel }: arrastrar, o flechas; doble clic para el tamaño habitual (Enter o { $key } pliega)

# El motor que ejecuta el programa: lo que se dice cuando no lo hace, o cuando algo no llega.

no-worker = Este navegador no deja que la página inicie un «worker».
search-given-up = Se abandonó la búsqueda.
server-said = el servidor respondió { $status }.
damaged = está dañado, o no se copió entero.
one-alternative = Sal primero de esta alternativa: junto a la grabación solo se puede mirar una.

# La elección del idioma de la página: en el menú de la vista y entre los comandos. Cada idioma lleva en todas partes su propio nombre.

label = Idioma
title = Elegir el idioma de la página
choose = Idioma: { $name }
unknown = Aquí no hay ningún idioma «{ $code }».
broken = No se pueden leer los mensajes en { $name }: { $why }.
of-another-version = Los mensajes en { $name } son de otra versión de la página. Vuelve a cargar la página.
not-fetched = No se pudieron obtener los mensajes en { $name }. ¿Hay conexión de red?
in-link = El enlace dice { $said }, y language es uno de { $codes }.
stays-english = La página está en inglés.

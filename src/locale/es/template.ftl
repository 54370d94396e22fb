# Los textos de los avisos

template-own = Propio
template-shipped = Del programa
template-none = Página general
template-absent = Ninguno
template-set = { $name } ({ $language }) queda con el texto propio.
template-reset = { $name } ({ $language }) queda con el texto del programa.
template-unknown = no existe el texto «{ $name }»
template-not-set = «{ $name }» no tiene texto propio: los avisos salen con la página general
template-not-there = «{ $name }» no tiene ninguno propio
template-no-picture = «{ $name }»: el archivo no es una imagen SVG, PNG o JPEG
template-size = «{ $name }»: el texto está vacío o pasa de { $max } KiB
template-whole = { $text }
template-place = { $text }, línea { $line }, columna { $column }
template-no-such-fact = el texto usa «{ $fact }», un dato que no existe
template-not-given = el texto usa un dato que no todos los avisos tienen; pregunte primero si está, con if
template-no-subject = el texto no define el asunto: falta set subject
template-syntax = el texto no se puede leer
template-other = el texto no se puede aplicar

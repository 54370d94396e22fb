# El registro

desk-begun = Registro creado: { $file }
desk-begun-hint = hint: siga con las dependencias (ata org add) y las personas (ata person add), o registre la primera necesidad: ata need add "…"
desk-another = { $path } ya es el registro de otra configuración ({ $institution })
desk-profile-wrong = 
    el perfil { $file } tiene { $n ->
        [one] un error
       *[other] { $n } errores
    }
desk-profile-stdin = de la entrada estándar

desk-no-organisations = No hay entidades registradas con ese nombre.
desk-org-code-taken = el código «{ $code }» ya es de { $id } { $name }
desk-org-name-taken = ya hay otra entidad con ese nombre y la misma dependencia: { $id } { $name }
desk-org-ring = «{ $name }» quedaría dependiendo de sí misma

desk-no-persons = No hay personas registradas con esas condiciones.
desk-person-other-name = aviso: { $id } está con otro nombre: { $name }; se conserva (ata person edit { $id } --name …)
desk-person-namesake = aviso: { $other } tiene el mismo nombre que { $id }: ata person same { $other } { $id } (es la misma persona) o ata person different { $other } { $id }
desk-person-only-name = aviso: sin documento, correo ni entidad, { $id } no se distingue de alguien con el mismo nombre
desk-person-document-taken = el documento { $doc } ya es de { $id } { $name }
desk-merge-itself = las dos referencias son la misma persona, { $id }
desk-merged-already = { $id } ya se unificó con { $into }
desk-merge-documents = aviso: tenían documentos distintos; queda { $kept } y no { $other } (para volver atrás: ata undo)
desk-no-candidates = No hay personas que parezcan registradas dos veces.
desk-candidates-hint = hint: ata person same { $a } { $b } (son la misma persona) · ata person different { $a } { $b } (no se vuelve a preguntar)

desk-no-boards = No hay mesas registradas.

desk-no-imports = No se ha recibido ningún archivo.
desk-import-undone =
    { $import } retirada ({ $file }): { $n ->
        [0] ningún registro menos
        [one] un registro menos
       *[other] { $n } registros menos
    }
desk-import-gone = { $import } ya estaba retirada
desk-import-kept =
    { $n ->
        [one] Un registro se queda:
       *[other] { $n } registros se quedan:
    }

desk-skip-past = { $case } ya pasó por la etapa «{ $stage }» y está en «{ $at }»
desk-skip-never = el perfil no permite omitir la etapa «{ $stage }» ({ $case } está en «{ $at }»)
desk-skip-not-yet = { $case } está en «{ $at }» y todavía no llega a «{ $stage }»
desk-cancel-told =
    { $n ->
        [one] hint: a una persona ya se le había avisado; avísele de la cancelación: ata notify draft { $case } --as cancellation --signed-by PERSONA
       *[other] hint: a { $n } personas ya se les había avisado; avíseles de la cancelación: ata notify draft { $case } --as cancellation --signed-by PERSONA
    }

desk-no-profile = no hay ningún perfil «{ $name }» en el programa ni en el registro
desk-profile-unknown = no hay ningún perfil «{ $name }» en el programa, ni un archivo con ese nombre
desk-profile-in-force = vigente
desk-profile-sound = { $file }: el perfil «{ $name }» no tiene errores
desk-profile-now = Perfil vigente: { $name }, versión { $version } ({ $title })
desk-profile-same-version = aviso: el texto cambió y el número de versión sigue siendo { $version }; súbalo en el archivo para distinguirlas
desk-profile-other-place =
    { $n ->
        [one] ya hay una asistencia registrada
       *[other] ya hay { $n } asistencias registradas
    } con país { $country } y prefijo { $prefix }: el perfil no los puede cambiar a { $new_country } y { $new_prefix }

desk-fault-syntax = { $at }: el archivo no es TOML; quien lo lee dice, en inglés: «{ $detail }»
desk-fault-repeated-field = { $at }: el campo «{ $field }» está dos veces
desk-fault-unknown-field =
    { $at }: el campo «{ $field }» no existe{ $way ->
        [near] ; ¿quiso decir «{ $help }»?
        [known] ; los de esta tabla son: { $help }
       *[none] {""}
    }
desk-fault-missing-field = { $at }: falta el campo «{ $field }»
desk-fault-missing-stage = { $at }: falta la etapa [stage.{ $stage }]
desk-fault-wrong-type = { $at }: «{ $field }» debe ser { $expected } y es { $found }
desk-fault-blank = { $at }: «{ $field }» está vacío
desk-fault-several-lines = { $at }: «{ $field }» debe caber en una línea, sin saltos ni caracteres de control
desk-fault-empty-list = { $at }: la lista «{ $field }» está vacía
desk-fault-out-of-range = { $at }: «{ $field }» es { $value } y debe estar entre { $min } y { $max }
desk-fault-unknown-word =
    { $at }: «{ $field }»: «{ $word }» no es { $vocabulary }{ $way ->
        [near] ; ¿quiso decir «{ $help }»?
        [known] ; puede ser: { $help }
       *[none] {""}
    }
desk-fault-unknown-control =
    { $at }: «{ $word }» no es un punto de control de la etapa { $stage }{ $way ->
        [near] ; ¿quiso decir «{ $help }»?
        [known] ; los de esta etapa son: { $help }
       *[none] {""}
    }
desk-fault-control-of-other-stage = { $at }: el punto de control «{ $control }» es de la etapa { $guards } y está en { $stage }
desk-fault-bad-prefix = { $at }: el prefijo «{ $value }» debe tener de 1 a 8 letras mayúsculas de la A a la Z
desk-fault-bad-key = { $at }: «{ $field }»: la clave «{ $value }» solo puede llevar minúsculas sin tilde, cifras, «_» y «-»
desk-fault-bad-series-code = { $at }: el código de serie «{ $value }» solo puede llevar letras, cifras, «.» y «-»
desk-fault-unknown-series = { $at }: la tabla de retención de este perfil no tiene la serie «{ $value }»
desk-fault-bands-overlap = { $at }: «{ $key }» incluye edades que ya incluye «{ $other }» en la línea { $first }
desk-fault-bad-disposal = { $at }: la disposición final «{ $value }» debe ser CT, E o S, sola o unida con «+» a M o D (CT+D)
desk-fault-repeated = { $at }: { $what } «{ $key }» ya está en la línea { $first }
desk-fault-no-weight = { $at }: todos los pesos de la prioridad son cero: todas las necesidades quedarían iguales
desk-fault-scale-order = { $at }: el mínimo de la escala ({ $min }) no es menor que el máximo ({ $max })
desk-fault-satisfied-outside-scale = { $at }: «satisfied_from» es { $value } y la escala va de { $min } a { $max }
desk-fault-label-count =
    { $at }: { $labels ->
        [one] hay un nombre
       *[other] hay { $labels } nombres
    } para los { $values } valores de la escala
desk-fault-too-few-options = { $at }: la pregunta de selección «{ $item }» necesita al menos dos opciones y tiene { $options }
desk-fault-unused-options = { $at }: «{ $item }» tiene opciones y no es de selección (kind = "choice")
desk-fault-shortcut-backwards = { $at }: un atajo va hacia adelante, y de { $stage } a { $to } no

desk-type-text = un texto entre comillas
desk-type-whole = un número entero
desk-type-fraction = un número con decimales
desk-type-flag = true o false
desk-type-date = una fecha
desk-type-list = una lista
desk-type-table = una tabla

desk-vocabulary-country = un país conocido
desk-vocabulary-language = un idioma conocido
desk-vocabulary-time-zone = una zona horaria
desk-vocabulary-weekday = un día de la semana
desk-vocabulary-stage = una etapa
desk-vocabulary-origin = un origen de necesidades
desk-vocabulary-activity = una actividad del plan
desk-vocabulary-record-source = una fuente de registros
desk-vocabulary-item-kind = un tipo de pregunta

desk-named-control = el punto de control
desk-named-record = el registro documental
desk-named-section = la sección
desk-named-item = la pregunta
desk-named-series = la serie
desk-named-label = el nombre de la escala
desk-named-choice = la opción

desk-document-missing = { $option }: «{ $value }» no es un documento; si la persona no lo tiene, no lo indique
desk-document-no-digits = { $option }: «{ $value }» no tiene ninguna cifra
desk-document-unknown-type = { $option }: «{ $word }» no es un tipo de documento conocido; los del país son: { $known }
desk-document-type-conflict = { $option }: «{ $value }» dice { $written }, que es otro tipo de documento
desk-document-digits-lost = { $option }: una hoja de cálculo redondeó el número «{ $value }» y perdió sus últimas cifras
desk-document-length = { $option }: «{ $value }» tiene { $found } caracteres y un documento { $kind } lleva de { $min } a { $max }
desk-document-letters = { $option }: «{ $value }» lleva letras y un documento { $kind } solo cifras
desk-document-check-digit = { $option }: el dígito de verificación de «{ $value }» debería ser { $expected }; revise todo el número
desk-document-stray-check-digit = { $option }: «{ $value }» termina en una cifra aparte y un documento { $kind } no lleva dígito de verificación
desk-document-ambiguous-check-digit = { $option }: en «{ $value }» no se sabe si la última cifra es el dígito de verificación; sepárela con un guion
desk-document-repeated = { $option }: «{ $value }» repite una sola cifra: es un número de relleno
desk-document-prefix = { $option }: «{ $value }» empieza por { $found } y ningún documento { $kind } empieza así
desk-document-malformed = { $option }: «{ $value }» no es un solo número de documento; escriba, por ejemplo, CC:1098765432

desk-email-missing = { $option }: «{ $value }» no es un correo; si no lo hay, no lo indique
desk-email-control = { $option }: el correo lleva un salto de línea u otro carácter de control
desk-email-several = { $option }: «{ $value }» son varios correos; indique uno
desk-email-display-text = { $option }: escriba solo la dirección, sin el nombre: «{ $value }»
desk-email-external-account = { $option }: «{ $value }» es el nombre de una cuenta externa, no un correo
desk-email-domain = { $option }: al dominio de «{ $value }» le falta el final (.gov.co, .org …)
desk-email-too-long = { $option }: el correo es demasiado largo
desk-email-syntax = { $option }: «{ $value }» no es un correo
desk-phone = { $option }: «{ $value }» no es un teléfono

desk-territory-missing = { $option }: falta el código del territorio
desk-territory-not-digits = { $option }: el código de territorio «{ $value }» solo lleva cifras
desk-territory-length = { $option }: el código de territorio «{ $value }» tiene { $found } cifras y debe tener alguna de estas cantidades: { $accepted }
desk-territory-lost-zero = { $option }: el código de territorio «{ $value }» perdió el cero inicial: { $expected }
desk-territory-unknown-department = { $option }: ningún departamento o estado tiene el código { $found } («{ $value }»)
desk-territory-check-digit = { $option }: la última cifra de «{ $value }» debería ser { $expected }
desk-territory-area = { $option }: la quinta cifra de «{ $value }» es { $found } y debe ser 1 (urbana) o 6 (rural)

desk-forgotten =
    { $n ->
        [0] { $person }  { $name } · no había nada que olvidar
        [one] { $person }  { $name } · olvidado lo que dijo en una jornada
       *[other] { $person }  { $name } · olvidado lo que dijo en { $n } jornadas
    }
desk-holiday-law = por ley
desk-holiday-added = agregado
desk-holiday-removed = no se observa
desk-holiday-optional = a decisión de la entidad
desk-holiday-name = { $date } no es festivo por ley: diga cómo se llama el día
desk-holiday-none = { $date } no es festivo
desk-holiday-now-added = { $what }: la entidad no trabaja ese día.
desk-holiday-now-removed = { $what }: es día hábil.
desk-holiday-now-left-out = { $what }: no se observa en ningún año.
desk-holiday-now-law = { $what }: se observa como dice la ley.
desk-holiday-term =
    { $from } → { $to }: { $n ->
        [one] un día hábil
       *[other] { $n } días hábiles
    }
desk-import-restored =
    { $n ->
        [one] Un registro vuelve a estar como antes
       *[other] { $n } registros vuelven a estar como antes
    }
desk-kept-edited = alguien lo cambió después
desk-kept-in-use = ya figura en otra parte
desk-kept-other-file = también figura en otro archivo
desk-merge-settled = con esto quedan resueltas las filas { $rows }
desk-told-apart = { $a } no es { $b }; no se volverá a preguntar
desk-different-joined = { $a } y { $b } ya se unificaron

# Documentos impresos (ata paper)

desk-paper-one =
    { $pages ->
        [one] { $name }  { $title } · { $pages } página
       *[other] { $name }  { $title } · { $pages } páginas
    }
desk-paper-many =
    { $n ->
        [one] { $n } documento en «{ $folder }»
       *[other] { $n } documentos en «{ $folder }» ({ $pages } páginas)
    }
desk-paper-filed = Archivado en el expediente como { $document }
desk-paper-workbook =
    { $rows ->
        [one] { $file }: { $rows } fila
       *[other] { $file }: { $rows } filas
    }
desk-paper-not-about = de «{ $value }» no se imprime «{ $kind }»
desk-paper-about-what = falta decir de qué se imprime «{ $kind }»
desk-paper-about-message = indique un mensaje, una jornada o una asistencia: ata paper { $kind } 1-S1
desk-paper-about-session = indique una jornada o una asistencia: ata paper { $kind } 1-S1
desk-paper-about-case = indique una asistencia: ata paper { $kind } 1
desk-paper-about-group = indique una asistencia o un grupo, o nada para abarcarlo todo: ata paper { $kind } GRUPO --year 2026
desk-paper-about-owner = indique una asistencia, una jornada, una persona o una entidad, o nada para abarcar lo pendiente: ata paper { $kind } 1
desk-paper-no-sessions = la asistencia { $case } no tiene jornadas
desk-paper-nobody-invited = en la jornada { $session } no hay personas convocadas
desk-paper-nobody-earned = nadie en la jornada { $session } alcanzó el { $threshold } % de asistencia que pide el certificado
desk-paper-not-earned = { $person } no alcanzó en la jornada { $session } la asistencia que pide el certificado
desk-paper-no-minutes = no se ha anotado el acta de la jornada { $session }: no hay nada que archivar
desk-paper-ahead = «{ $kind }» no se expide todavía: la jornada { $session } empieza el { $start }
desk-paper-unfinished = no se certifica todavía: la jornada { $session } termina el { $end }
desk-paper-early = no se certifica con una fecha anterior al final de la jornada { $session }: { $end }
desk-paper-blank = «{ $kind }» de { $about } está en blanco: no hay nada que archivar
desk-paper-other-kind = { $message } es «{ $is }»: no se imprime como «{ $kind }»
desk-paper-over = «{ $kind }» no anuncia lo que ya pasó: la jornada { $session } fue el { $day } y no consta que se haya comunicado; con --date se imprime lo que se envió por otro medio
desk-paper-not-asked = el perfil no pide datos del enfoque diferencial
desk-paper-unclassified = el expediente { $case } no está clasificado en ninguna serie: no figura en el inventario
desk-paper-several = son { $n } documentos y se indicó un solo archivo
desk-paper-form = la forma «{ $form }» no se imprime: los documentos salen en .pdf y las tablas en .xlsx
desk-paper-only-workbook = «{ $kind }» es una tabla y solo sale en .xlsx
desk-paper-no-workbook = «{ $kind }» no es una tabla; en .xlsx salen: { $known }
desk-paper-file-workbook = al expediente se archivan documentos (.pdf), no tablas
desk-paper-no-file = «{ $kind }» no se archiva en un expediente
desk-paper-fault = la plantilla { $file } tiene un error: { $message }
desk-paper-fault-place = línea { $line }, columna { $column }
desk-paper-fault-file = en { $file }
desk-paper-fault-hint = { $hint }
desk-typst-unclosed = la plantilla { $file } tiene un error: falta cerrar un paréntesis, un corchete o una llave
desk-typst-unopened = la plantilla { $file } tiene un error: se cierra un paréntesis, un corchete o una llave que no se abrió
desk-typst-string = la plantilla { $file } tiene un error: falta cerrar unas comillas
desk-typst-variable = la plantilla { $file } tiene un error: no existe la variable «{ $subject }»
desk-typst-key = la plantilla { $file } tiene un error: no existe el dato «{ $subject }»
desk-typst-font = la plantilla { $file } tiene un error: no existe la fuente «{ $subject }»
desk-typst-no-file = la plantilla { $file } tiene un error: no se encuentra un archivo que pide
desk-typst-argument = la plantilla { $file } tiene un error: a una función se le da algo que no espera: { $subject }
desk-typst-expression = la plantilla { $file } tiene un error: falta una expresión
desk-typst-comma = la plantilla { $file } tiene un error: falta una coma
desk-typst-zero = la plantilla { $file } tiene un error: divide entre cero
desk-typst-endless = la plantilla { $file } tiene un error: repite algo sin fin
desk-typst-picture = { $file } no es una imagen que se pueda imprimir: sirven SVG, PNG y JPEG
desk-paper-without-pdf = este programa se compiló sin la parte que imprime en PDF: de los documentos solo da las tablas en .xlsx
desk-paper-without-pdf-hint = instale el programa completo (cargo install sin --no-default-features), o pida una tabla: ata paper schedule --out cronograma.xlsx
desk-begun-before = El registro ya existía: { $file }
desk-not-taken = aviso: { $what } ya estaba así («{ $kept }») y así queda; no se tomó { $option }

# Archivos recibidos

import-done =
    { $file } ({ $source }): { $rows ->
        [one] 1 fila
       *[other] { $rows } filas
    }
import-nothing = { $file }: no había nada nuevo
import-rejects = 
    { $n ->
        [one] Una fila no se pudo leer
       *[other] { $n } filas no se pudieron leer
    }
import-warning = aviso: línea { $line }: { $code } { $detail }
import-new-people = personas nuevas
import-matched = reconocidas
import-people = personas
import-responses = respuestas
import-review = por revisar
import-updated = actualizadas
import-unchanged = sin cambios
import-ignored = pasadas por alto
import-rejected = rechazadas
import-reason-no-identifier = no hay nombre, documento ni correo

import-added = nuevas
import-no-column = en { $file } no hay ninguna columna «{ $column }»; hay: { $found }
import-columns = una fila debe nombrar las columnas, o diga cuál es cada una: --map CAMPO=COLUMNA; se entienden: { $columns }
import-warning-whole = aviso: { $code } { $detail }
import-warnings-more = y { $n } avisos más (todos con --json)
import-map-wrong = --map «{ $value }»: escriba CAMPO=COLUMNA

import-reason-missing = falta
import-reason-unseen-signs = tiene caracteres que no se ven
import-reason-too-long = es demasiado largo
import-reason-invalid-date = no es una fecha; escriba 2026-03-04 o 4/3/2026 (día primero)
import-reason-unknown-word = no es una palabra de la lista
import-reason-not-1-to-5 = debe ser un número de 1 a 5
import-reason-not-yes-or-no = debe ser sí o no
import-reason-not-registered = no está en el registro
import-reason-fits-several = puede ser más de una
import-reason-invalid-document = no es un documento de identidad válido
import-reason-invalid-territory = no es un código de territorio del país
import-reason-code-of-another = ese código es de otra entidad
import-reason-name-of-another = ese nombre es de otra entidad, con otro código
import-reason-depends-on-itself = dependería de sí misma
import-reason-json-invalid = no es un objeto JSON en una línea
import-reason-value-not-text = debe ser un texto, un número o una lista de textos
import-reason-several-values = solo admite un valor
import-reason-too-many-cells = la fila tiene más celdas que el encabezado; ponga entre comillas el texto que contiene el separador
import-reason-invalid-minutes = los minutos no son un número entero posible
import-reason-invalid-time = la hora o la fecha no se entiende
import-reason-invalid-status = el estado de asistencia no se reconoce
import-reason-leave-before-join = la salida es anterior a la entrada
import-reason-name-too-long = el nombre es demasiado largo
import-reason-document-digits-lost = la hoja de cálculo perdió cifras del documento y no hay nombre ni correo
import-reason-no-session = no dice de qué jornada es
import-reason-unknown-session = la asistencia no tiene esa jornada
import-reason-other-session = es de otra jornada
import-reason-session-cancelled = esa jornada fue cancelada
import-reason-out-of-scale = el valor está fuera de la escala
import-reason-not-on-scale = no es un valor de la escala
import-reason-unknown-option = no es una de las opciones

import-warning-column-ignored = columna que no se usa:
import-warning-invalid-email = correo que no sirve, se deja vacío:
import-warning-organisation-unknown = la entidad no está registrada, se deja vacía:
import-warning-person-unknown = la persona no está registrada, se deja vacía:
import-warning-other-name = el documento ya es de alguien con otro nombre, que se conserva:
import-warning-row-contradicts = otra fila de la misma persona dice otra cosa; se conserva lo de la primera:
import-warning-namesake = ya había alguien con el mismo nombre:
import-warning-double-encoded = el texto venía con las tildes dañadas y se reparó
import-warning-undecodable-bytes = hay caracteres que no se pudieron leer
import-warning-looks-like-dos = parece un archivo de DOS y se leyó como tal; revise las tildes:
import-warning-nul-bytes = hay bytes nulos, que se pasaron por alto
import-warning-duplicate-column = la columna está dos veces:
import-warning-no-rows = el archivo no tiene filas
import-warning-formula-text = una celda parece una fórmula y se tomó como texto:
import-warning-formula-without-value = una fórmula sin resultado guardado quedó vacía
import-warning-cell-error = una celda con error quedó vacía:
import-warning-number-precision = un número tiene más cifras de las que guarda una hoja de cálculo:
import-warning-other-sheets = el libro tiene otras hojas, que no se leyeron:

import-fault-changed-meanwhile = { $file } cambió mientras se leía (línea { $line })
import-fault-empty = { $file } está vacío
import-fault-too-large = { $file } pesa { $size } MiB y se admiten { $limit } MiB
import-fault-unknown-encoding = «{ $value }» no es una codificación conocida
import-fault-unsupported-container = { $file } es de tipo { $value }, que no se puede leer; guárdelo como CSV o XLSX
import-fault-encrypted = { $file } tiene contraseña: guárdelo sin ella
import-fault-damaged = { $file } está dañado o incompleto y no se puede abrir
import-fault-unpacks-too-large = { $file } ocupa desempaquetado más de { $limit } MiB
import-fault-too-many-cells = { $file } tiene más de { $limit } celdas
import-fault-unclosed-quote = { $file }: las comillas que se abren en la línea { $line } no se cierran
import-fault-cell-too-large = { $file }: la celda de la línea { $line }, columna { $column }, pasa de { $limit } MiB
import-fault-too-many-columns = { $file }: la línea { $line } tiene más de { $limit } columnas
import-fault-no-header = en { $file } ninguna fila nombra las columnas
import-fault-row = línea { $line }: { $cells }
import-fault-unknown-column = en { $file } no hay una columna «{ $value }» para { $field }; hay: { $found }
import-fault-unknown-field = «{ $field }» no es un dato que se pueda leer de una columna
import-fault-unknown-sheet = en { $file } no hay una hoja «{ $value }»; hay: { $found }
import-fault-not-this-source = { $file } no tiene la forma de un archivo { $value }
import-fault-ambiguous-dates = { $file }: en «{ $value }» (línea { $line }) no se sabe cuál es el día y cuál el mes
import-reason-required = falta este dato
import-reason-repeated = ya está en el archivo con otros datos
import-reason-text = el texto es demasiado largo o tiene caracteres que no se permiten
import-reason-years = los años son un número entero de 0 a 200
import-reason-series-code = el código solo admite letras, cifras, guiones y puntos
import-reason-disposal = la disposición es CT, E o S, sola o con + M o + D
import-warning-several-emails = varios correos; se tomó el primero:
import-warning-document-repaired = documento recuperado de un número de hoja de cálculo:
import-warning-document-digits-lost = la hoja de cálculo perdió cifras del documento; la fila se conserva sin él:
import-warning-invalid-document = documento no válido; la fila se conserva sin él:
import-warning-invalid-territory = código de territorio no válido:
import-warning-ditto = comillas de repetición; se copió lo de arriba:
import-warning-presence-unclear = no es claro si asistió; se contó como presente, o según sus minutos:
import-warning-shared-email = correo compartido por varias personas:
import-warning-name-conflict = el mismo documento con nombres distintos:
import-warning-name-differs = mismo documento o correo con otro nombre:
import-warning-name-cleaned = nombre con caracteres invisibles; se quitaron:
import-warning-name-from-email = persona nueva sin nombre; queda con su correo:
import-warning-possible-duplicate = puede ser la misma persona:
import-warning-merged-by-name = filas unidas solo por el nombre:
import-warning-several-people-fit = puede ser de varias personas; espera a que alguien diga de quién es:
import-warning-email-differs = otro correo que el registrado; no se cambió:
import-warning-phone-differs = otro teléfono que el registrado; no se cambió:
import-warning-post-differs = otro cargo que el registrado; no se cambió:
import-warning-territory-differs = otro territorio que el registrado; no se cambió:
import-warning-organisation-differs = otra entidad que la registrada; no se cambió:
import-warning-organisation-ambiguous = varias entidades se llaman así; la persona queda sin ella:
import-warning-kept-by-hand = se conserva lo anotado a mano:
import-warning-device-name = parece el nombre de un equipo, no de una persona:
import-warning-open-interval = sin hora de salida; se cerró con la última conocida:
import-warning-left-without-join = salida sin entrada:
import-warning-minutes-from-duration = minutos tomados de la duración informada:
import-warning-date-order-suggested = orden de la fecha supuesto; confirme con --date-order:
import-warning-date-order-ambiguous = la fecha puede leerse de dos maneras; indique --date-order:
import-warning-date-orders-mixed = el archivo mezcla órdenes de fecha:
import-warning-session-date-mismatch = la fecha del archivo no es la de la jornada:
import-warning-no-session-date = el archivo no dice de qué día es
import-warning-no-stored-date = la encuesta no guarda fechas:
import-warning-invalid-time = hora que no se entiende:
import-warning-incomplete = respuesta sin terminar; no se tomó:
import-warning-review-rejected = envío rechazado en su sistema:
import-warning-consent-denied = no autorizó el uso de sus datos:
import-warning-repeated-answer = otra respuesta de la misma persona; también se contó
import-warning-repeated-answer-left-out = otra respuesta de la misma persona; no se contó
import-warning-answers-of-other-date = respuestas de una fecha lejana a la jornada; revise si son de ella:
import-warning-identity-not-kept = columna que dice quién respondió; no se guarda:
import-warning-column-not-in-form = columna que no es una pregunta del formulario; no se guarda:
import-warning-sensitive-not-kept = dato del enfoque diferencial que el perfil no pide; no se guarda:
import-warning-more = más avisos que los que se guardan:
import-hint-map = diga qué columna es cada dato: --map name=COLUMNA (también doc, email, status, minutes …)
import-hint-date-order = diga el orden de las fechas: --date-order dmy o --date-order mdy
import-warning-name-from-document = la persona nueva se registra con su documento como nombre:
import-fault-not-text = { $file } no es una lista: no contiene texto; guárdela como CSV o XLSX
import-hint-quote = cierre las comillas en esa línea, o ábralo en una hoja de cálculo y guárdelo de nuevo como CSV
import-hint-again = descárguelo o expórtelo de nuevo
import-reason-no-holiday = ese día no es festivo por ley
import-tab = separado por tabuladores
import-delimiter = separado por «{ $sign }»
import-sheet = hoja «{ $sheet }»
import-header = encabezado en la línea { $line }
import-date-order = fechas { $order } ({ $evidence })
import-day = del { $day } ({ $from })
import-evidence-given = usted lo dijo
import-evidence-unambiguous = escritas sin duda
import-evidence-component-above-twelve = hay un valor mayor que 12
import-evidence-duration-agrees = la duración coincide
import-evidence-leave-within-day = la salida cae el mismo día
import-evidence-session-date = coincide con la jornada
import-evidence-file-name = coincide con el nombre del archivo
import-evidence-am-pm = se supone por a. m. y p. m.
import-evidence-clock-24h = se supone por la hora de 24 horas
import-evidence-nothing = se supone, sin prueba
import-date-preamble = lo dice el encabezado del informe
import-date-cells = lo dicen las filas
import-date-title-block = lo dice el título
import-date-file-name = lo dice el nombre del archivo
import-date-sheet-name = lo dice el nombre de la hoja
import-date-given = el de la jornada
import-other-day = { $file } es del { $found } ({ $from }) y { $session } es del { $day }
import-other-day-hint = revise la jornada (ata show { $session }); si el archivo es el suyo, repita con --any-date
import-ignored-blank = en blanco
import-ignored-numbered-blank = numeradas sin llenar
import-ignored-waiting-room = de la sala de espera
import-ignored-no-show = de inscritos que no llegaron
import-ignored-bot = de asistentes automáticos
import-ignored-total = de totales
import-ignored-footer = de firmas o avisos al pie
import-ignored-repeated-header = de encabezados repetidos
import-ignored-second-header = de segundo encabezado
import-ignored-hxl-tags = de etiquetas HXL
import-ignored-other-day = de otro día
import-differential = con enfoque diferencial
import-warning-category-unknown = respuesta que no es una categoría del perfil; no se guarda:

import-action-add = nueva
import-action-update = se actualiza
import-action-match = ya está
import-action-review = por revisar
import-action-ignore = se pasa por alto
import-action-reject = rechazada
import-steps-more = y { $n } filas más (todas con --json)
import-queue =
    { $n ->
        [one] Una fila puede ser de varias personas; diga de quién es
       *[other] { $n } filas pueden ser de varias personas; diga de quién es cada una
    }
import-queue-hint = hint: ata person same { $row } { $person } (es esa persona) · ata person different { $row } (es una persona nueva)
import-row-settled = { $row } ya se resolvió de otra manera
import-row-other-document = { $row } trae el documento { $theirs } y { $person } tiene { $has }: son dos personas
import-ignored-ignored-by-hand = dejada fuera a mano
import-warning-row-seen-before = la misma fila ya se había recibido y lo anotado cambió después; se conserva:
import-warning-more-changes = más cambios que los que se guardan:
import-warning-more-rows = más filas que las que se detallan:
import-ignored-test-answer = de respuestas de prueba
import-ignored-review-rejected = de envíos rechazados en su sistema
import-ignored-unfinished = de respuestas sin terminar
import-ignored-empty-answer = de respuestas vacías
import-ignored-repeated-answer = de respuestas repetidas
import-fault-identity-column = «{ $value }» dice quién respondió; las respuestas son anónimas
import-queue-see = hint: diga de quién son las filas por revisar: ata import show { $import }
import-order-dmy = día/mes/año
import-order-mdy = mes/día/año
import-order-ymd = año-mes-día
import-rejects-over-input = --rejects: { $file } es el mismo archivo que se está recibiendo, y se perdería
import-rejects-over-input-hint = escriba otro nombre, como --rejects rechazadas.csv
import-reason-other-day = es de otro día que la jornada; si es de ella, repita con --any-date
import-warning-no-times = sin entrada, salida ni duración; se contó como presente, sin minutos:
import-warning-mixed-encoding = hay letras de otra codificación entre las demás y se leyeron así; revise las tildes:
import-warning-answered-other-day = respuestas de otro día que la jornada, que se contaron; revise si asistieron:
import-hint-no-header = si la lista no tiene encabezado, agregue una primera línea con los nombres de las columnas, como Nombre;Documento;Correo
import-warning-presence-blank = celda vacía donde otras están marcadas; se contó como ausente:
import-warning-leave-before-join = la salida es anterior a la llegada; no se tomaron los minutos:
import-fault-no-table = { $file } es una página web sin ninguna tabla
import-hint-encoding = se entienden utf-8, windows-1252, latin1, utf-16le y cp850, entre otras; sin --encoding se averigua
import-hint-column = escriba el encabezado como está en el archivo, o el número de la columna: --map { $field }=2

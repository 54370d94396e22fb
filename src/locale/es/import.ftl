# Archivos recibidos

import-done = { $file } ({ $source }): { $rows } filas
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

import-warning-whole = aviso: { $code } { $detail }
import-warnings-more = y { $n } avisos más (todos con --json)
import-map-wrong = --map «{ $value }»: escriba CAMPO=COLUMNA

import-reason-invalid-minutes = los minutos no son un número entero posible
import-reason-invalid-time = la hora o la fecha no se entiende
import-reason-invalid-status = el estado de asistencia no se reconoce
import-reason-leave-before-join = la salida es anterior a la entrada
import-reason-too-many-cells = la fila tiene más celdas que el encabezado
import-reason-name-too-long = el nombre es demasiado largo
import-reason-invalid-document = el documento no es válido y no hay nombre ni correo
import-reason-document-digits-lost = la hoja de cálculo perdió cifras del documento y no hay nombre ni correo
import-reason-no-name = es una persona nueva y solo hay su documento
import-reason-no-session = no dice de qué jornada es
import-reason-unknown-session = la asistencia no tiene esa jornada
import-reason-other-session = es de otra jornada
import-reason-session-cancelled = esa jornada fue cancelada
import-reason-out-of-scale = el valor está fuera de la escala
import-reason-not-on-scale = no es un valor de la escala
import-reason-unknown-option = no es una de las opciones

import-warning-double-encoded = texto codificado dos veces; se corrigió
import-warning-undecodable-bytes = hay caracteres que no se pudieron leer; indique --encoding
import-warning-looks-like-dos = los acentos parecen de otra codificación; pruebe --encoding cp850
import-warning-nul-bytes = había bytes nulos; se quitaron
import-warning-duplicate-column = columna repetida; cuenta la primera:
import-warning-no-rows = el archivo no tiene filas
import-warning-invalid-email = correo no válido; la fila se conserva sin él:
import-warning-several-emails = varios correos; se tomó el primero:
import-warning-document-repaired = documento recuperado de un número de hoja de cálculo:
import-warning-document-digits-lost = la hoja de cálculo perdió cifras del documento; la fila se conserva sin él:
import-warning-invalid-document = documento no válido; la fila se conserva sin él:
import-warning-invalid-territory = código de territorio no válido:
import-warning-ditto = comillas de repetición; se copió lo de arriba:
import-warning-presence-unclear = no es claro si asistió:
import-warning-shared-email = correo compartido por varias personas:
import-warning-name-conflict = el mismo documento con nombres distintos:
import-warning-name-differs = mismo documento o correo con otro nombre:
import-warning-name-cleaned = nombre con caracteres invisibles; se quitaron:
import-warning-name-from-email = persona nueva sin nombre; queda con su correo:
import-warning-possible-duplicate = puede ser la misma persona:
import-warning-merged-by-name = filas unidas solo por el nombre:
import-warning-several-people-fit = puede ser cualquiera de varias personas; no se contó:
import-warning-email-differs = otro correo que el registrado; no se cambió:
import-warning-phone-differs = otro teléfono que el registrado; no se cambió:
import-warning-post-differs = otro cargo que el registrado; no se cambió:
import-warning-territory-differs = otro territorio que el registrado; no se cambió:
import-warning-organisation-differs = otra entidad que la registrada; no se cambió:
import-warning-organisation-unknown = entidad sin registrar (ata org add); la persona queda sin ella:
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
import-warning-formula-text = parece una fórmula; se tomó como texto:
import-warning-formula-without-value = fórmula sin resultado guardado:
import-warning-cell-error = celda con error de la hoja de cálculo:
import-warning-number-precision = número con más cifras de las que guarda la hoja de cálculo:
import-warning-other-sheets = el libro tiene otras hojas (--sheet):
import-warning-repeated-answer = otra respuesta de la misma persona
import-warning-identity-not-kept = columna que dice quién respondió; no se guarda:
import-warning-column-not-in-form = columna que no es una pregunta del formulario; no se guarda:
import-warning-sensitive-not-kept = hay datos sensibles del enfoque diferencial; no se guardan
import-warning-more = más avisos que los que se guardan:

import-fault-changed-meanwhile = { $file } cambió mientras se leía (línea { $line })
import-fault-empty = { $file } está vacío
import-fault-too-large = { $file } pesa { $size } MiB y se leen hasta { $limit }
import-fault-unknown-encoding = { $file }: no se conoce la codificación «{ $value }»
import-fault-unsupported-container = { $file } es un archivo de tipo { $value }, que no se lee: guárdelo como CSV o XLSX
import-fault-encrypted = { $file } tiene contraseña: guárdelo sin ella
import-fault-damaged = { $file } está dañado: { $detail }
import-fault-unpacks-too-large = { $file } ocupa más de { $limit } MiB al descomprimirse
import-fault-too-many-cells = { $file } tiene más de { $limit } celdas
import-fault-unclosed-quote = { $file }, línea { $line }: unas comillas abiertas no se cierran
import-fault-cell-too-large = { $file }, línea { $line }, columna { $column }: la celda pasa de { $limit } MiB
import-fault-too-many-columns = { $file }, línea { $line }: más de { $limit } columnas
import-fault-no-header = { $file }: ninguna fila nombra columnas que se conozcan; indíquelas con --map CAMPO=COLUMNA
import-fault-unknown-column = { $file } no tiene la columna «{ $value }» para { $field }; tiene: { $found }
import-fault-unknown-field = no existe el campo «{ $field }»: use name, doc, email, status, minutes …
import-fault-unknown-sheet = { $file } no tiene la hoja «{ $value }»; tiene: { $found }
import-fault-not-this-source = { $file } no parece un archivo de { $value }
import-fault-ambiguous-dates = { $file }, línea { $line }: «{ $value }» puede ser día/mes o mes/día; indique --date-order
import-fault-row = línea { $line }: { $cells }
